// <churn-calculator>: Kirnu inside somebody else's page, behind a shadow root. What stands between its tags is shown until it
// starts, shortly before it comes into sight; when it goes, its worker and GL context go with it. docs/embedding.md.
import { first_actions, read_wishes } from './address.mjs';
import { element } from './dom.mjs';
import { fragment_of, values_of } from './frame.mjs';
import { Starter } from './starter.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */

const kLive = ['lang', 'theme', 'view', 'src-params', 'height', 'job', 'controls'];

/** @type {CSSStyleSheet | undefined} */
let style;

function shared_style() {
  if (style) return style;
  style = new CSSStyleSheet();
  style.replaceSync(KIRNU_STYLE);
  return style;
}

class ChurnCalculator extends HTMLElement {
  static observedAttributes = kLive;
  #root = element('div', 'kirnu');
  #fallback = element('div', 'fallback', element('slot'));
  /** @type {Starter | null} */ #starter = null;
  /** @type {IntersectionObserver | null} */ #sight = null;
  #language = '';
  #params = '';

  constructor() {
    super();
    const shadow = this.attachShadow({ mode: 'open' });
    shadow.adoptedStyleSheets = [shared_style()];
    shadow.append(this.#fallback, this.#root);
  }

  connectedCallback() {
    this.#follow_height();
    this.#sight = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && this.#begin(),
      { rootMargin: '100% 0%' },
    );
    this.#sight.observe(this);
  }

  disconnectedCallback() {
    this.#sight?.disconnect();
    this.#end();
  }

  /** @param {string} name @param {string | null} before @param {string | null} now */
  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    if (name === 'height') this.#follow_height();
    const page = this.#starter?.page;
    if (!page) return;
    const set = (/** @type {string} */ id, /** @type {string} */ value) => page.act({ type: 'set', id, value });
    if (name === 'lang' && now !== this.#language) set('language', this.#asked().language);
    if (name === 'theme') page.dress(now || 'auto');
    if (name === 'view') page.show_as_text(now === 'text');
    if (name === 'src-params') page.set_numbers(this.#link());
    if (name === 'job') set('job', now || 'all');
    if (name === 'controls') set('controls', now || 'full');
  }

  #asked() {
    const around = this.getAttribute('lang') || this.parentElement?.closest('[lang]')?.getAttribute('lang') || '';
    return read_wishes(name => (name === 'lang' ? around : this.getAttribute(name)), navigator.languages);
  }

  #link() {
    const text = this.getAttribute('src-params') ?? '';
    return fragment_of(/^#?v\d/.test(text) || text === '' ? text : `v1;${text}`);
  }

  #follow_height() {
    const height = Number(this.getAttribute('height'));
    this.style.minHeight = height > 0 ? `${height}px` : '';
  }

  #begin() {
    if (this.#starter) return;
    const asked = this.#asked();
    this.#language = asked.language;
    this.lang = asked.language;
    if (asked.theme) this.dataset.theme = asked.theme;
    this.#starter = new Starter({
      host: this,
      root: this.#root,
      fallback: this.#fallback,
      alone: false,
      thrifty: true,
      whole: true,
      as_text: asked.as_text,
      first: first_actions(asked, this.#params || this.#link()),
      on_shown: (view, link, touched) => this.#tell(view, link, touched),
      start_anew: () => {
        this.#end();
        this.#begin();
      },
    });
    this.#starter.run();
  }

  #end() {
    this.#starter?.page.close();
    this.#starter = null;
    this.#fallback.querySelector('.trouble')?.remove();
    delete this.dataset.kirnu;
  }

  /** @param {import('./kirnu.d.ts').View} view @param {string} link @param {boolean} touched */
  #tell(view, link, touched) {
    if (view.page.kind === 'page') this.#language = view.page.language ?? this.#language;
    if (touched) this.#params = link;  // an element that is moved goes on with the reader's numbers
    const detail = { params: link.replace(/^#/, ''), values: values_of(view) };
    this.dispatchEvent(new CustomEvent('churn-result', { bubbles: true, composed: true, detail }));
  }
}

if (!customElements.get('churn-calculator')) customElements.define('churn-calculator', ChurnCalculator);

// From nothing to ready: core and text view first, then fonts and canvas, then whatever else belongs to ready. While it
// starts, or where it cannot, the words in `fallback` are there.
//
// data-kirnu on the host: loading, then ready (busy while something is computed), or failed. Ready means that the text
// view answers and everything else has loaded or failed; no request is made after it except on a click.
import { boot_words } from './boot_words.mjs';
import { built, fetch_file, MixedVersions } from './built_files.mjs';
import { element } from './dom.mjs';
import { Page } from './page.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {import('./boot_words.mjs').Sentence} Sentence */
/**
 * @typedef {object} Start
 * @property {HTMLElement} host        carries data-kirnu, language and theme
 * @property {HTMLElement} root        where the page goes
 * @property {HTMLElement} fallback    shows what went wrong
 * @property {boolean} alone           nothing but Kirnu is in the document
 * @property {boolean} thrifty         gives the GL context back while nobody can see it
 * @property {boolean} whole           nothing is shown before all of it is there
 * @property {boolean} as_text
 * @property {boolean} [visits]        Back and Forward go between what stood on the page
 * @property {Action[]} first          Actions before anything is shown
 * @property {() => Promise<unknown>} [last]   what else belongs to ready
 * @property {() => void} [start_anew]         after the core has died for good; else the document is loaded again
 * @property {() => void} [on_ready]           for the first time, however often it had to be tried
 * @property {import('./page.mjs').Options['on_shown']} [on_shown]
 */

const kPatience = 10_000;  // milliseconds until a part that has not come is done without

/** @template Value @param {Promise<Value>} promise @returns {Promise<Value>} */
export function in_time(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), kPatience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** The same bytes for HTML and canvas, fetched once for all pages of a document. @type {Promise<import('./page.mjs').Font[]> | undefined} */
let fonts;

/** Under a name of its own: the page around may have an Inter. */
async function load_fonts() {
  const loaded = await Promise.all(
    built.fonts.map(async ({ weight, file }) => ({ weight, bytes: await in_time(fetch_file(file)) })),
  );
  for (const { weight, bytes } of loaded) {
    const face = new FontFace('Kirnu Inter', bytes, { weight: String(weight) });
    document.fonts.add(await face.load());
  }
  return loaded;
}

export class Starter {
  #start;
  #alive = false;
  #turn = 0;
  #was_ready = false;
  /** @type {Promise<ArrayBuffer> | undefined} */ #core;

  /** @param {Start} start */
  constructor(start) {
    this.#start = start;
    this.page = new Page(start.root, {
      ...start,
      core: () => this.#fetch_core(),
      on_busy: busy => this.#alive && this.#tell(busy ? 'busy' : 'ready'),
      on_failed: () => {
        this.#alive = false;
        this.#show_trouble('stopped', start.start_anew ?? (() => location.reload()));
      },
    });
  }

  /** Resolves when it is ready, or has said why it cannot be. */
  async run() {
    const { first, last, on_ready } = this.#start;
    const turn = ++this.#turn;
    const overtaken = () => turn !== this.#turn;
    this.#tell('loading');
    this.#hide_trouble();
    const again = () => {
      this.#core = undefined;  // what hangs is asked for anew
      return this.run();
    };
    const slow = setTimeout(() => this.#show_trouble('slow', again), kPatience);
    fonts ??= load_fonts().catch(() => ((fonts = undefined), []));
    try {
      await this.page.start(first);
    } catch (error) {
      if (overtaken()) return;
      console.info(error);
      return this.#show_trouble(error instanceof MixedVersions ? 'mixed' : 'cannot_start', again);
    } finally {
      clearTimeout(slow);
    }
    if (overtaken()) return;
    this.#hide_trouble();
    this.#tell(this.#start.whole ? 'loading' : 'busy');
    this.page.set_fonts(await fonts);
    await in_time(this.page.start_canvas()).catch(() => {});
    if (last) await in_time(last()).catch(error => console.info(error));
    this.#alive = true;
    this.#tell(this.page.busy ? 'busy' : 'ready');
    if (!this.#was_ready) on_ready?.();
    this.#was_ready = true;
  }

  /** Kept, so that a new worker needs no request. */
  #fetch_core() {
    const core = (this.#core ??= fetch_file(built.core));
    core.catch(() => this.#core === core && (this.#core = undefined));
    return core;
  }

  /** @param {string} state */
  #tell(state) {
    this.#start.host.dataset.kirnu = state;
  }

  /** @param {Sentence} sentence @param {() => void} retry */
  #show_trouble(sentence, retry) {
    const { host, fallback } = this.#start;
    this.#tell('failed');
    const button = element('button', 'button', boot_words(host.lang, 'retry'));
    button.type = 'button';
    button.addEventListener('click', retry);
    this.#hide_trouble();
    const trouble = element('div', 'trouble', element('p', '', boot_words(host.lang, sentence)), button);
    trouble.setAttribute('role', 'alert');
    fallback.prepend(trouble);
  }

  #hide_trouble() {
    this.#start.fallback.querySelector('.trouble')?.remove();
  }
}

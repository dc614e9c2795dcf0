// An embed's words with the page around it: how high it is, that it is ready, and, where the author asked for them, its
// numbers; and numbers that the page sets. docs/embedding.md, "Messages". What comes in is checked like a link, and only
// the page around is heard and answered.

const kVersion = 1;
const kMostBytes = 4096;
const kMostParams = 64;
const kSetEvery = 100;     // milliseconds between two sets; of those in between the last counts
const kMeasureAfter = 60;  // milliseconds without another change of height
const kLeastChange = 1;    // CSS pixels

/** Parameters as a link's fragment; empty when they are none. @param {unknown} params text of a link, or its keys and values */
export function fragment_of(params) {
  if (typeof params === 'string') {
    const text = params.replace(/^#/, '');
    return /^v1(;|$)/.test(text) && text.length <= kMostBytes ? `#${text}` : '';
  }
  if (typeof params !== 'object' || params === null || Array.isArray(params)) return '';
  const entries = Object.entries(params);
  if (entries.length === 0 || entries.length > kMostParams) return '';
  const known = entries.every(
    ([key, value]) =>
      /^[a-z_]{1,32}$/.test(key) && (Number.isFinite(value) || (typeof value === 'string' && /^[\w.-]{1,64}$/.test(value))),
  );
  return known ? `#v1;${entries.map(([key, value]) => `${key}=${value}`).join(';')}` : '';
}

/** Every number that a View shows, by the metric's id. @param {import('./kirnu.d.ts').View} view */
export function values_of({ page }) {
  /** @type {Record<string, number>} */
  const values = {};
  const collect = (/** @type {import('./kirnu.d.ts').Node} */ node) => {
    if (node.kind === 'metric' && node.value !== undefined) values[node.id] = node.value;
    node.children?.forEach(collect);
  };
  collect(page);
  return values;
}

/**
 * @typedef {object} Embed
 * @property {HTMLElement} root                    its height is the embed's
 * @property {boolean} emits                       whether the author asked for results
 * @property {string} secret                       WordPress's, from the address; or empty
 * @property {(fragment: string) => void} set      numbers from the page around
 */

export class Frame {
  #embed;
  #height = 0;
  #measure = 0;
  #last_set = -Infinity;
  #set = 0;
  #is_ready = false;
  /** How high the frame was made, so that all of the page is seen; 0: it was not. */ #fitted = 0;

  /** @param {Embed} embed */
  constructor(embed) {
    this.#embed = embed;
    if (parent === window) return;
    addEventListener('message', event => event.source === parent && this.#hear(event.data));
    new ResizeObserver(() => {
      clearTimeout(this.#measure);
      this.#measure = window.setTimeout(() => this.#tell_height(), kMeasureAfter);
    }).observe(embed.root);
  }

  ready() {
    this.#is_ready = true;
    this.#post({ type: 'churn:ready', v: kVersion });
    this.#tell_height();
  }

  /** @param {import('./kirnu.d.ts').View} view @param {string} link */
  result(view, link) {
    if (this.#embed.emits) this.#post({ type: 'churn:result', v: kVersion, params: link.replace(/^#/, ''), values: values_of(view) });
  }

  /** @param {boolean} [asked] also where it is as before */
  #tell_height(asked = false) {
    const height = Math.ceil(this.#embed.root.getBoundingClientRect().height);
    if (!this.#is_ready || (!asked && Math.abs(height - this.#height) < kLeastChange)) return;
    this.#height = height;
    this.#mark_fitted();
    this.#post({ type: 'churn:height', v: kVersion, height });
    if (this.#embed.secret) this.#post({ message: 'height', value: height, secret: this.#embed.secret });
  }

  /** The height is nobody's secret, and who frames the page is not known. @param {object} message */
  #post(message) {
    if (parent !== window) parent.postMessage(message, '*');
  }

  /** @param {any} data */
  #hear(data) {
    if (typeof data !== 'object' || data === null) return;
    if (data.type === 'churn:ping') return this.#tell_height(true);
    if (data.type === 'churn:fit') return this.#fit(data.height);
    if (data.type !== 'churn:set' || (data.v ?? kVersion) !== kVersion) return;
    const fragment = fragment_of(data.params);
    if (fragment && fragment.length <= kMostBytes) this.#set_soon(fragment);
  }

  /** Somebody made the frame that high. @param {unknown} height */
  #fit(height) {
    this.#fitted = typeof height === 'number' ? height : 0;
    this.#mark_fitted();
  }

  /** As high as the page, it needs no scrollbar of its own; where the page has grown since, it does again. */
  #mark_fitted() {
    document.documentElement.classList.toggle('fitted', this.#fitted > 0 && this.#fitted >= this.#height - kLeastChange);
  }

  /** @param {string} fragment */
  #set_soon(fragment) {
    clearTimeout(this.#set);
    const wait = Math.max(0, this.#last_set + kSetEvery - performance.now());
    this.#set = window.setTimeout(() => {
      this.#last_set = performance.now();
      this.#embed.set(fragment);
    }, wait);
  }
}

// The drawn page: a canvas that is made when it is wanted, and given back while nobody can see it where a document holds
// many, since browsers keep few GL contexts alive.
import { CanvasStage } from './canvas_stage.mjs';
import { element } from './dom.mjs';
import { Gui, has_webgl2 } from './gui.mjs';

/** @typedef {{weight: number, bytes: ArrayBuffer}} Font */
/** @typedef {Omit<import('./canvas_stage.mjs').Page, 'canvas' | 'gone'>} Place */

const kOutOfSight = 150;  // milliseconds until the GL context of a canvas that nobody sees is given back

export class Drawing {
  #place;
  /** @type {CanvasStage | null} */ #canvas = null;
  /** @type {AbortController | null} */ #life = null;
  /** @type {HTMLCanvasElement | null} */ #still = null;
  /** @type {Font[]} */ #fonts = [];
  #view = '';
  #wanted = false;
  #in_sight;
  #timer = 0;

  /** @param {Place} place @param {{thrifty: boolean, gone: AbortSignal}} options thrifty: gives contexts back */
  constructor(place, { thrifty, gone }) {
    this.#place = place;
    this.#in_sight = !thrifty;
    gone.addEventListener('abort', () => this.#stop());
    if (!thrifty) return;
    const sight = new IntersectionObserver(entries => this.#see(entries[entries.length - 1].isIntersecting));
    sight.observe(place.stage);
    gone.addEventListener('abort', () => sight.disconnect());
  }

  /** Whether there is a canvas, or there will be one as soon as somebody can see it. */
  get started() {
    return this.#wanted;
  }

  /** Rejects when drawing is not possible here. @param {Font[]} fonts */
  async start(fonts) {
    if (fonts.length === 0 || !has_webgl2()) throw new Error('nothing to draw with');
    this.#fonts = fonts;
    await this.#make();
    this.#wanted = true;
    if (!this.#in_sight) this.#stop_soon();  // its height is known now
  }

  /** @param {boolean} shown */
  show(shown) {
    this.#canvas?.show(shown);
  }

  /** @param {string} json */
  view(json) {
    this.#view = json;
    this.#canvas?.view(json);
  }

  theme() {
    this.#canvas?.theme();
  }

  stop_at() {
    this.#canvas?.stop_at();
  }

  async #make() {
    const { stage } = this.#place;
    const canvas = element('canvas', 'canvas');
    canvas.setAttribute('aria-hidden', 'true');
    stage.prepend(canvas);
    const life = new AbortController();
    this.#life = life;
    life.signal.addEventListener('abort', () => canvas.remove());
    try {
      const gui = await Gui.load(canvas, this.#place.on_lost);
      if (life.signal.aborted) return gui.close(canvas);
      for (const { weight, bytes } of this.#fonts) gui.font(weight, bytes);
      this.#canvas = new CanvasStage(gui, { ...this.#place, canvas, gone: life.signal });
      if (this.#view) this.#canvas.view(this.#view);
    } catch (error) {
      canvas.remove();
      throw error;
    }
  }

  #stop_soon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => this.#rest(), kOutOfSight);
  }

  async #wake() {
    try {
      await this.#make();
      this.show(this.#place.stage.dataset.show === 'canvas');
    } catch {
      this.#place.on_lost();
    }
    this.#still?.remove();
    this.#still = null;
  }

  /** Gives the canvas back; a picture of it stays in its place. */
  #rest() {
    this.#still = this.#canvas?.still() ?? null;
    if (this.#still) this.#place.stage.prepend(this.#still);
    this.#stop();
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#life?.abort();
    this.#life = null;
    this.#canvas = null;
  }

  /** The stage keeps its height while the canvas is away, so that nothing moves. @param {boolean} in_sight */
  #see(in_sight) {
    if (in_sight === this.#in_sight) return;
    this.#in_sight = in_sight;
    clearTimeout(this.#timer);
    if (!this.#wanted) return;
    if (!in_sight) this.#stop_soon();
    else if (!this.#life) this.#wake();
  }
}

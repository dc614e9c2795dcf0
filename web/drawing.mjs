// The drawn page: a canvas that is made when it is wanted, and given back while nobody can see it where a document holds
// many, since browsers keep few GL contexts alive.
import { CanvasStage } from './canvas_stage.mjs';
import { element } from './dom.mjs';
import { Gui, has_webgl2 } from './gui.mjs';

/** @typedef {{weight: number, bytes: ArrayBuffer}} Font */
/** @typedef {Omit<import('./canvas_stage.mjs').Page, 'canvas' | 'gone'>} Place */

const kOutOfSight = 80;  // milliseconds until the GL context of a canvas that nobody sees is given back

/** Canvases that nobody sees any more, until they are given back: at once, where another one is wanted.
 * @type {Set<() => void>} */
const leaving = new Set();

/** Canvases that nobody sees yet are made one after the other. @type {Promise<unknown>} */
let turn = Promise.resolve();

export class Drawing {
  #place;
  /** @type {CanvasStage | null} */ #canvas = null;
  /** @type {AbortController | null} */ #life = null;
  /** @type {HTMLCanvasElement | null} */ #still = null;
  /** @type {Font[]} */ #fonts = [];
  #view = '';
  #wanted = false;
  /** Until it has started, or cannot. @type {Promise<void> | null} */ #starting = null;
  #redrawn = false;
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
  start(fonts) {
    return (this.#starting ??= this.#begin(fonts).finally(() => (this.#starting = null)));
  }

  /** @param {Font[]} fonts */
  async #begin(fonts) {
    if (fonts.length === 0 || !has_webgl2()) throw new Error('nothing to draw with');
    this.#fonts = fonts;
    const make = () => this.#make();
    await (this.#in_sight ? make() : (turn = turn.then(make, make)));
    this.#wanted = true;
    if (!this.#in_sight) this.#timer = window.setTimeout(this.#rest);  // as soon as its height is known
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
    for (const rest of leaving) rest();
    const { stage } = this.#place;
    const canvas = element('canvas', 'canvas');
    canvas.setAttribute('aria-hidden', 'true');
    stage.prepend(canvas);
    const life = new AbortController();
    this.#life = life;
    life.signal.addEventListener('abort', () => canvas.remove());
    try {
      const gui = await Gui.load(canvas, () => this.#draw_anew(life), life.signal);
      if (life.signal.aborted) return gui.close(canvas);
      for (const { weight, bytes } of this.#fonts) gui.font(weight, bytes);
      this.#canvas = new CanvasStage(gui, { ...this.#place, canvas, gone: life.signal });
      if (this.#view) this.#canvas.view(this.#view);
    } catch (error) {
      canvas.remove();
      if (!life.signal.aborted) throw error;
    }
  }

  /** The program stopped: another one takes over, once. @param {AbortController} life of the canvas that it drew on */
  async #draw_anew(life) {
    const { on_away, on_redrawn, on_lost } = this.#place;
    if (life.signal.aborted) return;
    if (this.#redrawn || !this.#wanted) return on_lost();
    this.#redrawn = true;
    on_away(true);
    this.#stop();
    if (!(await this.#wake())) return;
    on_redrawn();
    on_away(false);
    if (!this.#in_sight) this.#stop_soon();
  }

  #stop_soon() {
    clearTimeout(this.#timer);
    leaving.add(this.#rest);
    this.#timer = window.setTimeout(this.#rest, kOutOfSight);
  }

  /** Whether there is a canvas again. */
  async #wake() {
    try {
      await this.#make();
      this.show(this.#place.stage.dataset.show === 'canvas');
    } catch {
      this.#place.on_lost();
      return false;
    } finally {
      this.#still?.remove();
      this.#still = null;
    }
    return this.#canvas !== null;
  }

  /** Gives the canvas back; a picture of it stays in its place. */
  #rest = () => {
    this.#still = this.#canvas?.still() ?? null;
    if (this.#still) this.#place.stage.prepend(this.#still);
    this.#stop();
  };

  #stop() {
    leaving.delete(this.#rest);
    clearTimeout(this.#timer);
    this.#life?.abort();
    this.#life = null;
    this.#canvas = null;
  }

  /** The stage keeps its height while the canvas is away, so that nothing moves. @param {boolean} in_sight */
  #see(in_sight) {
    if (in_sight === this.#in_sight) return;
    this.#in_sight = in_sight;
    leaving.delete(this.#rest);
    clearTimeout(this.#timer);
    if (!this.#wanted) return;
    if (!in_sight) this.#stop_soon();
    else if (!this.#life) this.#wake();
  }
}

// The canvas under the text view: its size, the part of the page it shows, and its frames, drawn only when something
// changed. The page scrolls, never the canvas.
import { CanvasFocus } from './canvas_focus.mjs';
import { follow_pointer } from './canvas_pointer.mjs';
import { part_to_draw } from './canvas_window.mjs';
import { element } from './dom.mjs';
import { read_colours } from './theme.mjs';

/** @typedef {import('./gui.mjs').Gui} Gui */
/** @typedef {import('./text_view.mjs').TextView} TextView */
/** @typedef {import('./kirnu.d.ts').Action} Action */
/**
 * @typedef {object} Page
 * @property {HTMLElement} stage
 * @property {HTMLElement} ruler            as wide as the stage and without height, so that only its width changes
 * @property {HTMLCanvasElement} canvas
 * @property {TextView} text_view
 * @property {(action: Action) => void} act
 * @property {(away: boolean) => void} on_away   the canvas cannot be drawn on for a moment, or can be again
 * @property {() => void} on_redrawn         its program stopped, and another one has taken over
 * @property {() => void} on_lost           the canvas cannot be brought back: show the text view
 * @property {AbortSignal} gone             when the canvas goes, and with it whatever was listened to
 */

const kRestoreWithin = 3000;      // milliseconds
const kMostFramesAtOnce = 4;      // a click may take several frames to become an action

export class CanvasStage {
  #gui;
  #page;
  #focus;
  #shown = false;
  #in_sight = true;
  #layout = '';
  #height = 0;
  #frame_request = 0;
  #restore_timer = 0;
  /** What was told to the GUI last. */ #told = '';
  #place = { width: 0, top: 0, height: 0, ratio: 0, backing_width: 0, backing_height: 0 };

  /** @param {Gui} gui @param {Page} page */
  constructor(gui, page) {
    this.#gui = gui;
    this.#page = page;
    this.#height = innerHeight;
    this.#focus = new CanvasFocus(page.text_view, page.stage, {
      tell: (...focus) => gui.focus(...focus),
      draw: () => this.draw(),
      draw_once: () => this.#frame(),
      watching: () => this.#shown && this.#in_sight && !document.hidden,
    }, page.gone);
    this.#follow_size();
    this.#follow_context();
    follow_pointer(page.stage, page.canvas, {
      pointer: (...event) => this.#shown && gui.pointer(...event),
      draw: () => this.draw(),
      draw_through: () => this.#frames_at_once(),
      pressed: action => action.type === 'set' && page.text_view.control(action.id)?.focus({ preventScroll: true }),
    }, page.gone);
    page.gone.addEventListener('abort', () => {
      cancelAnimationFrame(this.#frame_request);
      clearTimeout(this.#restore_timer);
      gui.close(page.canvas);
    });
  }

  /** Shows the canvas, or leaves the page to the text view. @param {boolean} shown */
  show(shown) {
    if (shown === this.#shown) return;
    this.#shown = shown;
    this.#told = '';
    if (!shown) {
      this.#page.stage.style.height = '';
      return;
    }
    this.theme();
    this.#fit();
    this.#focus.update();
    this.#frames_at_once();
  }

  /** @param {string} json */
  view(json) {
    this.#gui.view(json);
    this.#focus.update();
    this.draw();
  }

  theme() {
    this.#gui.theme(read_colours(this.#page.stage));
    this.draw();
  }

  /** An arrow key stopped at a point of a chart: it is the caret's place in the chart. */
  stop_at() {
    this.#focus.update();
    this.draw();
  }

  /** What is drawn now, as a picture that needs no GL context; null where nothing is shown. */
  still() {
    if (!this.#shown || this.#gui.dead) return null;
    const { canvas } = this.#page;
    const picture = element('canvas', 'canvas');
    picture.setAttribute('aria-hidden', 'true');
    picture.width = canvas.width;
    picture.height = canvas.height;
    for (const name of /** @type {const} */ (['top', 'width', 'height'])) picture.style[name] = canvas.style[name];
    this.#told = '';
    this.#tell_size();  // so that a frame is drawn also where it looks like the one before: it can be read in this task alone
    this.#frame();
    picture.getContext('2d')?.drawImage(canvas, 0, 0);
    return picture;
  }

  /** Asks for a frame. */
  draw() {
    if (this.#frame_request !== 0 || !this.#shown || document.hidden) return;
    this.#frame_request = requestAnimationFrame(() => {
      this.#frame_request = 0;
      if (this.#frame().again) this.draw();
    });
  }

  /** One frame now. @returns {{again: boolean, actions: Action[]}} */
  #frame() {
    if (!this.#shown || this.#gui.dead) return { again: false, actions: [] };
    let { again, moved } = this.#gui.frame(performance.now() / 1000);
    const actions = this.#gui.actions();
    for (const action of actions) this.#page.act(action);
    if (moved && this.#follow_layout()) again = this.#gui.frame(performance.now() / 1000).again || again;
    return { again: again && !this.#gui.dead, actions };
  }

  /** Frames until nothing more is wanted, inside the event that caused them. @returns {Action[]} */
  #frames_at_once() {
    /** @type {Action[]} */
    const actions = [];
    for (let left = kMostFramesAtOnce; left > 0; --left) {
      const frame = this.#frame();
      actions.push(...frame.actions);
      if (!frame.again) return actions;
    }
    this.draw();
    return actions;
  }

  /** Puts the controls where the widgets are; answers whether the canvas changed for it. */
  #follow_layout() {
    const text = this.#gui.layout();
    if (text === this.#layout || text === '') return false;
    this.#layout = text;
    /** @type {import('./gui.mjs').Layout} */
    const { height, nodes } = JSON.parse(text);
    this.#page.text_view.place(nodes);
    if (height === this.#height) return false;
    this.#height = height;
    return this.#fit();
  }

  /** Sizes canvas and GUI for the page's width and height and the part in sight; answers whether something changed. */
  #fit() {
    if (!this.#shown) return false;
    const { stage, canvas } = this.#page;
    const width = stage.getBoundingClientRect().width;
    if (width === 0) return false;
    stage.style.height = `${this.#height}px`;
    const { top, height } = part_to_draw(stage.getBoundingClientRect(), this.#height, this.#place);
    const ratio = devicePixelRatio;
    const was = this.#place;
    // The browser's own count of device pixels, where it came for this size, is better than the product.
    const same = was.width === width && was.height === height && was.ratio === ratio;
    const backing_width = same ? was.backing_width : Math.round(width * ratio);
    const backing_height = same ? was.backing_height : Math.round(height * ratio);
    this.#place = { width, top, height, ratio, backing_width, backing_height };
    canvas.style.top = `${top}px`;
    canvas.style.width = `${width}px`;
    canvas.style.height = `${height}px`;
    return this.#tell_size();
  }

  #tell_size() {
    const { canvas } = this.#page;
    const { width, top, height, backing_width, backing_height } = this.#place;
    const now = [width, top, height, backing_width, backing_height].join();
    if (now === this.#told) return false;
    this.#told = now;
    if (canvas.width !== backing_width) canvas.width = backing_width;
    if (canvas.height !== backing_height) canvas.height = backing_height;
    this.#gui.size(width, backing_width, backing_height, top, height);
    return true;
  }

  #refit() {
    if (this.#fit()) this.#frames_at_once();
  }

  #follow_size() {
    const { ruler, canvas, stage, gone } = this.#page;
    const width = new ResizeObserver(() => this.#refit());
    width.observe(ruler);
    const exact = new ResizeObserver(([entry]) => {
      const box = entry.devicePixelContentBoxSize?.[0];
      const { width, height, ratio } = this.#place;
      // An emulated ratio is not in the browser's count; then the product is right.
      const near = box && Math.abs(box.inlineSize - width * ratio) <= 1 && Math.abs(box.blockSize - height * ratio) <= 1;
      if (!near || !this.#shown) return;
      this.#place.backing_width = box.inlineSize;
      this.#place.backing_height = box.blockSize;
      if (this.#tell_size()) this.#frames_at_once();
    });
    try {
      exact.observe(canvas, { box: 'device-pixel-content-box' });
    } catch {
      // Where browsers do not tell device pixels, the rounded product is as near as it gets.
    }
    this.#follow_ratio();
    addEventListener('scroll', () => this.#refit(), { passive: true, capture: true, signal: gone });
    addEventListener('resize', () => this.#refit(), { signal: gone });
    document.addEventListener('visibilitychange', () => {
      this.#focus.update();
      this.draw();
    }, { signal: gone });
    const sight = new IntersectionObserver(([entry]) => {
      this.#in_sight = entry.isIntersecting;
      this.#focus.update();
    });
    sight.observe(stage);
    gone.addEventListener('abort', () => [width, exact, sight].forEach(observer => observer.disconnect()));
  }

  #follow_ratio() {
    matchMedia(`(resolution: ${devicePixelRatio}dppx)`).addEventListener('change', () => {
      this.#refit();
      this.#follow_ratio();
    }, { once: true, signal: this.#page.gone });
  }

  #follow_context() {
    const { canvas, on_away, on_lost, gone } = this.#page;
    canvas.addEventListener('webglcontextlost', event => {
      event.preventDefault();  // without it the browser never restores it
      this.#gui.context_lost();
      on_away(true);
      this.#restore_timer = window.setTimeout(on_lost, kRestoreWithin);
    }, { signal: gone });
    canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(this.#restore_timer);
      this.#gui.context_restored();
      on_away(false);
    }, { signal: gone });
  }
}

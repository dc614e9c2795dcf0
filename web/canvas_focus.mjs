// The focus, for the canvas to draw: which control has it, its text, its selection, and the caret that blinks only
// while somebody edits.
import { focused_near } from './dom.mjs';
import { reduced_motion } from './theme.mjs';

/**
 * @typedef {object} Drawer
 * @property {(id: string, text: string, start: number, end: number, caret: boolean) => void} tell
 * @property {() => void} draw
 * @property {() => void} draw_once    one frame and no more
 * @property {() => boolean} watching  whether anybody can see it
 */

const kBlink = 530;  // milliseconds
const kEvents = ['focusin', 'focusout', 'input', 'compositionupdate', 'compositionend', 'keyup', 'select', 'pointerup'];

export class CanvasFocus {
  #text_view;
  #stage;
  #drawer;
  #told = '';
  #caret = true;
  #blink = 0;
  #calm = reduced_motion();

  /** @param {import('./text_view.mjs').TextView} text_view @param {HTMLElement} stage @param {Drawer} drawer
   * @param {AbortSignal} gone */
  constructor(text_view, stage, drawer, gone) {
    this.#text_view = text_view;
    this.#stage = stage;
    this.#drawer = drawer;
    for (const name of kEvents) stage.addEventListener(name, () => this.#changed(), { signal: gone });
    document.addEventListener('selectionchange', () => this.#changed(), { signal: gone });
    gone.addEventListener('abort', () => clearInterval(this.#blink));
  }

  /** Tells the focus again, where it has changed. */
  update() {
    const focused = focused_near(this.#stage);
    const seen = focused instanceof HTMLElement && this.#stage.contains(focused) && focused.matches(':focus-visible');
    const edited = seen && is_edited(focused) ? focused : null;
    this.#set_blinking(edited !== null);
    const id = seen ? this.#text_view.node_of(focused) : '';
    const text = edited?.value ?? '';
    const start = edited?.selectionStart ?? step_of(focused);
    const end = edited?.selectionEnd ?? start;
    const caret = edited !== null && this.#caret;
    const now = JSON.stringify([id, text, start, end, caret]);
    if (now === this.#told) return false;
    this.#told = now;
    this.#drawer.tell(id, text, start, end, caret);
    return true;
  }

  #changed() {
    if (!this.#drawer.watching()) return;
    this.#caret = true;
    if (this.update()) this.#drawer.draw();
  }

  /** @param {boolean} editing */
  #set_blinking(editing) {
    const wanted = editing && this.#drawer.watching() && !this.#calm.matches;
    if (wanted === (this.#blink !== 0)) return;
    clearInterval(this.#blink);
    this.#blink = 0;
    this.#caret = true;
    if (!wanted) return;
    this.#blink = window.setInterval(() => {
      this.#caret = !this.#caret;
      if (this.update()) this.#drawer.draw_once();
    }, kBlink);
  }
}

/** @param {Element} control @returns {control is HTMLInputElement | HTMLTextAreaElement} */
function is_edited(control) {
  return control instanceof HTMLTextAreaElement || (control instanceof HTMLInputElement && control.type === 'text');
}

/** Which point of a chart, or cell of a table, the arrow keys stand at: told in place of a caret. @param {Element | null} control */
function step_of(control) {
  const cell = control?.getAttribute('data-step');
  if (cell) return Number(cell);
  return Math.max(0, Number(control?.getAttribute('aria-valuenow') ?? 0) - 1);
}

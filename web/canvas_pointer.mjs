// Pointer events for the canvas. What lies over it (fields, menus, buttons) keeps its own clicks; the canvas gets
// presses on itself, and every movement, for what lights up under the pointer.
import { pointer_kinds } from './gui.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */
/**
 * @typedef {object} Receiver
 * @property {(kind: number, x: number, y: number, touch: boolean) => void} pointer
 * @property {() => void} draw
 * @property {() => Action[]} draw_through   frames now, and the actions that came of them
 * @property {(action: Action) => void} pressed   an action that a press on the canvas made, still inside the gesture
 */

/** @param {HTMLElement} stage @param {HTMLCanvasElement} canvas @param {Receiver} receiver
 * @param {AbortSignal} gone */
export function follow_pointer(stage, canvas, receiver, gone) {
  const send = (/** @type {number} */ kind, /** @type {PointerEvent} */ event) => {
    const edge = stage.getBoundingClientRect();
    receiver.pointer(kind, event.clientX - edge.left, event.clientY - edge.top, event.pointerType === 'touch');
  };
  stage.addEventListener('pointermove', event => {
    send(pointer_kinds.move, event);
    receiver.draw();
  }, { signal: gone });
  // Where a finger was lifted from the canvas, what lit up stays to be read until the next touch.
  let rests = false;
  const leave = (/** @type {PointerEvent} */ event) => {
    rests = false;
    send(pointer_kinds.left, event);
    receiver.draw();
  };
  stage.addEventListener('pointerleave', event => (rests && event.pointerType === 'touch') || leave(event), { signal: gone });
  stage.addEventListener('pointercancel', leave, { signal: gone });
  stage.addEventListener('pointerdown', event => rests && leave(event), { capture: true, signal: gone });
  follow_scale(stage, gone);
  canvas.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);
    send(pointer_kinds.move, event);
    receiver.draw_through();
    send(pointer_kinds.down, event);
    receiver.draw_through();
  });
  canvas.addEventListener('pointerup', event => {
    if (event.button !== 0) return;
    send(pointer_kinds.up, event);
    for (const action of receiver.draw_through()) receiver.pressed(action);
    rests = event.pointerType === 'touch';
  });
}

/** Whether a finger that goes sideways moves the page: an enlarged one, and one around a frame, which may be.
 * @param {HTMLElement} stage @param {AbortSignal} gone */
function follow_scale(stage, gone) {
  const seen = window.visualViewport;
  const tell = () => stage.classList.toggle('pans', parent !== self || (seen?.scale ?? 1) > 1.01);
  tell();
  seen?.addEventListener('resize', tell, { signal: gone });
}

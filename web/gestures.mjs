// What a person does with the page as a whole: copying, pasting, dropping files, and the one key of its own.
import { pasted_table } from './clipboard.mjs';

/**
 * @typedef {object} Page
 * @property {(control: Element | null) => boolean} is_paste_box
 * @property {(table: string) => void} paste
 * @property {() => string | null} copy   the table that Ctrl+C is about; null where the browser's own copying is meant
 * @property {() => void} expect_file   one may be dropped soon
 * @property {(data: DataTransfer) => void} drop
 * @property {() => void} toggle_text
 * @property {() => boolean} undo          false: there is nothing to take back
 * @property {() => boolean} redo
 * @property {boolean} alone   nothing but Kirnu is in the document, so that keys and pastes anywhere are for it
 * @property {AbortSignal} gone
 */

/** Switches between drawn page and text; no browser and no screen reader uses it. */
export const kTextKey = 'F2';

/** @param {HTMLElement} root @param {HTMLElement} stage shows that something can be dropped @param {Page} page */
export function follow_gestures(root, stage, page) {
  const { gone: signal } = page;
  const near = page.alone ? document : root;
  near.addEventListener('paste', event => take_paste(/** @type {ClipboardEvent} */ (event), root, page), { signal });
  near.addEventListener('copy', event => take_copy(/** @type {ClipboardEvent} */ (event), root, page), { signal });
  near.addEventListener('keydown', event => {
    const { key, ctrlKey, altKey, metaKey, shiftKey, repeat } = /** @type {KeyboardEvent} */ (event);
    if (key === kTextKey && !ctrlKey && !altKey && !metaKey && !shiftKey && !repeat) page.toggle_text();
    take_undo(/** @type {KeyboardEvent} */ (event), page);
  }, { signal });
  for (const name of /** @type {const} */ (['dragover', 'drop', 'dragleave'])) {
    near.addEventListener(name, event => take_drag(/** @type {DragEvent} */ (event), stage, page), { signal });
  }
}

/** Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z; in a text field they are the browser's own. @param {KeyboardEvent} event @param {Page} page */
function take_undo(event, page) {
  const [inner] = event.composedPath();
  const types = inner instanceof Element && inner.matches('textarea, [contenteditable], input:not([type=checkbox], [type=file], [type=range])');
  if (types || event.altKey || event.ctrlKey === event.metaKey) return;
  const key = event.key.toLowerCase();
  const redo = key === 'y' || (key === 'z' && event.shiftKey);
  if (key !== 'z' && !redo) return;
  if (redo ? page.redo() : page.undo()) event.preventDefault();
}

/** Whether somebody writes there. @param {Element | null | undefined} element */
function is_text(element) {
  return Boolean(element?.closest('input, textarea, [contenteditable]'));
}

/** @param {ClipboardEvent} event @param {HTMLElement} root @param {Page} page */
function take_copy(event, root, page) {
  const [inner] = event.composedPath();
  const ours = page.alone || (inner instanceof Element && root.contains(inner));
  if (!ours || (inner instanceof Element && is_text(inner)) || !(getSelection()?.isCollapsed ?? true)) return;
  const text = page.copy();
  if (text === null) return;
  event.clipboardData?.setData('text/plain', text);
  event.preventDefault();
}

/** @param {ClipboardEvent} event @param {HTMLElement} root @param {Page} page */
function take_paste(event, root, page) {
  const target = event.target instanceof Element ? event.target : null;
  const elsewhere = is_text(target) && !root.contains(target);
  if (elsewhere) return;
  const table = pasted_table(event, page.is_paste_box(target));
  if (table === null) return;
  event.preventDefault();
  page.paste(table);
}

/** @param {DragEvent} event @param {HTMLElement} stage @param {Page} page */
function take_drag(event, stage, page) {
  if (!event.dataTransfer?.types.includes('Files')) return;
  event.preventDefault();
  stage.classList.toggle('dropping', event.type === 'dragover');
  page.expect_file();
  if (event.type === 'drop') page.drop(event.dataTransfer);
}

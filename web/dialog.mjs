// What dialogs around the calculator are made of.
import { element } from './dom.mjs';

/** A dialog with a title and a way out, in the document. @param {string} classes @param {string} title @param {string} close */
export function make_dialog(classes, title, close) {
  const dialog = element('dialog', `dialog ${classes}`);
  const heading = element('h2', 'dialog-title', title);
  heading.id = `${classes}-title`;
  dialog.setAttribute('aria-labelledby', heading.id);
  const out = element('button', 'button', close);
  out.type = 'button';
  out.addEventListener('click', () => dialog.close());
  const body = element('div', 'dialog-body');
  dialog.append(element('div', 'dialog-head', heading, out), body);
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  return { dialog, body };
}

/** @param {string} label @param {[string, string][]} options value and words @param {string} value @param {(value: string) => void} chosen */
export function make_select(label, options, value, chosen) {
  const select = element('select', 'control');
  for (const [each, words] of options) {
    const option = element('option', '', words);
    option.value = each;
    select.append(option);
  }
  select.value = value;
  select.addEventListener('input', () => chosen(select.value));
  return element('label', 'dialog-field', element('span', 'label', label), select);
}

/** @param {string} label @param {boolean} on @param {(on: boolean) => void} changed */
export function make_toggle(label, on, changed) {
  const box = element('input', 'control');
  box.type = 'checkbox';
  box.checked = on;
  box.addEventListener('change', () => changed(box.checked));
  return { field: element('label', 'dialog-toggle', box, element('span', '', label)), box };
}

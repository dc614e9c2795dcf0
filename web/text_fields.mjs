// Fields of the text view: what is typed, slid or chosen as a file. What is typed stays as typed until a View that answers it
// says otherwise.
import { element, set_attribute, set_text } from './dom.mjs';

/** @typedef {import('./text_nodes.mjs').Part} Part */
/** @typedef {import('./text_nodes.mjs').Context} Context */
/** @typedef {import('./kirnu.d.ts').FieldNode} FieldNode */

/** What the file chooser offers first. */
const kAccepted =
  '.csv,.tsv,.tab,.txt,.xlsx,.gz,.json,application/json,text/csv,text/plain,text/tab-separated-values,application/gzip,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The lines under a control, and their link with it. @param {string} id @param {HTMLElement} control @param {Context} context */
export function build_remarks(id, control, context) {
  const lines = { note: element('p', 'note'), help: element('p', 'help'), error: element('p', 'error') };
  for (const [name, line] of Object.entries(lines)) line.id = context.dom_id(`${id}.${name}`);
  return {
    elements: [lines.error, lines.note, lines.help],
    update: (/** @type {{note?: string, help?: string, error?: string}} */ words) => {
      set_text(lines.note, words.note);
      set_text(lines.help, words.help);
      set_text(lines.error, words.error);
      const present = [lines.error, lines.note, lines.help].filter(line => !line.hidden).map(line => line.id);
      set_attribute(control, 'aria-describedby', present.join(' ') || null);
      set_attribute(control, 'aria-invalid', words.error ? 'true' : null);
    },
  };
}

/** Sends what is typed as it is typed; a composition (IME, dead keys) only when it is complete. The control keeps its
 * text and caret as long as State has the same text; when that becomes another one, the control shows it.
 * @param {HTMLInputElement | HTMLTextAreaElement} control @param {(value: string) => void} send
 * @returns {(value: string) => void} takes the text of a View, which answers everything that was sent */
function follow_typing(control, send) {
  let value = '';
  let composing = false;
  let answered = true;
  const show = () => {
    if (answered && !composing && control.value !== value) control.value = value;
  };
  const typed = () => {
    answered = false;
    send(control.value);
  };
  control.addEventListener('compositionstart', () => (composing = true));
  control.addEventListener('input', event => {
    if (!(/** @type {InputEvent} */ (event).isComposing)) typed();
  });
  control.addEventListener('compositionend', () => {
    composing = false;
    typed();
  });
  control.addEventListener('blur', () => {
    composing = false;
    show();
  });
  return now => {
    value = now;
    answered = true;
    show();
  };
}

/** @param {FieldNode} first @param {Context} context @returns {Part} */
export function build_field(first, context) {
  if (first.input === 'file') return build_file(first, context);
  if (first.input === 'slider') return build_slider(first, context);
  const lines = first.input === 'lines';
  const control = lines ? element('textarea', 'control') : element('input', 'control');
  control.id = context.dom_id(first.id);
  control.autocomplete = 'off';
  control.spellcheck = false;
  control.setAttribute('autocapitalize', 'off');
  if (control instanceof HTMLInputElement) {
    control.type = 'text';
    control.inputMode = first.input === 'date' ? 'text' : 'decimal';
    control.enterKeyHint = 'done';
  } else {
    control.rows = 4;
    control.wrap = 'off';
  }
  const words = element('span', 'words');
  const hint = element('span', 'hint');
  const label = element('label', 'label', words, ' ', hint);
  label.htmlFor = control.id;
  const remarks = build_remarks(first.id, control, context);
  const show_value = follow_typing(control, value => context.act({ type: 'set', id: first.id, value }));
  return {
    element: element('div', `field ${lines ? 'lines' : 'line'}`, label, control, ...remarks.elements),
    control,
    update: (/** @type {FieldNode} */ node) => {
      set_text(words, node.label);
      set_text(hint, node.hint);
      set_attribute(control, 'placeholder', node.placeholder || null);
      remarks.update(node);
      show_value(node.value ?? '');
    },
  };
}

/** The browser's own slider, with its keys and its touch; under the canvas it lies over the drawn one.
 * @param {FieldNode} first @param {Context} context @returns {Part} */
function build_slider(first, context) {
  const control = element('input', 'control');
  control.type = 'range';
  control.id = context.dom_id(first.id);
  const words = element('span', 'words');
  const hint = element('span', 'hint');
  const label = element('label', 'label', words, ' ', hint);
  label.htmlFor = control.id;
  const remarks = build_remarks(first.id, control, context);
  let unit = '';
  control.addEventListener('input', () => context.act({ type: 'set', id: first.id, value: control.value + unit }));
  return {
    element: element('div', 'field slider', label, control, ...remarks.elements),
    control,
    update: (/** @type {FieldNode} */ node) => {
      const { low = 0, high = 100, step = 1, at = 0 } = node.slider ?? {};
      unit = node.slider?.unit ?? '';
      for (const [name, value] of Object.entries({ min: low, max: high, step })) set_attribute(control, name, String(value));
      if (control.value !== String(at)) control.value = String(at);
      control.style.setProperty('--at', String(high > low ? (at - low) / (high - low) : 0));
      set_attribute(control, 'aria-valuetext', node.hint || null);
      set_text(words, node.label);
      set_text(hint, node.hint);
      remarks.update(node);
    },
  };
}

/** The whole zone is the file control: a click opens the chooser, a dropped file is taken by the page's drop listener.
 * @param {FieldNode} first @param {Context} context @returns {Part} */
function build_file(first, context) {
  const control = element('input', 'control');
  control.type = 'file';
  control.id = context.dom_id(first.id);
  control.accept = kAccepted;
  control.multiple = first.id === 'file';  // two or three lists at once
  const words = element('span', 'words');
  const hint = element('span', 'hint');
  const label = element('label', 'label', words, ' ', hint);
  label.htmlFor = control.id;
  const name = element('p', 'file-name');
  const remarks = build_remarks(first.id, control, context);
  for (const sign of ['pointerenter', 'focus']) control.addEventListener(sign, () => context.expect_file());
  control.addEventListener('change', () => {
    if (control.files?.length) context.pick_files(first.id, [...control.files]);
    control.value = '';  // so that the same file can be chosen again after it was changed
  });
  return {
    element: element('div', 'field file', label, control, name, ...remarks.elements),
    control,
    update: (/** @type {FieldNode} */ node) => {
      set_text(name, node.value);
      set_text(words, node.label);
      set_text(hint, node.hint);
      remarks.update(node);
    },
  };
}

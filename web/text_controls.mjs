// Selects, toggles and buttons of the text view.
import { element, set_attribute, set_text } from './dom.mjs';
import { build_remarks } from './text_fields.mjs';

/** @typedef {import('./text_nodes.mjs').Part} Part */
/** @typedef {import('./text_nodes.mjs').Context} Context */
/** @typedef {import('./kirnu.d.ts').SelectNode} SelectNode */
/** @typedef {import('./kirnu.d.ts').ToggleNode} ToggleNode */
/** @typedef {import('./kirnu.d.ts').ButtonNode} ButtonNode */

/** @param {SelectNode} first @param {Context} context @returns {Part} */
export function build_select(first, context) {
  const control = element('select', 'control');
  control.id = context.dom_id(first.id);
  const label = element('label', 'label');
  label.htmlFor = control.id;
  const remarks = build_remarks(first.id, control, context);
  const segments = element('div', 'segments');
  segments.setAttribute('aria-hidden', 'true');  // a picture of the select for pointers; the select itself is read and tabbed to
  const chosen = element('span', 'chosen');  // what is chosen in as many lines as it takes: browsers cut it off
  chosen.setAttribute('aria-hidden', 'true');
  const box = element('div', 'box', control, first.segmented ? segments : chosen);
  const show_chosen = () => set_text(chosen, control.selectedOptions[0]?.textContent ?? '');
  const choose = (/** @type {string} */ value) => {
    control.value = value;
    mark(segments, value);
    show_chosen();
    context.act({ type: 'set', id: first.id, value });
  };
  control.addEventListener('input', () => choose(control.value));
  segments.addEventListener('click', event => {
    const value = event.target instanceof HTMLElement ? event.target.dataset.value : undefined;
    if (value === undefined) return;
    control.focus({ preventScroll: true });
    choose(value);
  });
  let shown = '';
  return {
    element: element('div', first.segmented ? 'field select segmented' : 'field select', label, box, ...remarks.elements),
    control,
    update: (/** @type {SelectNode} */ node) => {
      set_text(label, node.label);
      remarks.update(node);
      const value = node.value ?? '';
      const options = node.options ?? [];
      const in_row = options.filter(option => !option.rare || option.value === value);
      const now = JSON.stringify([options, in_row]);
      if (now !== shown) fill_options(control, options, segments, in_row);
      shown = now;
      if (control.value !== value) control.value = value;
      mark(segments, value);
      show_chosen();
    },
  };
}

/** @typedef {import('./kirnu.d.ts').Option} Option */

/** @param {HTMLSelectElement} control @param {Option[]} options @param {HTMLElement} segments @param {Option[]} in_row */
function fill_options(control, options, segments, in_row) {
  options.forEach(({ value = '', label = '' }, at) => {
    const option = control.options[at] ?? control.appendChild(element('option'));
    option.value = value;
    if (option.textContent !== label) option.textContent = label;
  });
  while (control.options.length > options.length) control.remove(options.length);
  segments.replaceChildren(
    ...in_row.map(({ value = '', label = '' }) => {
      const segment = element('span', 'segment', label);
      segment.dataset.value = value;
      return segment;
    }),
  );
}

/** @param {HTMLElement} segments @param {string} value */
function mark(segments, value) {
  for (const segment of segments.children) segment.classList.toggle('on', /** @type {HTMLElement} */ (segment).dataset.value === value);
}

/** @param {ToggleNode} first @param {Context} context @returns {Part} */
export function build_toggle(first, context) {
  const control = element('input', 'control');
  control.type = 'checkbox';
  control.id = context.dom_id(first.id);
  const words = element('label', 'label');
  words.htmlFor = control.id;
  const remarks = build_remarks(first.id, control, context);
  control.addEventListener('change', () => context.act({ type: 'set', id: first.id, value: String(control.checked) }));
  return {
    element: element('div', 'field toggle', control, words, ...remarks.elements),
    control,
    update: (/** @type {ToggleNode} */ node) => {
      set_text(words, node.label);
      remarks.update(node);
      control.checked = node.on ?? false;
    },
  };
}

/** @param {ButtonNode} first @param {Context} context @returns {Part} */
export function build_button(first, context) {
  const control = element('button', 'control button');
  control.type = 'button';
  const help = element('p', 'help');
  help.id = context.dom_id(`${first.id}.help`);
  let latest = first;
  control.addEventListener('click', () => context.press(latest));
  return {
    element: element('div', 'press', control, help),
    control,
    update: (/** @type {ButtonNode} */ node) => {
      latest = node;
      set_text(control, node.label);
      set_text(help, node.help);
      set_attribute(control, 'data-style', node.style ?? 'plain');
      set_attribute(control, 'aria-describedby', node.help ? help.id : null);
    },
  };
}

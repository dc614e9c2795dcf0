// A metric of the text view: label, figure, and how it was computed.
import { element, set_attribute, set_text } from './dom.mjs';

/** @typedef {import('./text_nodes.mjs').Part} Part */
/** @typedef {import('./text_nodes.mjs').Context} Context */

const kLong = 11;  // letters: a number that needs the whole row of a phone, as "1.234.567,00 €"

/** A <details> whose state belongs to the core. @param {HTMLDetailsElement} details @param {string} id @param {Context} context */
export function follow_fold(details, id, context) {
  let shown = details.open;
  const tell = (/** @type {boolean} */ open) => {
    if (open === shown || context.printing()) return;
    shown = open;
    context.act({ type: 'fold', id, open });
  };
  // Told with the click itself, so that no View that is older than the click can undo it; `toggle` comes later, and
  // alone when find-in-page opens it.
  details.querySelector(':scope > summary')?.addEventListener('click', () => tell(!details.open));
  details.addEventListener('toggle', () => tell(details.open));
  return (/** @type {boolean} */ open) => {
    shown = open;
    if (details.open !== open && !context.printing()) details.open = open;
  };
}

/** @param {import('./kirnu.d.ts').MetricNode} first @param {Context} context @returns {Part} */
export function build_metric(first, context) {
  const label = element('dt', 'label');
  const sign = element('span', 'sign');
  const text = element('span', 'figure');
  const value = element('dd', 'value', sign, text);
  const note = element('dd', 'note');
  const metric = element('div', 'metric', element('dl', '', label, value, note));
  const how = build_explanation(first.id, context);
  return {
    element: metric,
    places: new Map([[`how.${first.id}`, how.element]]),
    update: (/** @type {import('./kirnu.d.ts').MetricNode} */ node) => {
      metric.classList.toggle('large', node.large ?? false);
      metric.classList.toggle('word', node.word ?? false);
      metric.classList.toggle('long', (node.text ?? '').length > kLong);
      set_attribute(metric, 'data-tone', node.tone ?? 'plain');
      set_attribute(metric, 'data-value', node.value === undefined ? null : String(node.value));
      set_text(label, node.label);
      set_text(sign, node.sign ? `${node.sign} ` : '');
      set_text(text, node.text ?? '–');
      set_text(note, node.note);
      if (!node.how) return how.element.remove();
      how.update(node.how, node.label ?? '');
      if (!how.element.isConnected) metric.append(how.element);
    },
  };
}

/** "How computed": formula, the reader's own numbers in it, definition, source. @param {string} id @param {Context} context */
function build_explanation(id, context) {
  const about = element('span', 'unseen');  // which number it explains, for those who hear the page
  const title = element('summary', 'control how-title');
  const words = element('span');
  title.append(words, about);
  const formula = element('p', 'formula');
  const inserted = element('p', 'inserted');
  const definition = element('p', 'definition');
  const source = element('p', 'source');
  const details = element('details', 'how', title, element('div', 'how-text', formula, inserted, definition, source));
  details.dataset.fold = `how.${id}`;
  const set_open = follow_fold(details, `how.${id}`, context);
  return {
    element: details,
    update: (/** @type {import('./kirnu.d.ts').Explanation} */ how, /** @type {string} */ label) => {
      set_text(words, how.title);
      set_text(about, `: ${label}`);
      set_text(formula, how.formula);
      set_text(inserted, how.inserted);
      set_text(definition, how.definition);
      set_text(source, how.source);
      set_open(how.open ?? false);
    },
  };
}

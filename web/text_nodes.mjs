// One builder a node kind: View node in, HTML element out, updated in place ever after. The controls live in
// text_fields.mjs and text_controls.mjs, charts and tables in text_figures.mjs, metrics in text_metric.mjs, and what holds them
// in text_sections.mjs.
import { element, heading, set_attribute, set_text } from './dom.mjs';
import { build_button, build_select, build_toggle } from './text_controls.mjs';
import { build_field } from './text_fields.mjs';
import { build_chart, build_table } from './text_figures.mjs';
import { build_metric } from './text_metric.mjs';
import { build_page, build_sections } from './text_sections.mjs';

/** @typedef {import('./kirnu.d.ts').Node} Node */
/** @typedef {import('./kirnu.d.ts').Action} Action */
/**
 * What a builder may ask of the page.
 * @typedef {object} Context
 * @property {(id: string) => string} dom_id         a document-wide id for a node's part
 * @property {(action: Action) => void} act
 * @property {(node: import('./kirnu.d.ts').ButtonNode) => void} press
 * @property {() => void} expect_file  one may be chosen soon
 * @property {(id: string, files: File[]) => void} pick_files
 * @property {(id: string, width: number) => Promise<string | null>} svg
 * @property {() => Promise<unknown>} leisure         for what nobody sees yet: when there is nothing else to do
 * @property {(id: string, stop: number) => void} stop_at   an arrow key stopped at this point of a chart
 * @property {() => boolean} printing
 * @property {boolean} alone                         nothing but this is in the document: its landmarks are the document's
 */
/**
 * A node on the page. `slot` takes the element of a child; `places` are the elements that the GUI's rectangles belong to.
 * @typedef {object} Part
 * @property {HTMLElement} element
 * @property {(node: any) => void} update
 * @property {(child: Node) => HTMLElement} [slot]
 * @property {HTMLElement[]} [slots]
 * @property {Map<string, HTMLElement>} [places]
 * @property {HTMLElement} [control]
 */

/** What makes a node need another element than the one it has. @param {Node} node @param {number} level */
export function part_key(node, level) {
  switch (node.kind) {
    case 'section':
      return `section ${node.role ?? 'card'} ${level}`;
    case 'text':
      return `text ${node.style ?? 'body'} ${level}`;
    case 'field':
      return `field ${node.input ?? 'count'}`;
    case 'select':
      return `select ${node.segmented ?? false}`;
    case 'chart':
      return `chart ${level}`;
    default:
      return node.kind;
  }
}

/** @param {Node} node @param {number} level heading level for a title in it @param {Context} context @returns {Part} */
export function build_part(node, level, context) {
  const part = build_kind(node, level, context);
  part.element.dataset.node = node.id;
  return part;
}

/** @param {Node} node @param {number} level @param {Context} context @returns {Part} */
function build_kind(node, level, context) {
  switch (node.kind) {
    case 'page':
      return build_page(level, context);
    case 'section':
      return build_sections(node, level, context);
    case 'text':
      return build_text(node, level);
    case 'field':
      return build_field(node, context);
    case 'select':
      return build_select(node, context);
    case 'toggle':
      return build_toggle(node, context);
    case 'button':
      return build_button(node, context);
    case 'metric':
      return build_metric(node, context);
    case 'table':
      return build_table(node.id, context);
    case 'chart':
      return build_chart(node, level, context);
    case 'message':
      return build_message();
    case 'progress':
      return build_progress();
  }
}

/** @param {import('./kirnu.d.ts').TextNode} first @param {number} level @returns {Part} */
function build_text(first, level) {
  const style = first.style ?? 'body';
  const text = style === 'heading' ? heading(level, 'text heading') : element('p', `text ${style}`);
  let shown = '';
  return {
    element: text,
    update: (/** @type {import('./kirnu.d.ts').TextNode} */ node) => {
      set_attribute(text, 'data-tone', node.tone ?? 'plain');
      const spans = node.spans ?? [];
      const now = JSON.stringify(spans);
      if (now === shown) return;
      shown = now;
      text.replaceChildren(...spans.map(span => (span.marked ? element('mark', '', span.text) : span.text)));
    },
  };
}

/** @returns {Part} */
function build_message() {
  const sign = element('span', 'sign');
  const text = element('span');
  sign.setAttribute('aria-hidden', 'true');
  const message = element('p', 'message', sign, text);
  const signs = { note: 'i', warning: '!', question: '?', error: '✕' };
  return {
    element: message,
    update: (/** @type {import('./kirnu.d.ts').MessageNode} */ node) => {
      set_attribute(message, 'data-level', node.level ?? 'note');
      set_text(sign, signs[node.level ?? 'note']);
      set_text(text, node.text);
    },
  };
}

/** @returns {Part} */
function build_progress() {
  const label = element('span', 'label');
  const bar = element('progress');
  const text = element('span', 'note');
  bar.max = 1;
  return {
    element: element('div', 'progress', element('label', '', label, bar), text),
    update: (/** @type {import('./kirnu.d.ts').ProgressNode} */ node) => {
      set_text(label, node.label);
      set_text(text, node.text);
      set_attribute(bar, 'value', node.fraction === undefined ? null : String(node.fraction));
    },
  };
}

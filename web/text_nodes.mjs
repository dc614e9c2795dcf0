// One builder a node kind: View node in, HTML element out, updated in place ever after. The controls live in
// text_controls.mjs, charts and tables in text_figures.mjs, metrics in text_metric.mjs.
import { element, heading, set_attribute, set_text } from './dom.mjs';
import { build_button, build_field, build_select, build_toggle } from './text_controls.mjs';
import { build_chart, build_table } from './text_figures.mjs';
import { build_metric, follow_fold } from './text_metric.mjs';

/** @typedef {import('./kirnu.d.ts').Node} Node */
/** @typedef {import('./kirnu.d.ts').Action} Action */
/**
 * What a builder may ask of the page.
 * @typedef {object} Context
 * @property {(id: string) => string} dom_id         a document-wide id for a node's part
 * @property {(action: Action) => void} act
 * @property {(node: import('./kirnu.d.ts').ButtonNode) => void} press
 * @property {(id: string, files: File[]) => void} pick_files
 * @property {(id: string, width: number) => Promise<string | null>} svg
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
      if (node.role === 'tools') return build_tools(node, level, context);
      return node.role === 'fold' ? build_fold(node, context) : build_section(node, level, context);
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

/** Header, main and footer are landmarks beside one another; everything that is neither header nor footer is main. Inside
 * somebody else's page, which has its own, they are none. @param {number} level @param {Context} context @returns {Part} */
function build_page(level, { alone }) {
  const title = heading(level, 'title');
  const subtitle = element('p', 'subtitle');
  const header = element(alone ? 'header' : 'div', 'masthead', title, subtitle);
  const tools = element('div', 'masthead-slot');
  header.append(tools);
  const main = element(alone ? 'main' : 'div', 'main');
  const foot = element('div', 'foot-slot');
  return {
    element: element('div', 'page', header, main, foot),
    slots: [tools, main, foot],
    slot: child => {
      const role = child.kind === 'section' ? child.role : '';
      return role === 'header' ? tools : role === 'footer' ? foot : main;
    },
    update: (/** @type {import('./kirnu.d.ts').PageNode} */ node) => {
      set_text(title, node.title);
      set_text(subtitle, node.subtitle);
    },
  };
}

/** @param {import('./kirnu.d.ts').SectionNode} first @param {number} level @param {Context} context @returns {Part} */
function build_section(first, level, context) {
  const role = first.role ?? 'card';
  const tag = role === 'footer' ? (context.alone ? 'footer' : 'div') : role === 'header' || role === 'row' || role === 'figures' ? 'div' : 'section';
  const title = heading(level, 'section-title');
  title.id = context.dom_id(`${first.id}.title`);
  const text = element('p', 'section-text');
  const slot = element('div', 'slot');
  const section = element(tag, `section ${role}`, title, text, slot);
  const fold = role === 'card' || role === 'wide_card' ? build_card_fold(first.id, title, slot, context) : null;
  if (fold) title.after(fold.element);
  return {
    element: section,
    slots: [slot],
    slot: () => slot,
    places: fold ? new Map([[`card.${first.id}`, fold.element]]) : undefined,
    update: (/** @type {import('./kirnu.d.ts').SectionNode} */ node) => {
      set_text(title, node.title);
      set_text(text, node.text);
      const named = node.title && (tag === 'section' || role === 'row');
      if (role === 'row') set_attribute(section, 'role', named ? 'group' : null);
      set_attribute(section, 'aria-labelledby', named ? title.id : null);
      if (!fold) return;
      fold.update(node.open ?? true);
      section.classList.toggle('folds', !!node.title);
      section.classList.toggle('folded', !!node.title && node.open === false);
    },
  };
}

/** What folds a card where the page is as narrow as a phone; the style sheet leaves it out elsewhere.
 * @param {string} id @param {HTMLElement} title @param {HTMLElement} slot @param {Context} context */
function build_card_fold(id, title, slot, context) {
  const control = element('button', 'control');
  const folder = element('div', 'card-fold', control);
  folder.dataset.fold = `card.${id}`;
  control.type = 'button';
  slot.id = context.dom_id(`${id}.slot`);
  control.setAttribute('aria-labelledby', title.id);
  control.setAttribute('aria-controls', slot.id);
  let shown = false;
  control.addEventListener('click', () => context.act({ type: 'fold', id: `card.${id}`, open: !shown }));
  return {
    element: folder,
    update: (/** @type {boolean} */ open) => {
      shown = open;
      set_attribute(control, 'aria-expanded', String(open));
    },
  };
}

/** @param {import('./kirnu.d.ts').SectionNode} first @param {Context} context @returns {Part} */
function build_fold(first, context) {
  const title = element('summary', 'control fold-title');
  const text = element('p', 'section-text');
  const slot = element('div', 'slot');
  const details = element('details', 'section fold', title, text, slot);
  const set_open = follow_fold(details, first.id, context);
  return {
    element: details,
    slots: [slot],
    slot: () => slot,
    control: title,
    update: (/** @type {import('./kirnu.d.ts').SectionNode} */ node) => {
      set_text(title, node.title);
      set_text(text, node.text);
      set_open(node.open ?? true);
    },
  };
}

/** A titled section, whose title folds it on a phone: style.css knows which of the two titles is there.
 * @param {import('./kirnu.d.ts').SectionNode} first @param {number} level @param {Context} context @returns {Part} */
function build_tools(first, level, context) {
  const title = heading(level, 'section-title');
  const folder = element('button', 'control folder');
  const slot = element('div', 'slot');
  slot.id = context.dom_id(first.id);
  folder.type = 'button';
  folder.setAttribute('aria-controls', slot.id);
  const section = element('section', 'section tools', title, folder, slot);
  let open = false;
  folder.addEventListener('click', () => context.act({ type: 'fold', id: first.id, open: !open }));
  return {
    element: section,
    slots: [slot],
    slot: () => slot,
    control: folder,
    update: (/** @type {import('./kirnu.d.ts').SectionNode} */ node) => {
      open = node.open ?? true;
      set_text(title, node.title);
      set_text(folder, node.title);
      set_attribute(section, 'aria-label', node.title);
      set_attribute(folder, 'aria-expanded', String(open));
    },
  };
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

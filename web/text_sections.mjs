// What holds other nodes in the text view: the page with its landmarks, sections and cards, and what folds them.
import { element, heading, set_attribute, set_text } from './dom.mjs';
import { follow_fold } from './text_metric.mjs';

/** @typedef {import('./text_nodes.mjs').Part} Part */
/** @typedef {import('./text_nodes.mjs').Context} Context */

/** Header, main and footer are landmarks beside one another; everything that is neither header nor footer is main. Inside
 * somebody else's page, which has its own, they are none. @param {number} level @param {Context} context @returns {Part} */
export function build_page(level, { alone }) {
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

/** @param {import('./kirnu.d.ts').SectionNode} node @param {number} level @param {Context} context @returns {Part} */
export function build_sections(node, level, context) {
  if (node.role === 'tools') return build_tools(node, level, context);
  return node.role === 'fold' ? build_fold(node, context) : build_section(node, level, context);
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

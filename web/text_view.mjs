// The text view: a View as real HTML, updated in place by node id. It is the page where there is no canvas, and under a
// canvas it holds the focus, the text and the words that screen readers, find-in-page and print get.
import { focused_near, set_children } from './dom.mjs';
import { is_same } from './same.mjs';
import { build_part, part_key } from './text_nodes.mjs';

/** @typedef {import('./kirnu.d.ts').Node} Node */
/** @typedef {import('./kirnu.d.ts').View} View */
/** @typedef {import('./text_nodes.mjs').Part} Part */
/** @typedef {import('./text_nodes.mjs').Context} Context */
/** A part, and the node that it shows. @typedef {{key: string, part: Part, shown?: Node}} Shown */
/** @typedef {[x: number, y: number, width: number, height: number]} Rect */

/** Later instances of the same page number their ids on. */
const kInstances = Symbol.for('kirnu.instances');
/** What nobody but a View changes. */
const kShown = ['text', 'metric', 'table', 'chart', 'message'];

export class TextView {
  #root;
  #context;
  #printing = false;
  /** @type {Map<string, Shown>} */ #parts = new Map();
  /** @type {Map<string, Node>} */ #nodes = new Map();
  /** @type {WeakMap<Element, string>} */ #controls = new WeakMap();

  /** @param {HTMLElement} root @param {Omit<Context, 'dom_id' | 'printing'>} page what actions, files and drawings go to
   * @param {AbortSignal} gone */
  constructor(root, page, gone) {
    this.#root = root;
    const all = /** @type {any} */ (globalThis);
    const instance = (all[kInstances] = (all[kInstances] ?? 0) + 1);
    this.#context = {
      ...page,
      dom_id: (/** @type {string} */ id) => `kirnu${instance}.${id}`,
      printing: () => this.#printing,
    };
    addEventListener('beforeprint', () => this.#unfold(true), { signal: gone });
    addEventListener('afterprint', () => this.#unfold(false), { signal: gone });
  }

  /** @param {View} view */
  show(view) {
    const seen = new Set();
    this.#nodes.clear();
    const focused = focused_near(this.#root);
    const page = this.#reconcile(view.page, this.#context.alone ? 1 : 2, seen);
    set_children(this.#root, [page.element]);
    // A control that went to another section lost the focus on the way; in one that is folded its name takes it.
    const lost = focused instanceof HTMLElement && focused.isConnected && this.#root.contains(focused) && focused_near(this.#root) !== focused;
    if (lost) focused.focus({ preventScroll: true });
    const folded = lost && focused_near(this.#root) !== focused ? focused.closest('details:not([open])') : null;
    folded?.querySelector('summary')?.focus({ preventScroll: true });
    for (const id of this.#parts.keys()) if (!seen.has(id)) this.#parts.delete(id);
  }

  /** A node of the View that is shown. @param {string} id */
  node(id) {
    return this.#nodes.get(id);
  }

  /** The control that takes the focus for a node. @param {string} id */
  control(id) {
    return this.#parts.get(id)?.part.control ?? null;
  }

  /** The node whose control this is. @param {Element | null} control */
  node_of(control) {
    return (control && this.#controls.get(control)) ?? '';
  }

  /** The words of a node and all below it, as they are heard. @param {string} id */
  words(id) {
    const shown = this.#parts.get(id)?.part.element;
    if (!shown) return '';
    const heard = /** @type {HTMLElement} */ (shown.cloneNode(true));
    for (const unheard of heard.querySelectorAll('[aria-hidden="true"], [hidden]')) unheard.remove();
    for (const block of heard.querySelectorAll('p')) block.append(' ');
    return heard.textContent.replace(/\s+/g, ' ').trim();
  }

  /** Where the canvas drew each node, in CSS pixels of the page: the controls go there.
   * @param {Record<string, Rect>} places */
  place(places) {
    for (const [id, { part }] of this.#parts) {
      set_place(part.element, places[id]);
      for (const [other, target] of part.places ?? []) set_place(target, places[other]);
    }
  }

  /** @param {Node} node @param {number} level @param {Set<string>} seen @returns {Part} */
  #reconcile(node, level, seen) {
    seen.add(node.id);
    this.#nodes.set(node.id, node);
    const found = this.#part(node, level);
    const { part, shown } = found;
    if (!shown || !kShown.includes(node.kind) || !is_same(shown, node)) part.update(node);
    found.shown = node;
    if (part.slots && part.slot) this.#fill(node, part, level, seen);
    return part;
  }

  /** @param {Node} node @param {Part} part @param {number} level @param {Set<string>} seen */
  #fill(node, part, level, seen) {
    const slots = /** @type {HTMLElement[]} */ (part.slots);
    const slot = /** @type {(child: Node) => HTMLElement} */ (part.slot);
    const titled = node.kind === 'page' || (node.kind === 'section' && node.role !== 'fold' && !!node.title);
    /** @type {Map<HTMLElement, Element[]>} */
    const contents = new Map(slots.map(each => [each, []]));
    for (const child of node.children ?? []) {
      const { element } = this.#reconcile(child, titled ? level + 1 : level, seen);
      contents.get(slot(child))?.push(element);
    }
    for (const [target, elements] of contents) set_children(target, elements);
  }

  /** What shows this node already, or a new part. @param {Node} node @param {number} level @returns {Shown} */
  #part(node, level) {
    const key = part_key(node, level);
    const found = this.#parts.get(node.id);
    if (found?.key === key) return found;
    const part = build_part(node, level, this.#context);
    const made = { key, part };
    this.#parts.set(node.id, made);
    if (part.control) this.#controls.set(part.control, node.id);
    for (const [id, target] of part.places ?? []) {
      const control = target.querySelector('.control');
      if (control) this.#controls.set(control, id);
    }
    return made;
  }

  /** Paper cannot be unfolded: everything is open in print, and as before after it. @param {boolean} printing */
  #unfold(printing) {
    this.#printing = printing;
    for (const details of this.#root.querySelectorAll('details')) {
      if (printing) {
        details.dataset.open = String(details.open);
        details.open = true;
      } else {
        details.open = details.dataset.open === 'true';
        delete details.dataset.open;
      }
    }
  }
}

/** @param {HTMLElement} target @param {Rect | undefined} rect */
function set_place(target, rect) {
  const place = rect ? rect.map(Math.fround).join(' ') : '';
  if ((target.dataset.place ?? '') === place) return;
  if (!rect) {
    delete target.dataset.place;
    for (const name of ['--x', '--y', '--w', '--h']) target.style.removeProperty(name);
    return;
  }
  target.dataset.place = place;
  ['--x', '--y', '--w', '--h'].forEach((name, at) => target.style.setProperty(name, `${rect[at]}px`));
}

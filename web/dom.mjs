// Small hands for building and updating elements. Text only ever goes in as text, never as markup.

/** @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {string} [classes] @param {...(globalThis.Node | string)} children
 * @returns {HTMLElementTagNameMap[Tag]} */
export function element(tag, classes = '', ...children) {
  const made = document.createElement(tag);
  if (classes) made.className = classes;
  made.append(...children);
  return made;
}

/** @param {number} level @param {string} [classes] */
export function heading(level, classes) {
  return element(/** @type {'h2'} */ (`h${Math.min(level, 6)}`), classes);
}

/** Shows the text, or hides the element when there is none, or when it stands elsewhere and is kept for its name only.
 * @param {HTMLElement} target @param {string | undefined} text @param {boolean} [elsewhere] */
export function set_text(target, text = '', elsewhere = false) {
  if (target.textContent !== text) target.textContent = text;
  set_hidden(target, elsewhere || text === '');
}

/** What already is so is not set again: every change makes browser and screen reader look. @param {HTMLElement} target
 * @param {boolean} hidden */
export function set_hidden(target, hidden) {
  if (target.hidden !== hidden) target.hidden = hidden;
}

/** @param {Element} target @param {string} name @param {string | null | undefined} value absent: the attribute goes */
export function set_attribute(target, name, value) {
  if (value === null || value === undefined) target.removeAttribute(name);
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value);
}

/** The element that has the focus, also inside a shadow root. @param {globalThis.Node} near */
export function focused_near(near) {
  const root = near.getRootNode();
  return root instanceof Document || root instanceof ShadowRoot ? root.activeElement : null;
}

/** @param {Element} container @param {Element[]} wanted */
function is_same({ children }, wanted) {
  return children.length === wanted.length && wanted.every((child, at) => children[at] === child);
}

/** Puts exactly these children into a container, in this order, without ever moving the one that holds the focus: a
 * moved control loses it. @param {Element} container @param {Element[]} wanted */
export function set_children(container, wanted) {
  if (is_same(container, wanted)) return;
  const keep = new Set(wanted);
  for (const child of [...container.children]) if (!keep.has(child)) child.remove();
  const focused = focused_near(container);
  const anchor = focused ? wanted.find(child => child.contains(focused)) : undefined;
  /** @type {Element | null} */
  let next = null;
  for (const child of [...wanted].reverse()) {
    if (child === anchor) {
      while (child.nextElementSibling !== next && child.nextElementSibling) {
        container.insertBefore(child.nextElementSibling, container.firstElementChild);
      }
    } else if (child.parentNode !== container || child.nextElementSibling !== next) {
      container.insertBefore(child, next);
    }
    next = child;
  }
}

const kMostIdle = 1000;  // milliseconds

/** When the browser has nothing else to do; some never say so. */
export function idle() {
  return new Promise(resolve => ('requestIdleCallback' in globalThis ? requestIdleCallback(resolve, { timeout: kMostIdle }) : setTimeout(resolve, 50)));
}

// Language and colours that a View asks for, on the element that carries them: the document's own, or a custom element.

/** @typedef {import('./kirnu.d.ts').Node} Node */

/** @param {import('./kirnu.d.ts').View} view @param {HTMLElement} host @param {boolean} titled the document is named after it
 * @returns {{language: boolean, theme: boolean}} what changed */
export function follow_looks({ page }, host, titled) {
  const changed = { language: false, theme: false };
  if (page.kind === 'page') {
    const language = page.language ?? host.lang;
    changed.language = host.lang !== language;
    if (changed.language) host.lang = language;
    if (titled) document.title = [page.title, page.subtitle].filter(Boolean).join(' – ');
  }
  const theme = find_value(page, 'theme');
  changed.theme = theme !== '' && host.dataset.theme !== theme;
  if (changed.theme) host.dataset.theme = theme;
  return changed;
}

/** The value of a select in the View. @param {Node} node @param {string} id @returns {string} */
function find_value(node, id) {
  if (node.id === id && node.kind === 'select') return node.value ?? '';
  for (const child of node.children ?? []) {
    const found = find_value(child, id);
    if (found) return found;
  }
  return '';
}

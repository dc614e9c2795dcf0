// A page as a list of its nodes with their words and numbers: from a View of the core, and from the text view of a
// browser. Both must be equal, for every View.
import assert from 'node:assert/strict';

/** @typedef {Record<string, unknown>} Entry */

/** Line ends as a textarea has them. @param {string | undefined} text */
const lines = (text = '') => text.replace(/\r\n?/g, '\n');

/** @param {any} table */
const table_words = (table = {}) => ({
  caption: table.caption ?? '',
  rows: [(table.columns ?? []).map(column => column.label ?? ''), ...(table.rows ?? []).map(row => row.map(cell => cell.text ?? ''))],
});

/** @param {any} node @returns {Entry} */
function entry_of(node) {
  const { id, kind } = node;
  const said = (/** @type {string[]} */ ...names) => Object.fromEntries(names.map(name => [name, node[name] ?? '']));
  switch (kind) {
    case 'page':
      return { id, kind, ...said('title', 'subtitle') };
    case 'section':
      return { id, kind, ...said('title', 'text') };
    case 'text':
      return { id, kind, text: (node.spans ?? []).map(span => span.text).join('') };
    case 'field':
      return { id, kind, ...said('label', 'hint', 'help', 'note', 'error'), value: node.slider ? String(node.slider.at ?? 0) : lines(node.value) };
    case 'select':
      return { id, kind, ...said('label', 'help', 'error', 'value'), options: (node.options ?? []).map(option => option.label) };
    case 'button':
      return { id, kind, ...said('label', 'help') };
    case 'metric':
      return { id, kind, ...said('label', 'note'), text: `${node.sign ? `${node.sign} ` : ''}${node.text ?? '–'}`, value: node.value ?? null, how: how_words(node.how) };
    case 'table':
      return { id, kind, ...table_words(node) };
    case 'chart':
      return { id, kind, ...(node.titled ? { title: '', summary: '' } : said('title', 'summary')), ...table_words(node.table?.rows?.length ? node.table : {}), points: node.chart?.stops?.length ?? 0 };
    case 'message':
      return { id, kind, ...said('text'), level: node.level ?? 'note' };
    default:
      return { id, kind };
  }
}

/** @param {any} how */
const how_words = how => (how ? ['title', 'formula', 'inserted', 'definition', 'source'].map(name => how[name] ?? '') : null);

/** Every node of a View, in reading order. @param {any} view @returns {Entry[]} */
export function outline_of_view(view) {
  /** @type {(node: any) => any[]} */
  const all = node => [node, ...(node.children ?? []).flatMap(all)];
  return all(view.page).map(entry_of);
}

/** Every node of the text view, in document order. @param {import('playwright-core').Page} page @returns {Promise<Entry[]>} */
export function outline_of_page(page) {
  return page.evaluate(() => {
    /** @param {Element} node @param {string} selector */
    const own = (node, selector) => [...node.querySelectorAll(selector)].filter(each => each.closest('[data-node]') === node && !(/** @type {HTMLElement} */ (each).hidden));
    /** @param {Element} node @param {string} selector */
    const words = (node, selector) => own(node, selector)[0]?.textContent ?? '';
    /** @param {Element} node @param {Record<string, string>} selectors */
    const said = (node, selectors) => Object.fromEntries(Object.entries(selectors).map(([name, selector]) => [name, words(node, selector)]));
    /** @param {Element} node */
    const value_of = node => /** @type {HTMLInputElement} */ (own(node, '.control')[0]).value;
    /** @param {Element} node */
    const table_words = node => {
      const row_words = own(node, 'tr').map(row => [...row.children].map(cell => cell.textContent ?? ''));
      return { caption: words(node, 'caption'), rows: row_words.length ? row_words : [[]] };
    };
    /** @param {Element} node */
    const how_words = node =>
      own(node, '.how')[0] ? ['.how-title > span:first-child', '.formula', '.inserted', '.definition', '.source'].map(part => words(node, part)) : null;
    const remarks = { help: '.help', error: '.error' };
    /** @type {[string, (node: Element) => object][]} */
    const kinds = [
      ['page', node => said(node, { title: '.title', subtitle: '.subtitle' })],
      ['section', node => said(node, { title: '.section-title, .fold-title', text: '.section-text' })],
      ['text', node => ({ text: node.textContent })],
      ['select', node => ({ ...said(node, { label: '.label', ...remarks }), value: value_of(node), options: own(node, 'option').map(option => option.textContent) })],
      ['field', node => ({ ...said(node, { label: '.words', hint: '.hint', note: '.note', ...remarks }), value: node.classList.contains('file') ? words(node, '.file-name') : value_of(node) })],
      ['press', node => said(node, { label: '.control', help: '.help' })],
      ['metric', node => ({ ...said(node, { label: 'dt', note: 'dl .note' }), text: words(node, '.sign') + words(node, '.figure'), value: node.hasAttribute('data-value') ? Number(node.getAttribute('data-value')) : null, how: how_words(node) })],
      ['table-scroll', table_words],
      ['chart', node => ({ ...said(node, { title: '.chart-title', summary: '.chart-summary' }), ...table_words(node), points: Number(own(node, '.plot')[0].getAttribute('aria-valuemax') ?? 0) })],
      ['message', node => ({ text: words(node, 'span:last-child'), level: node.getAttribute('data-level') })],
    ];
    const names = /** @type {Record<string, string>} */ ({ press: 'button', 'table-scroll': 'table' });
    // What can be taken back is known to the page alone, and told to its core as an Action: undo.test.mjs.
    return [...document.querySelectorAll('[data-node]:not([data-node=undo], [data-node=redo])')].map(node => {
      const [name, read] = kinds.find(([name]) => node.classList.contains(name)) ?? ['progress', () => ({})];
      return { id: node.getAttribute('data-node'), kind: names[name] ?? name, ...read(node) };
    });
  });
}

/** Fails with the nodes that differ. @param {Entry[]} shown @param {Entry[]} expected */
export function assert_same_outline(shown, expected) {
  assert.equal(shown.map(({ id }) => id).join(' '), expected.map(({ id }) => id).join(' '));
  const differ = shown.flatMap((entry, at) => {
    const names = Object.keys({ ...entry, ...expected[at] }).filter(name => JSON.stringify(entry[name]) !== JSON.stringify(expected[at][name]));
    return names.map(name => `${entry.id} ${name}: shown ${JSON.stringify(entry[name])}, expected ${JSON.stringify(expected[at][name])}`);
  });
  assert.deepEqual(differ, []);
}

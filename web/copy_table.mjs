// Ctrl+C on the drawn page, where nothing is selected: the table of the section that has the focus, else the first.

/** @typedef {import('./kirnu.d.ts').Node} Node */
/** @typedef {import('./kirnu.d.ts').Table} Table */

/** Columns between tabs, as spreadsheets take them, and nothing that they would compute. @param {Table} table */
export function table_text({ columns = [], rows = [] }) {
  const cell = (text = '') => text.replace(/[\t\r\n]+/g, ' ').replace(/^(?=[=@]|[+-]\D)/, "'");
  const line = (/** @type {(string | undefined)[]} */ texts) => texts.map(cell).join('\t');
  return [line(columns.map(column => column.label)), ...rows.map(row => line(row.map(cell => cell.text)))].join('\n');
}

/** The innermost table around a node, else the first on the page. @param {Node} page @param {string} focused id of a node, or empty */
export function current_table(page, focused) {
  const around = path_to(page, focused) ?? [page];
  return around.map(first_table).filter(Boolean).at(-1) ?? null;
}

/** From the page down to a node; null where there is none of that id. @param {Node} node @param {string} id @returns {Node[] | null} */
function path_to(node, id) {
  if (node.id === id) return [node];
  for (const child of node.children ?? []) {
    const path = path_to(child, id);
    if (path) return [node, ...path];
  }
  return null;
}

/** @param {Node} node @returns {Table | null} */
function first_table(node) {
  if (node.kind === 'table' && node.rows?.length) return node;
  if (node.kind === 'chart' && node.table?.rows?.length) return node.table;
  for (const child of node.children ?? []) {
    const table = first_table(child);
    if (table) return table;
  }
  return null;
}

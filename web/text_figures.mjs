// Tables and charts of the text view. A chart is a sentence, a picture that the core draws as SVG, its points one by one
// by arrow keys, and the same data as a table.
import { element, heading, set_attribute, set_hidden, set_text } from './dom.mjs';
import { drawn_picture } from './trusted.mjs';
import { follow_cells } from './text_heat.mjs';

/** @typedef {import('./text_nodes.mjs').Part} Part */
/** @typedef {import('./text_nodes.mjs').Context} Context */
/** @typedef {import('./kirnu.d.ts').Table} Table */
/** @typedef {import('./kirnu.d.ts').ChartNode} ChartNode */

/** @param {string} id @param {Context} context @returns {Part} */
export function build_table(id, context) {
  const table = build_rows();
  const cells = follow_cells(id, table.element, context);
  table.caption.id = context.dom_id(`${id}.caption`);
  const scroller = element('div', 'table-scroll', table.element, cells.line);
  follow_overflow(scroller, table);
  return {
    element: scroller,
    control: table.element,
    update: (/** @type {Table} */ node) => {
      table.update(node);
      cells.update(node);
    },
  };
}

const kShort = 14;  // letters: a name that a narrow page must not break, as "Jan 2025"
const kMostStacked = 12;  // rows: a longer table scrolls where it is wider than its room
const kWhole = /\S*\d\S*-\S*|\S+-\S*\d\S*/g;  // names with digits and a hyphen, as "K-1070": no line ends inside

function build_rows() {
  const caption = element('caption');
  const head = element('thead');
  const body = element('tbody');
  const table = element('table', '', caption, head, body);
  let shown = '';
  return {
    element: table,
    caption,
    stacks: () => body.rows.length <= kMostStacked && (head.rows[0]?.cells.length ?? 0) > 2 && !table.querySelector('.shaded, .unobserved'),
    update: (/** @type {Table} */ node) => {
      const now = JSON.stringify([node.caption, node.columns, node.rows]);
      if (now === shown) return;
      shown = now;
      caption.textContent = node.caption ?? '';
      head.replaceChildren(head_row(node));
      body.replaceChildren(...(node.rows ?? []).map(row => body_row(row, node)));
      if (table.classList.contains('stacked')) stack(table, true);
    },
  };
}

/** @param {Table} table */
function head_row(table) {
  const cells = (table.columns ?? []).map(column => {
    const cell = element('th', column.numeric ? 'numeric' : '', column.label ?? '');
    cell.scope = 'col';
    return cell;
  });
  return element('tr', '', ...cells);
}

/** @param {import('./kirnu.d.ts').Cell[]} row @param {Table} table */
function body_row(row, table) {
  const cells = row.map((cell, at) => {
    const shown = element(at === 0 ? 'th' : 'td', table.columns?.[at]?.numeric ? 'numeric' : '');
    shown.append(...whole_names(cell.text ?? ''));
    if (at > 0) shown.dataset.label = table.columns?.[at]?.label ?? '';
    if (at === 0) {
      shown.scope = 'row';
      shown.classList.toggle('short', (cell.text ?? '').length <= kShort);
    }
    if (cell.tone) shown.dataset.tone = cell.tone;
    if (cell.observed === false) shown.classList.add('unobserved');
    if (cell.shade !== undefined) {
      shown.classList.add('shaded');
      shown.style.setProperty('--shade', String(cell.shade));
    }
    return shown;
  });
  return element('tr', '', ...cells);
}

/** The text, with each name that must not be broken in a box of its own. @param {string} text */
function whole_names(text) {
  /** @type {(string | HTMLElement)[]} */
  const parts = [];
  let from = 0;
  for (const { 0: name, index } of text.matchAll(kWhole)) {
    parts.push(text.slice(from, index), element('span', 'whole', name));
    from = index + name.length;
  }
  parts.push(text.slice(from));
  return from === 0 ? [text] : [element('span', '', ...parts)];
}

/** A table that is wider than its card: the rows of a short one are stacked, as the canvas stacks them; a longer one
 * scrolls inside it, and then has to be reachable by keyboard, where it is not itself.
 * @param {HTMLElement} scroller @param {ReturnType<typeof build_rows>} rows */
function follow_overflow(scroller, { element: table, caption, stacks }) {
  new ResizeObserver(() => {
    const clipped = scroller.clientWidth <= 1;  // under the canvas
    const was_stacked = table.classList.contains('stacked');
    table.classList.remove('stacked');
    const stacked = !clipped && scroller.scrollWidth > scroller.clientWidth + 1 && stacks();
    if (stacked || was_stacked) stack(table, stacked);
    const scrolls = !clipped && table.tabIndex < 0 && scroller.scrollWidth > scroller.clientWidth + 1;
    set_attribute(scroller, 'tabindex', scrolls ? '0' : null);
    set_attribute(scroller, 'role', scrolls ? 'region' : null);
    set_attribute(scroller, 'aria-labelledby', scrolls ? caption.id : null);
  }).observe(scroller);
}

/** Boxes that are no table's still are one to who hears it. @param {HTMLElement} table @param {boolean} stacked */
function stack(table, stacked) {
  table.classList.toggle('stacked', stacked);
  const roles = { thead: 'rowgroup', tbody: 'rowgroup', tr: 'row', 'thead th': 'columnheader', 'tbody th': 'rowheader', td: 'cell' };
  if (table.getAttribute('role') !== 'grid') set_attribute(table, 'role', stacked ? 'table' : null);
  for (const [name, role] of Object.entries(roles)) {
    for (const part of table.querySelectorAll(name)) set_attribute(/** @type {HTMLElement} */ (part), 'role', stacked ? role : null);
  }
}

/** @param {ChartNode} first @param {number} level @param {Context} context @returns {Part} */
export function build_chart(first, level, context) {
  const title = heading(level, 'chart-title');
  title.id = context.dom_id(`${first.id}.title`);
  const summary = element('p', 'chart-summary');
  const plot = element('div', 'control plot');
  const stop = element('p', 'stop');
  stop.setAttribute('aria-hidden', 'true');  // the plot itself says it
  const table = build_table(first.id, context);
  const table_title = element('summary', 'table-title');
  const details = element('details', 'chart-table', table_title, table.element);
  const slot = element('div', 'slot pictures');
  slot.setAttribute('role', 'group');
  slot.setAttribute('aria-labelledby', title.id);  // so that each button is heard with its chart
  const paper = element('div', 'paper');
  paper.setAttribute('aria-hidden', 'true');
  const picture = follow_picture(first.id, plot, paper, context);
  const stops = follow_stops(first.id, plot, stop, context);
  const figure = element('figure', 'chart', title, summary, plot, paper, stop, slot, details);
  figure.setAttribute('aria-labelledby', title.id);
  return {
    element: figure,
    control: plot,
    slots: [slot],
    slot: () => slot,
    update: (/** @type {ChartNode} */ node) => {
      set_text(title, node.title, node.titled);  // its card says them
      set_text(summary, node.summary, node.titled);
      set_attribute(plot, 'aria-labelledby', title.id);
      stops.update(node);
      picture.update(node);
      set_hidden(details, !node.table?.rows?.length);
      set_text(table_title, node.table?.caption);
      table.update(node.table ?? {});
    },
  };
}

const kPaper = 480;  // CSS pixels: a chart of a long printed report, where the one of the screen would be too small to read

/** The SVG, drawn by the core anew for every width so that its ticks keep their size, and once more for paper.
 * @param {string} id @param {HTMLElement} plot @param {HTMLElement} paper @param {Context} context */
function follow_picture(id, plot, paper, context) {
  let shown = '';
  let width = 0;
  let asking = false;
  let stale = false;
  const ask = async () => {
    stale = true;
    if (asking || width === 0) return;
    asking = true;
    plot.dataset.drawing = '';
    while (stale) {
      await context.leisure();
      stale = false;
      for (const [place, wide] of /** @type {[HTMLElement, number][]} */ ([[plot, width], [paper, kPaper]])) {
        const svg = stale ? null : await context.svg(id, wide);
        if (svg && !stale) insert_svg(place, svg);
      }
    }
    asking = false;
    delete plot.dataset.drawing;
  };
  new ResizeObserver(() => {
    const now = Math.round(plot.clientWidth);
    if (now === 0 || now === width) return;
    width = now;
    ask();
  }).observe(plot);
  return {
    update: (/** @type {ChartNode} */ node) => {
      const now = JSON.stringify([node.chart, node.title]);
      if (now === shown) return;
      shown = now;
      ask();
    },
  };
}

/** @param {HTMLElement} plot @param {string} text written by our own core */
function insert_svg(plot, text) {
  const svg = new DOMParser().parseFromString(drawn_picture(text), 'image/svg+xml').documentElement;
  if (svg.localName !== 'svg') return;
  svg.setAttribute('aria-hidden', 'true');
  svg.setAttribute('focusable', 'false');
  plot.replaceChildren(document.adoptNode(svg));
}

/** One tab stop; arrow keys go from point to point and say each. @param {string} id @param {HTMLElement} plot
 * @param {HTMLElement} line @param {Context} context */
function follow_stops(id, plot, line, context) {
  /** @type {import('./kirnu.d.ts').Stop[]} */
  let stops = [];
  let at = -1;
  const show = () => {
    set_attribute(plot, 'aria-valuenow', stops.length ? String(Math.max(at, 0) + 1) : null);
    set_attribute(plot, 'aria-valuetext', stops.length ? stops[Math.max(at, 0)].text : null);
    set_text(line, at >= 0 ? stops[at].text : '');
  };
  plot.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || stops.length === 0) return;
    const last = stops.length - 1;
    /** @type {Record<string, number>} */
    const targets = { ArrowRight: at + 1, ArrowUp: at + 1, ArrowLeft: at - 1, ArrowDown: at - 1, Home: 0, End: last };
    if (!(event.key in targets)) return;
    event.preventDefault();
    at = Math.min(Math.max(targets[event.key], 0), last);
    show();
    context.stop_at(id, at);
  });
  plot.addEventListener('blur', () => {
    at = -1;
    show();
  });
  return {
    update: (/** @type {ChartNode} */ node) => {
      stops = node.chart?.stops ?? [];
      at = Math.min(at, stops.length - 1);
      const steps = stops.length > 0;
      set_attribute(plot, 'role', steps ? 'slider' : 'img');
      set_attribute(plot, 'tabindex', steps ? '0' : null);
      set_attribute(plot, 'aria-valuemin', steps ? '1' : null);
      set_attribute(plot, 'aria-valuemax', steps ? String(stops.length) : null);
      show();
    },
  };
}

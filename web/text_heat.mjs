// A heat map is one tab stop: arrow keys, Home and End go from shaded cell to shaded cell, and a sentence says each, also
// under a pointer.
import { element, set_attribute, set_hidden } from './dom.mjs';

/** @typedef {import('./kirnu.d.ts').Table} Table */
/** @typedef {import('./text_nodes.mjs').Context} Context */
/** Row and column. @typedef {[row: number, column: number]} Place */

/** @type {Record<string, Place>} */
const kWays = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Home: [0, -1], End: [0, 1] };

/** @param {string} id @param {HTMLTableElement} table @param {Context} context */
export function follow_cells(id, table, context) {
  const line = element('p', 'stop');
  line.setAttribute('aria-hidden', 'true');  // the cell itself says it
  /** @type {Table} */
  let shown = {};
  /** @type {Place | null} */
  let at = null;
  const cell_at = (/** @type {Place} */ [row, column]) => shown.rows?.[row]?.[column];
  const is_shaded = (/** @type {Place} */ place) => cell_at(place)?.shade !== undefined;
  const element_at = (/** @type {Place | null} */ place) => (place ? table.tBodies[0].rows[place[0]]?.cells[place[1]] : undefined);
  const first = () => {
    const row = shown.rows?.findIndex(cells => cells.some(cell => cell.shade !== undefined)) ?? -1;
    return /** @type {Place | null} */ (row < 0 ? null : [row, shown.rows?.[row].findIndex(cell => cell.shade !== undefined) ?? 0]);
  };
  const words = (/** @type {Place} */ [row, column]) =>
    /** @type {[string, string | undefined][]} */ ([['{cell}', cell_at([row, column])?.text], ['{column}', shown.columns?.[column]?.label], ['{row}', cell_at([row, 0])?.text]])
      .reduce((sentence, [name, value]) => sentence.replace(name, () => value ?? ''), shown.step ?? '');
  const mark = (/** @type {Place | null} */ place) => {
    const before = table.querySelector('.at');
    before?.classList.remove('at');
    before?.removeAttribute('id');
    before?.removeAttribute('aria-label');
    const cell = element_at(place);
    if (!place || !cell) return set_attribute(table, 'aria-activedescendant', null);
    cell.classList.add('at');
    cell.id = context.dom_id(`${id}.cell`);
    cell.setAttribute('aria-label', words(place));
    set_attribute(table, 'aria-activedescendant', cell.id);
  };
  const go = (/** @type {Place | null} */ place) => {
    at = place;
    mark(place);
    line.textContent = place ? words(place) : '';
    set_attribute(table, 'data-step', place ? String(place[0] * (shown.columns?.length ?? 0) + place[1]) : null);
    context.stop_at(id, 0);
  };
  table.addEventListener('focus', () => shown.step && go(at ?? first()));
  table.addEventListener('blur', () => at && go(null));
  table.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey || !at || !(event.key in kWays)) return;
    event.preventDefault();
    go(next_place(at, event.key, is_shaded, shown));
    element_at(at)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
  table.addEventListener('pointerdown', event => {
    const place = place_of(event);
    if (shown.step && is_shaded(place)) go(place);
  });
  table.addEventListener('pointerover', event => {
    const place = place_of(event);
    if (shown.step && is_shaded(place)) line.textContent = words(place);
  });
  table.addEventListener('pointerleave', () => (line.textContent = at ? words(at) : ''));
  return {
    line,
    update: (/** @type {Table} */ node) => {
      shown = node;
      const steps = Boolean(node.step && first());
      set_attribute(table, 'role', steps ? 'grid' : null);
      set_attribute(table, 'tabindex', steps ? '0' : null);
      set_hidden(line, !steps);
      if (at) go(is_shaded(at) ? at : first());
    },
  };
}

/** @param {Event} event @returns {Place} */
function place_of({ target }) {
  const cell = target instanceof Element ? target.closest('td') : null;
  const row = cell?.closest('tr');
  return [row ? row.rowIndex - 1 : -1, cell?.cellIndex ?? -1];
}

/** The next shaded cell that way; the last with Home and End. @param {Place} at @param {string} key
 * @param {(place: Place) => boolean} is_shaded @param {Table} table @returns {Place} */
function next_place(at, key, is_shaded, { rows = [], columns = [] }) {
  const [down, right] = kWays[key];
  const to_end = key === 'Home' || key === 'End';
  let found = at;
  for (let [row, column] = [at[0] + down, at[1] + right]; row >= 0 && row < rows.length && column >= 0 && column < columns.length; row += down, column += right) {
    if (!is_shaded([row, column])) continue;
    found = [row, column];
    if (!to_end) break;
  }
  return found;
}

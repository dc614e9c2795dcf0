// What pictures are taken of: the page's samples, tables that have no sample, and the states that pass or go wrong.

/** @typedef {import('playwright-core').Page} Page */
/**
 * @typedef {object} Scene
 * @property {string} [query]                           of the address
 * @property {(page: Page) => Promise<unknown>} [before]  the page is opened
 * @property {(page: Page) => Promise<unknown>} [bring]   data to the page
 * @property {boolean} [passing]                        the page is never ready in it
 */

const kSamples = ['history', 'lists', 'subscriptions', 'transactions', 'reasons', 'survival'];

/** @param {Page} page @param {string} id */
const press = (page, id) => page.locator(`[data-node="${id}"] .control`).first().press('Enter');

/** @param {Page} page @param {string} id @param {string} value */
const fill = (page, id, value) => page.locator(`[data-node="${id}"] .control`).first().fill(value);

/** @param {Page} page @param {string} name @param {string[]} rows */
const give = (page, name, rows) =>
  page.locator('[data-node="file"] .control').setInputFiles([{ name, mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n') + '\n') }]);

/** Who of eight months' new customers is still there. */
function cohorts() {
  const sizes = [412, 388, 441, 397, 420, 433, 405, 418];
  const rows = sizes.map((size, at) => [`2025-${String(at + 1).padStart(2, '0')}`, size, ...sizes.map((_, age) => (age + at < sizes.length ? Math.round(size * (0.42 + 0.58 / (1 + 0.7 * age))) : ''))].join());
  return [`Cohort,Size,${sizes.map((_, age) => `Month ${age}`).join()}`, ...rows];
}

/** Subscriptions whose days are written so that nobody can tell day from month. */
function ambiguous() {
  const rows = Array.from({ length: 60 }, (_, at) => `K${at},${String(1 + (at % 12)).padStart(2, '0')}/${String(1 + ((at * 5) % 12)).padStart(2, '0')}/2024,${at % 3 ? `0${1 + (at % 9)}/0${1 + ((at * 7) % 9)}/2025` : ''}`);
  return ['customer_id,start,end', ...rows];
}

/** A file so long that its reading can be seen: a repeated part, made on the page. @param {Page} page */
function read_for_long(page) {
  return page.evaluate(() => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `customer-${at},2024-${String(1 + (at % 12)).padStart(2, '0')}-01,${20 + (at % 9)}.50`).join('\n');
    const file = new File(['customer_id,date,amount\n', ...Array.from({ length: 300 }, () => `${rows}\n`)], 'orders.csv');
    const transfer = new DataTransfer();
    transfer.items.add(file);
    const input = /** @type {HTMLInputElement} */ (document.querySelector('[data-node="file"] .control'));
    input.files = transfer.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
    return new Promise(resolve => setTimeout(resolve, 2500));
  });
}

/** @type {Record<string, Scene>} */
export const scenes = {
  counts: { bring: page => press(page, 'example') },
  ...Object.fromEntries(kSamples.map(name => [name, { bring: (/** @type {Page} */ page) => press(page, `sample.${name}`) }])),
  cohorts: { bring: page => give(page, 'cohorts.csv', cohorts()) },
  benchmark: { query: 'job=benchmark' },
  question: { bring: page => give(page, 'subscriptions.csv', ambiguous()) },
  refused: { bring: page => fill(page, 'lost', '1600') },
  unreadable: { bring: page => give(page, 'minutes.csv', ['Dear all,', 'the meeting is on Monday.', 'Yours']) },
  empty: { bring: page => press(page, 'clear') },
  reading: { bring: read_for_long, passing: true },
  starting: { before: page => page.route('**/*.wasm', () => {}), passing: true },
  failed: { before: page => page.route('**/*.wasm', route => route.abort()), passing: true },
};

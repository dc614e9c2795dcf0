// One page for each thing that Kirnu answers, small enough to be opened often.
import { settled } from './support.mjs';
import { read_stories } from './stories.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{name: string, files: {name: string, text: string}[]}} Job */

/** @param {string} name of a story in tests/cases @returns {{name: string, text: string}[]} */
function files_of(name) {
  const story = read_stories().find(each => each.name === name);
  return [story?.table, story?.table2].flatMap((text, at) => (text ? [{ name: `${name}-${at + 1}.csv`, text }] : []));
}

/** Monthly subscriptions with two plans and two currencies, some of which end. */
function subscriptions() {
  const month = (/** @type {number} */ at) => `${2023 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
  const rows = Array.from({ length: 120 }, (_, at) =>
    [`K${at}`, month(at % 14), at % 3 ? month((at % 14) + 1 + (at % 7)) : '', 20 + (at % 5) * 10, at % 4 ? 'EUR' : 'USD', at % 2 ? 'Basis' : 'Profi'].join(),
  );
  return `customer_id,start,end,amount,currency,plan\n${rows.join('\n')}\n`;
}

/** Seconds of use and whether it ended, as tools for lifetimes export it. */
function lifetimes() {
  const rows = Array.from({ length: 60 }, (_, at) => `${5 + ((at * 37) % 200)},${at % 3 ? 1 : 0},${at % 2 ? 'a' : 'b'}`);
  return `time,event,segment\n${rows.join('\n')}\n`;
}

/** @type {Job[]} */
export const jobs = [
  { name: 'counts', files: [] },
  { name: 'history', files: files_of('thirteen_months') },
  { name: 'lists', files: [{ name: 'Januar.csv', text: 'Kunde;Umsatz\nA;20\nB;30\nC;25\nD;4\n' }, { name: 'Februar.csv', text: 'Kunde;Umsatz\nB;31\nD;4\nE;12\n' }] },
  { name: 'subscriptions', files: [{ name: 'abos.csv', text: subscriptions() }] },
  { name: 'orders', files: files_of('buyers_who_stopped') },
  { name: 'reasons', files: files_of('reasons_in_two_languages') },
  { name: 'survival', files: [{ name: 'dauer.csv', text: lifetimes() }] },
  { name: 'retention', files: files_of('regular_customers') },
];

/** Gives the page the job's files, in place of those that are there. @param {Page} page @param {Job} job */
export async function open_job(page, { files }) {
  if (files.length === 0) return;
  await page.locator('[data-node="file"] .control').setInputFiles(files.map(({ name, text }) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })));
  await page.locator('[data-node="file"]').getByText(files[files.length - 1].name).waitFor({ state: 'attached' });
  await settled(page);
}

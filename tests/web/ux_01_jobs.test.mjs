// UX-01 on every page that Kirnu makes: axe finds nothing, and headings, landmarks and tables say what they are. Each job
// is looked at in some of the languages and colours, and each of these with some job.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe_violations } from './axe.mjs';
import { jobs, open_job } from './jobs.mjs';
import { fill, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** @type {{language: string, colorScheme: 'light' | 'dark', forcedColors: 'none' | 'active'}[]} */
const looks = [
  { language: 'de', colorScheme: 'light', forcedColors: 'none' },
  { language: 'fi', colorScheme: 'dark', forcedColors: 'none' },
  { language: 'en', colorScheme: 'light', forcedColors: 'active' },
  { language: 'de', colorScheme: 'dark', forcedColors: 'active' },
  { language: 'fi', colorScheme: 'light', forcedColors: 'active' },
  { language: 'en', colorScheme: 'dark', forcedColors: 'none' },
  { language: 'de', colorScheme: 'dark', forcedColors: 'none' },
];

/** What is wrong with the page's bones. @param {Page} page */
function structure_faults(page) {
  return page.evaluate(() => {
    /** @type {string[]} */
    const faults = [];
    const is_there = (/** @type {Element} */ each) => !each.closest('[hidden], details:not([open]) > :not(summary)') && each.closest('.fallback, .poster') === null;
    const all = (/** @type {string} */ selector) => [...document.querySelectorAll(selector)].filter(is_there);
    const words = (/** @type {Element} */ each) => each.textContent?.trim() ?? '';
    const headings = all('h1, h2, h3, h4, h5, h6');
    const levels = headings.map(heading => Number(heading.localName[1]));
    if (levels.filter(level => level === 1).length !== 1) faults.push(`${levels.filter(level => level === 1).length} h1`);
    if (headings.length < 3) faults.push(`only ${headings.length} headings`);
    levels.forEach((level, at) => level > (levels[at - 1] ?? 0) + 1 && faults.push(`${headings[at].localName} "${words(headings[at])}" after ${headings[at - 1]?.localName}`));
    headings.forEach(heading => words(heading) || faults.push(`${heading.localName} without words`));
    for (const landmark of ['header', 'main', 'footer']) if (all(landmark).length !== 1) faults.push(`${all(landmark).length} ${landmark}`);
    for (const table of document.querySelectorAll('.text-view table')) {
      const rows = table.querySelectorAll('tbody tr').length;
      if (rows === 0) continue;
      const caption = table.querySelector('caption');
      const name = caption ? words(caption) : '';
      if (!name) faults.push('a table without a caption');
      for (const cell of table.querySelectorAll('th')) if (!cell.scope) faults.push(`${name}: a header without scope`);
      if (table.querySelectorAll('tbody th[scope=row]').length !== rows) faults.push(`${name}: rows without headers`);
      if (!table.querySelector('thead th[scope=col]')) faults.push(`${name}: no column headers`);
    }
    for (const section of all('section[aria-labelledby]')) {
      if (!words(/** @type {Element} */ (document.getElementById(section.getAttribute('aria-labelledby') ?? '') ?? section))) faults.push('a region without a name');
    }
    return faults;
  });
}

/** Every disclosure is open. @param {Page} page */
async function open_all(page) {
  await page.evaluate(() => document.querySelectorAll('.text-view details:not([open])').forEach(details => details.setAttribute('open', '')));
  await settled(page);
}

describe('UX-01 every job, for everybody', () => {
  test('as text', t =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      for (const [at, job] of jobs.entries()) {
        const { language, ...colours } = looks[at % looks.length];
        const name = `${job.name}, ${language}, ${colours.colorScheme}${colours.forcedColors === 'active' ? ', forced colours' : ''}`;
        await t.test(name, async () => {
          await page.emulateMedia(colours);
          await fill(page, 'language', language);
          await open_job(page, job);
          await open_all(page);
          assert.deepEqual(await axe_violations(page), []);
          assert.deepEqual(await structure_faults(page), []);
        });
      }
    }));

  test('under the canvas', t =>
    with_page({ query: '?lang=fi', context: { colorScheme: 'dark' } }, async page => {
      for (const job of jobs.filter(({ name }) => name === 'subscriptions' || name === 'lists')) {
        await t.test(job.name, async () => {
          await open_job(page, job);
          assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
          assert.deepEqual(await axe_violations(page), []);
          assert.deepEqual(await structure_faults(page), []);
        });
      }
    }));
});

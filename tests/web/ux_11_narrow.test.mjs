// UX-11 on a narrow phone: on every job's page, in every language, no word of the text view is cut off or wider than its room.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { jobs, open_job } from './jobs.mjs';
import { fill, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const languages = ['de', 'fi', 'en'];

/** What is wider than its room. Tables may scroll in their own; a field may hold more than it shows. @param {Page} page */
function cut_off(page) {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll('.text-view *')].filter(each => each instanceof HTMLElement && each.offsetParent !== null && !each.closest('svg'));
    const may_scroll = '.table-scroll, .table-scroll *, input, textarea, select, option';
    const unseen = (/** @type {Element} */ each) => getComputedStyle(each).clipPath !== 'none';
    const wide = shown.filter(each => !each.matches(may_scroll) && each.clientWidth > 0 && each.scrollWidth > each.clientWidth && !unseen(each));
    const says = (/** @type {Element} */ each) => `${each.closest('[data-node]')?.getAttribute('data-node')} ${each.className || each.localName}: ${each.scrollWidth} in ${each.clientWidth}`;
    const page_width = document.documentElement.scrollWidth;
    return { looked_at: shown.length, faults: [...wide.map(says), ...(page_width > innerWidth ? [`the page is ${page_width} wide`] : [])] };
  });
}

describe('UX-11 nothing is cut off at 320 px', () => {
  test('as text', t =>
    with_page({ query: '?lang=de&view=text', context: { viewport: { width: 320, height: 800 } } }, async page => {
      for (const [at, job] of jobs.entries()) {
        const language = languages[at % languages.length];
        await t.test(`${job.name}, ${language}`, async () => {
          await fill(page, 'language', language);
          await open_job(page, job);
          await page.evaluate(() => document.querySelectorAll('.text-view details:not([open])').forEach(details => details.setAttribute('open', '')));
          await settled(page);
          const { looked_at, faults } = await cut_off(page);
          assert.ok(looked_at > 60, `${looked_at} elements`);
          assert.deepEqual(faults, []);
        });
      }
    }));
});

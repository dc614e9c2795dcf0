// UX-01: a heat map says its cells one by one, under a pointer and by arrow keys, in both views.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe_violations } from './axe.mjs';
import { control, settled, unfold, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** Four months with ten new customers each; of the first three leave in the first month, two in the next; of the second one. */
function subscriptions() {
  const rows = Array.from({ length: 40 }, (_, at) => {
    const month = Math.floor(at / 10);
    const nth = at % 10;
    const end = month === 0 && nth < 3 ? '2025-01-20' : month === 0 && nth < 5 ? '2025-02-20' : month === 1 && nth < 1 ? '2025-02-20' : '';
    return `K${at},2025-0${month + 1}-01,${end},20,EUR`;
  });
  return `customer_id,start,end,amount,currency\n${rows.join('\n')}\n`;
}

/** @param {Page} page */
async function open_cohorts(page) {
  await page.locator('[data-node=file] .control').setInputFiles({ name: 'abos.csv', mimeType: 'text/csv', buffer: Buffer.from(subscriptions()) });
  await page.waitForSelector('[data-node=table_cohorts]', { state: 'attached' });
  await settled(page);
}

const map = (/** @type {Page} */ page) => page.locator('[data-node=table_cohorts] table');
const said = (/** @type {Page} */ page) =>
  map(page).evaluate(table => document.getElementById(table.getAttribute('aria-activedescendant') ?? '')?.getAttribute('aria-label'));
const line = (/** @type {Page} */ page) => page.locator('[data-node=table_cohorts] .stop').textContent();

for (const view of ['text', 'calculator']) {
  describe(`UX-01 a heat map, ${view}`, () => {
    test('is one tab stop, and arrow keys say each cell', () =>
      with_page({ query: `?lang=de&view=${view}` }, async page => {
        await open_cohorts(page);
        await map(page).focus();
        assert.equal(await said(page), 'Jan 2025, 1. Zeitraum danach: 70\u00a0%');
        const path = [
          ['ArrowRight', 'Jan 2025, 2. Zeitraum danach: 50\u00a0%'],
          ['Home', 'Jan 2025, 1. Zeitraum danach: 70\u00a0%'],
          ['End', 'Jan 2025, 3. Zeitraum danach: 50\u00a0%'],  // past the second
          ['ArrowRight', 'Jan 2025, 3. Zeitraum danach: 50\u00a0%'],
          ['ArrowDown', 'Alle, 3. Zeitraum danach: 50\u00a0%'],  // not yet known for those of February
          ['Home', 'Alle, 1. Zeitraum danach: 87\u00a0%'],
          ['ArrowUp', 'Mär 2025, 1. Zeitraum danach: 100\u00a0%'],
          ['ArrowUp', 'Feb 2025, 1. Zeitraum danach: 90\u00a0%'],
          ['End', 'Feb 2025, 2. Zeitraum danach: 90\u00a0%'],
        ];
        await page.evaluate(() => addEventListener('keydown', event => (document.title = String(event.defaultPrevented))));
        for (const [key, words] of path) {
          await page.keyboard.press(key);
          assert.equal(await said(page), words, key);
          assert.equal(await line(page), words);
          assert.equal(await page.title(), 'true', 'the page does not scroll as well');
        }
        await page.keyboard.press('Control+Home');
        assert.equal(await page.title(), 'false', 'what is the browser’s stays the browser’s');
        assert.equal(await page.evaluate(() => document.activeElement?.localName), 'table', 'the focus stays');
        await page.keyboard.press('Tab');
        assert.equal(await map(page).evaluate(table => table.contains(document.activeElement)), false);
        assert.equal(await line(page), '');
      }));
  });
}

test('UX-01 a heat map in the text view says what is under the pointer, and moves nothing for it', () =>
  with_page({ query: '?lang=en&view=text' }, async page => {
    await open_cohorts(page);
    const cell = map(page).locator('tbody tr').nth(1).locator('td').nth(1);
    await cell.scrollIntoViewIfNeeded();
    const height = () => page.evaluate(() => document.documentElement.scrollHeight);
    const before = await height();
    await cell.hover();
    assert.equal(await line(page), 'Feb 2025, period 1: 90%');
    assert.equal(await height(), before);
    await page.mouse.move(2, 2);
    assert.equal(await line(page), '');
    await cell.click();
    await page.mouse.move(2, 2);
    assert.equal(await line(page), 'Feb 2025, period 1: 90%', 'a click stays there');
    await page.keyboard.press('ArrowUp');
    assert.equal(await said(page), 'Jan 2025, period 1: 70%');
  }));

test('UX-01 a heat map that is wider than a phone scrolls to the cell that is said', () =>
  with_page({ query: '?lang=de&view=text', context: { viewport: { width: 360, height: 800 } } }, async page => {
    await control(page, 'sample.subscriptions').press('Enter');
    await settled(page);
    await unfold(page, 'table_cohorts');
    await map(page).focus();
    await page.keyboard.press('End');
    assert.equal(await said(page), 'Jan 2024, 24. Zeitraum danach: 51\u00a0%');
    const [cell, room] = await map(page).evaluate(table => [table.querySelector('.at'), table.parentElement].map(each => each?.getBoundingClientRect()));
    assert.ok(cell && room && cell.left >= room.left && cell.right <= room.right + 1, `${cell?.right} of ${room?.right}`);
  }));

test('UX-01 axe finds nothing on a heat map that is stepped through', () =>
  with_page({ query: '?lang=fi&view=text', context: { viewport: { width: 360, height: 800 } } }, async page => {
    await open_cohorts(page);
    await map(page).focus();
    await page.keyboard.press('ArrowRight');
    assert.deepEqual(await axe_violations(page), []);
  }));

// UX-03: paste and copy with the system's clipboard.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { click_drawn, control, fill, metric, settled, unfold, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const kTable = 'Monat\tBeginn\tNeu\tVerloren\tEnde\r\n2025-01\t1.000\t20\t50\t970\r\n2025-02\t970\t30\t40\t960\r\n2025-03\t960\t10\t60\t910\r\n';
const kPatience = 2000;  // milliseconds in which nothing else can run; ten times what is promised

const views = [
  { name: 'text view', query: '?lang=de&view=text', go_to: (/** @type {Page} */ page, /** @type {string} */ id) => control(page, id).click(), press: (/** @type {Page} */ page, /** @type {string} */ id) => control(page, id).click() },
  { name: 'canvas', query: '?lang=de', go_to: click_drawn, press: click_drawn },
];

/** @param {Page} page @param {string} text */
const to_clipboard = (page, text) => page.evaluate(text => navigator.clipboard.writeText(text), text);
/** @param {Page} page */
const from_clipboard = page => page.evaluate(() => navigator.clipboard.readText());

for (const { name, query, go_to, press } of views) {
  describe(`UX-03 ${name}`, () => {
    test('1.500,00 € pasted into a money field is 1500', () =>
      with_page({ query }, async page => {
        await press(page, 'clear');
        await settled(page);
        if (name === 'canvas') await click_drawn(page, 'money');
        else await unfold(page, 'mrr_start');
        await to_clipboard(page, '1.500,00 €\r\n');
        for (const id of ['mrr_start', 'mrr_churned']) {
          await go_to(page, id);
          await page.keyboard.press('Control+A');
          await page.keyboard.press('Control+V');
          await settled(page);
        }
        assert.equal((await metric(page, 'value_lost')).value, 1500);
        assert.equal((await metric(page, 'value_lost')).text, '1.500');
        assert.equal((await metric(page, 'gross_mrr_churn_rate')).value, 1);
      }));

    test('a table pasted into a number field is understood', () =>
      with_page({ query }, async page => {
        await press(page, 'clear');
        await settled(page);
        await go_to(page, 'start');
        await to_clipboard(page, kTable);
        await page.keyboard.press('Control+V');
        await settled(page);
        await assert_table_read(page);
        assert.equal(await control(page, 'start').inputValue(), '');
      }));

    test('a table pasted where nothing has the focus is understood', () =>
      with_page({ query }, async page => {
        await press(page, 'clear');
        await settled(page);
        await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
        await to_clipboard(page, kTable);
        await page.keyboard.press('Control+V');
        await settled(page);
        await assert_table_read(page);
      }));

    test('a table pasted into its box is understood', () =>
      with_page({ query }, async page => {
        await go_to(page, 'paste');
        await to_clipboard(page, kTable);
        await page.keyboard.press('Control+A');
        await page.keyboard.press('Control+V');
        await settled(page);
        await assert_table_read(page);
      }));

    test('results are copied as a table in the language’s format', () =>
      with_page({ query }, async page => {
        await press(page, 'copy_results');
        const german = await from_clipboard(page);
        assert.match(german, /^Abwanderungsrate\t16,67\u00a0%\t95-%-Intervall 14,9–18,6\u00a0%\r?\n/);
        for (const line of german.replace(/\r?\n$/, '').split(/\r?\n/)) assert.equal(line.split('\t').length, 3, line);
        await fill(page, 'language', 'en');
        await press(page, 'copy_results');
        assert.match(await from_clipboard(page), /\t16\.67%\t/);
        await fill(page, 'language', 'fi');
        await press(page, 'copy_results');
        assert.match(await from_clipboard(page), /\t16,67\u00a0%\t/);
      }));

    test('50 MB are refused with a sentence, and the page stays awake', t =>
      with_page({ query }, async page => {
        await go_to(page, 'start');
        await page.evaluate(() => navigator.clipboard.writeText('1000\t20\n'.repeat(50_000_000 / 8)));
        await page.evaluate(record_pauses);
        await page.keyboard.press('Control+V');
        await settled(page);
        assert.match((await page.locator('[data-node=paste] .error').textContent()) ?? '', /1\.000\.000/);
        assert.ok((await control(page, 'paste').inputValue()).startsWith('Monat\t'), 'what was there stays');
        const { longest, fetching } = await page.evaluate(() => globalThis.pauses);
        t.diagnostic(`longest pause ${Math.round(longest)} ms, of which the browser fetched the text for ${Math.round(fetching)} ms`);
        assert.ok(longest - fetching < kPatience, `${longest - fetching} ms`);
        await fill(page, 'lost', '300');
        assert.equal((await metric(page, 'customers_lost')).text, '300');
      }));
  });
}

/** In the page: the longest time in which nothing else could run, and how much of it the browser itself needed to hand
 * the text over. */
function record_pauses() {
  const pauses = Object.assign(globalThis, { pauses: { longest: 0, fetching: 0 } }).pauses;
  const get_data = DataTransfer.prototype.getData;
  DataTransfer.prototype.getData = function (format) {
    const from = performance.now();
    const text = get_data.call(this, format);
    pauses.fetching += performance.now() - from;
    return text;
  };
  let last = performance.now();
  setInterval(() => {
    pauses.longest = Math.max(pauses.longest, performance.now() - last);
    last = performance.now();
  }, 10);
}

/** @param {Page} page */
async function assert_table_read(page) {
  assert.match(await words(page, 'import'), /\b3\b[^0-9]*\b3\b[^0-9]*\b0\b/, 'of three rows three are used and none is refused');
  assert.equal((await metric(page, 'compound_churn_rate')).text, '14,61\u00a0%');
  assert.match(await words(page, 'chart_over_time'), /5,00\u00a0%/);
}

test('UX-03 Ctrl+C on the drawn page copies the table of the section in focus, and in a field its own text', () =>
  with_page({ query: '?lang=de' }, async page => {
    await to_clipboard(page, 'before');
    await page.locator('body').press('Control+C');
    const [first] = (await from_clipboard(page)).split('\n');
    assert.equal(first.split('\t').length > 1, true, first);
    await control(page, 'chart_others').focus();
    await page.keyboard.press('Control+C');
    const rows = (await from_clipboard(page)).split('\n').map(row => row.split('\t'));
    assert.equal(rows.length, 7, 'a header, the own value and five figures');
    assert.match(rows[1][1], /16,67\u00a0%/);
    await click_drawn(page, 'start');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Control+C');
    assert.equal(await from_clipboard(page), '1.500');
  }));

// The examples of the published articles, typed as their readers would.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PNG } from 'pngjs';
import { click_drawn, control, drawn_at, metric, settled, type_on_canvas, type_over, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** Focus by keyboard and pointer through HTML. @param {Page} page @param {string} id @param {string} text */
async function type_in_text(page, id, text) {
  const target = control(page, id);
  if ((await target.evaluate(element => element.localName)) === 'select') return target.selectOption(text).then(() => settled(page));
  await target.click();
  await type_over(page, text);
}

const surfaces = [
  { name: 'text view', query: '?lang=de&view=text', type: type_in_text, clear: page => control(page, 'clear').click() },
  { name: 'canvas', query: '?lang=de', type: type_on_canvas, clear: page => click_drawn(page, 'clear') },
];

describe('1.500 customers, 250 lost in a year', () => {
  for (const { name, query, type, clear } of surfaces) {
    test(name, () =>
      with_page({ query }, async page => {
        await clear(page);
        await settled(page);
        await type(page, 'start', '1.500');
        await type(page, 'lost', '250');
        await type(page, 'period', 'year');
        const churn = await metric(page, 'customer_churn_rate');
        assert.equal(churn.text, '16,67\u00a0%');
        assert.ok(Math.abs(Number(churn.value) - 1 / 6) < 1e-12);
        assert.match(churn.note, /14,9–18,6\u00a0%/);
        assert.equal((await metric(page, 'customer_retention_rate')).text, '83,33\u00a0%');
        assert.equal((await metric(page, 'monthly_churn_rate')).text, '1,51\u00a0%');
        assert.equal((await metric(page, 'ten_percent_test')).text, 'nicht bestanden');
        assert.match(await words(page, 'verdict'), /16,7\u00a0%.*B2B/);
        assert.match(await words(page, 'table_figures'), /B2B[^▲▼]*Recurly 2024[^▲▼]*▲ besser/);
      }));
  }
});

describe('100 customers, 15 new, 105 at the end', () => {
  for (const { name, query, type, clear } of surfaces) {
    test(name, () =>
      with_page({ query }, async page => {
        await clear(page);
        await settled(page);
        await type(page, 'start', '100');
        await type(page, 'new', '15');
        await type(page, 'end', '105');
        assert.equal((await metric(page, 'customer_retention_rate')).text, '90,00\u00a0%');
        const churn = await metric(page, 'customer_churn_rate');
        assert.equal(churn.text, '10,00\u00a0%');
        assert.equal(churn.value, 0.1);
        assert.match(churn.note, /5,5–17,4\u00a0%/);
        assert.equal((await metric(page, 'customers_lost')).text, '10');
      }));
  }
});

test('the canvas is drawn under the words and is no blank', () =>
  with_page({ query: '?lang=de&theme=light' }, async page => {
    const clip = await drawn_at(page, 'customer_churn_rate');  // the words over it are transparent
    const { data } = PNG.sync.read(await page.screenshot({ clip }));
    const colours = new Set(new Uint32Array(data.buffer, data.byteOffset, data.length / 4)).size;
    assert.ok(colours > 8, `${colours} colours`);
  }));

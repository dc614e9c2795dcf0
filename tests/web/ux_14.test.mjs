// UX-14: every number says how it was computed, with the reader's own numbers in it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ask_in_text, click_drawn, drawn_at, fill, settled, use_browser } from './support.mjs';

const { with_page } = use_browser();

/** @type {[string, string][]} */
const asked = [
  ['period', 'quarter'], ['start', '1511'], ['lost', '251'], ['new', '37'], ['new_left', '7'], ['left_and_returned', '11'], ['returned', '3'],
  ['mrr_start', '20.011,50'], ['mrr_churned', '907'], ['mrr_contraction', '103'], ['mrr_expansion', '509'], ['mrr_new', '601'], ['mrr_reactivation', '41'],
  ['arpa', '23,90'], ['margin', '71 %'], ['discount', '9 %'],
];

/** What follows the formula, with the numbers above typed in. */
const inserted = {
  customer_churn_rate: '251 ÷ 1.511 = 16,61 %',
  customer_retention_rate: '(1.300 − 37 − 3) ÷ 1.511 = 83,39 %',
  monthly_churn_rate: '1 − (1 − 16,61 %)^(1,00 ÷ 3,00) = 5,88 %',
  annual_churn_rate: '1 − (1 − 16,61 %)^(12,00 ÷ 3,00) = 51,65 %',
  churn_events_rate: '269 ÷ 1.511 = 17,80 %',
  churn_rate_stripe: '269 ÷ (1.511 + 44) = 17,30 %',
  churn_rate_average_base: '269 ÷ ((1.511 + 1.300) ÷ 2) = 19,14 %',
  gross_mrr_churn_rate: '(907 + 103) ÷ 20.011,50 = 5,05 %',
  net_mrr_churn_rate: '(907 + 103 − 509 − 41) ÷ 20.011,50 = 2,30 %',
  value_lost_share: '907 ÷ 20.011,50 = 4,53 %',
  nrr: '(20.011,50 − 907 − 103 + 509) ÷ 20.011,50 = 97,50 %',
  grr: '(20.011,50 − 907 − 103) ÷ 20.011,50 = 94,95 %',
  quick_ratio: '(601 + 509) ÷ (103 + 907) = 1,10',
  mrr_lost: '907 + 103 = 1.010',
  arpa: '20.011,50 ÷ 1.511 = 13,24',
  ltv: '23,90 · 71,00 % ÷ 16,61 % = 102,15',
  ltv_discounted: '23,90 · 71,00 % · (1 + 2,18 %) ÷ (2,18 % + 16,61 %) = 92,28',
};

/** @param {import('playwright-core').Page} page */
function explanations(page) {
  return page.locator('.metric[data-value]').evaluateAll(shown =>
    shown.map(metric => {
      const words = (/** @type {string} */ selector) => (metric.querySelector(selector)?.textContent ?? '').replace(/\u00a0/g, ' ');
      return {
        id: metric.getAttribute('data-node') ?? '',
        text: words('.figure'),
        formula: words('.formula'),
        inserted: words('.inserted'),
        definition: words('.definition'),
        source: words('.source'),
      };
    }),
  );
}

test('UX-14 formula and the reader’s numbers', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    await ask_in_text(page, 'de', asked);
    const shown = await explanations(page);
    for (const { id, formula, definition, source, ...how } of shown) {
      assert.ok(formula && definition && source, `${id} explains itself`);
      assert.match(how.inserted, /\d/, `${id} has numbers in its formula`);
    }
    for (const [id, expected] of Object.entries(inserted)) assert.equal(shown.find(how => how.id === id)?.inserted, expected, id);
  }));

test('UX-14 another input, another number in the formula', () =>
  with_page({ query: '?lang=en&view=text' }, async page => {
    await ask_in_text(page, 'en', [['start', '100'], ['lost', '7'], ['period', 'month']]);
    const inserted_in = async () => (await explanations(page)).find(({ id }) => id === 'customer_churn_rate')?.inserted;
    assert.equal(await inserted_in(), '7 ÷ 100 = 7.00%');
    await fill(page, 'lost', '8');
    assert.equal(await inserted_in(), '8 ÷ 100 = 8.00%');
    await fill(page, 'start', '160');
    assert.equal(await inserted_in(), '8 ÷ 160 = 5.00%');
  }));

test('UX-14 several periods: each period’s rate is in the formula', () =>
  with_page({ query: '?lang=en&view=text' }, async page => {
    await ask_in_text(page, 'en', [['period', 'month'], ['paste', 'Month,Start,Lost\n2025-01,1000,50\n2025-02,950,38\n2025-03,912,57\n']]);
    const shown = await explanations(page);
    for (const id of ['compound_churn_rate', 'mean_churn_rate']) {
      const how = shown.find(each => each.id === id);
      for (const rate of ['5.00%', '4.00%', '6.25%']) assert.ok(how?.inserted.includes(rate), `${id}: ${how?.inserted} has ${rate}`);
    }
  }));

test('UX-14 on the canvas it opens where it is drawn', () =>
  with_page({ query: '?lang=de' }, async page => {
    const before = await drawn_at(page, 'how.customer_churn_rate');
    await click_drawn(page, 'how.customer_churn_rate');
    await settled(page);
    assert.equal(await page.locator('details[data-fold="how.customer_churn_rate"]').getAttribute('open'), '');
    assert.match((await page.locator('[data-fold="how.customer_churn_rate"] .inserted').textContent()) ?? '', /250 ÷ 1\.500 = 16,67\u00a0%/);
    assert.ok(before.height > 0);
  }));

test('UX-14 quick clicks are all taken', () =>
  with_page({ query: '?view=text' }, async page => {
    const open = () => page.locator('details[data-fold="how.customer_churn_rate"]').evaluate(details => /** @type {HTMLDetailsElement} */ (details).open);
    for (let round = 0; round < 10; ++round) {
      await page.evaluate(async () => {
        const summary = /** @type {HTMLElement} */ (document.querySelector('details[data-fold="how.customer_churn_rate"] > summary'));
        summary.click();
        const busy = document.documentElement;
        while (busy.dataset.kirnu !== 'busy') await new Promise(resolve => setTimeout(resolve));  // its answer is on the way
        summary.click();
      });
      await settled(page);
      assert.equal(await open(), false, `round ${round}`);
    }
  }));

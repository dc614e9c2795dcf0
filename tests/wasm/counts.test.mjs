import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './core.mjs';

/** @param {number | undefined} actual @param {number} expected */
function near(actual, expected) {
  assert.ok(Math.abs(Number(actual) - expected) < 1e-9, `${actual} is not ${expected}`);
}

test('a year with 1500 customers and 250 lost', async () => {
  const k = await load();
  const report = k.counts({ start: 1500, lost: 250, period: 'year' });
  const churn = report.metrics?.customer_churn_rate;
  near(churn?.value, 1 / 6);
  assert.equal(churn?.numerator, 250);
  assert.equal(churn?.denominator, 1500);
  assert.equal(churn?.low?.toFixed(3), '0.149');
  assert.equal(churn?.high?.toFixed(3), '0.186');
  assert.equal(report.period?.unit, 'year');
});

test('a count as text is read in the habit of the language', async () => {
  for (const { language, start } of [
    { language: /** @type {const} */ ('de'), start: '1.500' },
    { language: /** @type {const} */ ('fi'), start: '1 500' },
    { language: /** @type {const} */ ('en'), start: '1,500' },
  ]) {
    const k = await load(language);
    near(k.counts({ start, lost: '250', period: 'year' }).metrics?.customer_churn_rate?.value, 1 / 6);
  }
});

test('a number with decimals is the same number in every language', async () => {
  for (const language of /** @type {const} */ (['de', 'fi', 'en'])) {
    const k = await load(language);
    const report = k.counts({ start: 10, lost: 1, period: 'month', mrr_start: 1000.5, mrr_churned: 100.05 });
    near(report.metrics?.gross_mrr_churn_rate?.value, 0.1);
  }
});

test('a period in days is converted by days', async () => {
  const k = await load();
  const report = k.counts({ start: 100, lost: 10, period: 90 });
  near(report.period?.days, 90);
});

test('without a period it is a share and has none', async () => {
  const k = await load();
  assert.equal(k.counts({ start: 100, lost: 10 }).period, null);
});

test('counts forget what was computed before', async () => {
  const k = await load();
  k.counts({ start: 100, lost: 10, end: 105, period: 'month' });
  const report = k.counts({ start: 200, lost: 20, period: 'month' });
  assert.equal(report.metrics?.customer_churn_rate?.denominator, 200);
  assert.deepEqual(/** @type {any} */ (k.state).fields, { start: '200', lost: '20' });
});

test('another question is answered about the same counts', async () => {
  const k = await load();
  k.counts({ start: 1500, lost: 250, period: 'year' });
  const report = k.ask({ period: 'month' });
  assert.equal(report.period?.unit, 'month');
  near(report.metrics?.customer_churn_rate?.value, 1 / 6);
});

test('nobody at the start has no rate, never NaN', async () => {
  const k = await load();
  const report = k.counts({ start: 0, lost: 0, period: 'year' });
  assert.ok(!report.metrics?.customer_churn_rate);
  assert.ok((report.issues ?? []).length > 0);
  assert.doesNotMatch(JSON.stringify(k.view), /NaN|Infinity|∞/);
});

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

test('a period in days is asked as a number, or as a text with one', async () => {
  const k = await load('de');
  k.counts({ start: 1500, lost: 250, period: 'year' });
  for (const period of [30.5, '30,5']) near(k.ask({ period }).period?.days, 30.5);
  assert.equal(k.ask({ period: 'month' }).period?.unit, 'month');
});

test('a setting that is not known is refused by name, and nothing that was asked with it is applied', async () => {
  const k = await load();
  k.counts({ start: 1500, lost: 250, period: 'year' });
  const before = k.stateText;
  /** @type {[Record<string, import('../../web/kirnu.d.ts').Figure>, RegExp][]} */
  const questions = [
    [{ period: 'month', colour: 'red' }, /colour=red/],
    [{ lost: 300, period: 'decade' }, /period=decade/],
    [{ definition: 'mine' }, /definition=mine/],
    [{ encoding: 'utf-8', header: 'perhaps' }, /header=perhaps/],
    [{ 'column.Start': 'colour' }, /column\.Start=colour/],
  ];
  for (const [question, named] of questions) {
    assert.throws(() => k.ask(question), { code: 'setting_unknown', message: named });
    assert.throws(() => k.counts(question), { code: 'setting_unknown', message: named });
    assert.equal(k.stateText, before);
  }
});

test('what is neither text nor a finite number is refused', async () => {
  const k = await load();
  k.counts({ start: 1500, lost: 250, period: 'year' });
  const before = k.stateText;
  for (const value of [NaN, Infinity, -Infinity, null, true, {}, [1], () => 1, 10n]) {
    const odd = /** @type {any} */ (value);
    for (const question of [{ lost: odd }, { period: odd }, { start: 10, margin: odd }]) {
      assert.throws(() => k.ask(question), { code: 'value_refused' });
      assert.throws(() => k.counts(question), { code: 'value_refused' });
    }
  }
  assert.equal(k.stateText, before);
});

test('counts take choices along', async () => {
  const k = await load();
  const report = k.counts({ start: 100, lost: 10, new: 10, new_left: 5, period: 'month', definition: 'stripe' });
  assert.equal(report.definition, 'stripe');
});

test('a number is never read as thousands', async () => {
  for (const language of /** @type {const} */ (['en', 'de', 'fi'])) {
    const k = await load(language);
    const report = k.counts({ start: 123.456, lost: 10 });
    assert.equal(report.error?.code, 'count_fractional');
    near(k.counts({ mrr_start: 100.125, mrr_churned: 10.0125, period: 'month' }).metrics?.gross_mrr_churn_rate?.value, 0.1);
  }
});

test('a number of a share is a fraction, a text is as somebody types it', async () => {
  for (const language of /** @type {const} */ (['en', 'de', 'fi'])) {
    const k = await load(language);
    const ltv = (/** @type {number | string} */ margin) =>
      k.counts({ start: 100, lost: 10, arpa: 50, period: 'month', margin }).metrics?.ltv?.value;
    near(ltv(1), 500);
    near(ltv(0.07), 35);
    near(ltv('1'), 5);
    assert.ok(k.counts({ start: 100, lost: 10, arpa: 50, margin: 80 }).issues?.some(({ code }) => code === 'share_out_of_range'));
  }
});

test('a period in days is read in the language as a text, and as it is as a number', async () => {
  const k = await load('de');
  near(k.counts({ start: 100, lost: 10, period: '1.500' }).period?.days, 1500);
  near(k.counts({ start: 100, lost: 10, period: 1.125 }).period?.days, 1.125);
});

// What somebody does who sees the page for the first time: the jobs of the published articles, each in at most five
// actions, and the samples, each in one. Told by the text view; the canvas shows the same View.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { control, fill, metric, settled, unfold, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kMostActions = 5;

/** Counts what a person does. @param {Page} page */
function hands(page) {
  let done = 0;
  const act = async (/** @type {Promise<unknown>} */ action) => {
    assert.ok(++done <= kMostActions, `${done} actions`);
    await action;
    await settled(page);
  };
  return {
    press: (/** @type {string} */ id) => act(control(page, id).click()),
    set: (/** @type {string} */ id, /** @type {string} */ text) => act(fill(page, id, text)),
    paste: (/** @type {string} */ text) => act(fill(page, 'paste', text)),
    drop: (/** @type {Record<string, string>} */ files) =>
      act(control(page, 'file').setInputFiles(
        Object.entries(files).map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })))),
  };
}

/** @param {string} language @param {(page: Page, does: ReturnType<typeof hands>) => Promise<void>} use */
const newcomer = (language, use) => with_page({ query: `?lang=${language}&view=text` }, page => use(page, hands(page)));

const lists = {
  'kunden-2024.csv': 'Kunde;Umsatz\nA;500\nB;80\nC;40\nD;300\nE;20\nF;60\n',
  'kunden-2025.csv': 'Kunde;Umsatz\nB;90\nC;40\nF;60\nX;10\nY;70\n',
};

test('newcomer of the handbook: a year of 1.500 customers, 250 of them lost, fails the ten-percent test', () =>
  newcomer('de', async (page, { set }) => {
    await set('start', '1.500');
    await set('lost', '250');
    assert.equal((await metric(page, 'customer_churn_rate')).text, '16,67\u00a0%');
    assert.match(await words(page, 'ten_percent_test'), /nicht bestanden/);
  }));

test('newcomer of the handbook: two customer lists name the lost ones, new names are ignored', () =>
  newcomer('de', async (page, { drop, set }) => {
    await drop(lists);
    assert.equal((await metric(page, 'customer_churn_rate')).text, '50,00\u00a0%');
    assert.match(await words(page, 'table_lost'), /A.*D.*E/);
    await set('period', 'year');
    assert.match(await words(page, 'ten_percent_test'), /nicht bestanden/);
  }));

test('newcomer of the win-back article: 3 of 50 in a month are not told from either published figure', () =>
  newcomer('de', async (page, { set }) => {
    await set('start', '50');
    await set('lost', '3');
    await set('period', 'month');
    assert.match((await metric(page, 'customer_churn_rate')).note, /2,1–16,2\u00a0%/);
    assert.match(await words(page, 'table_figures'), /B2B-Abos \(Recurly 2024\)[^▲▼]*≈/);
    assert.match(await words(page, 'table_figures'), /B2C-Abos \(Recurly 2024\)[^▲▼]*≈/);
  }));

test('newcomer of the win-back article: the lost who are worth winning back, above a threshold', () =>
  newcomer('de', async (page, { drop, set }) => {
    await drop(lists);
    await set('threshold', '100');
    const lost = await words(page, 'table_lost');
    assert.match(lost, /A.*D/);
    assert.doesNotMatch(lost, /E/);
  }));

test('newcomer of the definition article: customers lost and value lost, as counts and as shares', () =>
  newcomer('fi', async (page, { drop }) => {
    await drop({
      'asiakkaat-2024.csv': 'Asiakasnumero;Liikevaihto\nA;20\nB;30\nC;50\n',
      'asiakkaat-2025.csv': 'Asiakasnumero;Liikevaihto\nA;20\nB;30\n',
    });
    assert.equal((await metric(page, 'customer_churn_rate')).text, '33,33\u00a0%');
    assert.equal((await metric(page, 'customers_lost')).text, '1');
    assert.equal((await metric(page, 'value_lost')).text, '50');
    assert.equal((await metric(page, 'value_lost_share')).text, '50,00\u00a0%');
  }));

test('newcomer of the e-commerce article: churn over time, then against firms of the same trade', () =>
  newcomer('de', async (page, { paste, set }) => {
    await paste('Monat\tBeginn\tVerloren\n2025-01\t1000\t20\n2025-02\t980\t18\n2025-03\t962\t70\n2025-04\t892\t15\n2025-05\t877\t16\n2025-06\t861\t17\n');
    assert.match(await words(page, 'time'), /März fällt auf/);
    await set('audience', 'b2c');
    await set('industry', 'media');
    const shown = await words(page, 'table_figures');
    assert.match(shown, /Videostreaming \(Recurly 2017–2018\)/);
    assert.doesNotMatch(shown, /B2B-Software/);
  }));

test('newcomer of the retention article: 105 at the end, 15 of them new, of 100', () =>
  newcomer('de', async (page, { press, set }) => {
    await press('clear');
    await set('start', '100');
    await set('new', '15');
    await set('end', '105');
    assert.equal((await metric(page, 'customer_retention_rate')).text, '90,00\u00a0%');
  }));

test('newcomer of the retention article: answers of a survey, tallied', () =>
  newcomer('de', async (page, { paste }) => {
    await paste('Kündigungsgrund\nzu teuer\nzu teuer\numgezogen\nzu teuer\n');
    assert.match(await words(page, 'verdict'), /zu teuer, bei 75\u00a0%/);
  }));

for (const language of ['de', 'fi', 'en']) {
  test(`newcomer without data: each sample opens with one press, ${language}`, () =>
    newcomer(language, async page => {
      for (const [sample, shown] of Object.entries({
        history: 'time', lists: 'lists', subscriptions: 'cohorts', transactions: 'orders', reasons: 'reasons', survival: 'survival',
      })) {
        await control(page, `sample.${sample}`).click();
        await settled(page);
        assert.equal(await page.locator('[data-node="example_note"]').count(), 1, `${sample} says that it is one`);
        assert.equal(await page.locator(`[data-node="${shown}"]`).count(), 1, `${sample} shows ${shown}`);
        assert.match(await words(page, 'verdict'), /\d/, `${sample} has an answer`);
      }
      await control(page, 'example').click();
      await settled(page);
      assert.match(await words(page, 'verdict'), /16[,.]7/);
    }));
}

test('newcomer on a phone: cards are folded, tell their finding, and open with one press', () =>
  with_page({ query: '?lang=de&view=text', context: { viewport: { width: 360, height: 780 } } }, async page => {
    const chart = page.locator('[data-node="chart_over_time"]');
    assert.equal(await chart.isVisible(), false);
    assert.match(await page.locator('[data-node="time"] > .section-text').innerText(), /Juni/);
    const fold = page.locator('[data-fold="card.time"] > .control');
    await fold.click();
    await settled(page);
    assert.equal(await fold.getAttribute('aria-expanded'), 'true');
    assert.equal(await chart.isVisible(), true);
  }));

test('newcomer with a question: other days, another zone, a part of the customers', () =>
  newcomer('de', async page => {
    await control(page, 'sample.subscriptions').click();
    await settled(page);
    await unfold(page, 'from');
    await fill(page, 'from', '1.3.2025');
    await fill(page, 'last_day', '31.3.2025');
    assert.match(await words(page, 'period_note'), /1\.3\.2025 – 31\.3\.2025/);
    await fill(page, 'last_day', '31.2.2025');
    assert.match(await words(page, 'last_day'), /kein Datum/);
    await fill(page, 'last_day', '31.3.2025');
    await fill(page, 'segment', 'Tarif');
    assert.match(await words(page, 'segments'), /Basis/);
    const own = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    assert.equal(await control(page, 'time_zone').inputValue(), own);
  }));

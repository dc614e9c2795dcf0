// UX-01: the text view has every input, result, table and error, with the canvas's numbers; nobody is shut out.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe_violations } from './axe.mjs';
import { load_core } from './core.mjs';
import { assert_same_outline, outline_of_page, outline_of_view } from './outline.mjs';
import { ask, entries_of } from './stories.mjs';
import { ask_in_text, ask_on_canvas, control, fill, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{language: 'en' | 'de' | 'fi', set: Record<string, string>}} Scenario */

const { with_page } = use_browser();

const kMonths = 'Monat\tBeginn\tNeu\tVerloren\tEnde\nJan 2025\t1.000\t20\t13\t1.007\nFeb 2025\t1.007\t15\t15\t1.007\nMär 2025\t1.007\t12\t31\t988\n';

/** @type {Scenario[]} */
const scenarios = [
  { language: 'de', set: { start: '1.500', lost: '250', period: 'year' } },
  { language: 'de', set: { start: '100', new: '15', lost: '10', end: '105', period: 'month' } },
  { language: 'de', set: { start: '50', lost: '3', period: 'quarter', benchmark: 'recurly-b2c' } },
  { language: 'de', set: { start: '1500', lost: '0', period: 'month' } },
  { language: 'de', set: { start: '12', lost: '12', period: 'year' } },
  { language: 'de', set: { start: '0', lost: '0', period: 'month' } },
  { language: 'de', set: { start: '5', lost: '9', period: 'month' } },
  { language: 'de', set: { start: 'viele', lost: '9', period: 'month' } },
  { language: 'de', set: { start: '1.000', lost: '50', period: '45' } },
  { language: 'de', set: { start: '1.000', lost: '50', period: '0' } },
  { language: 'de', set: { start: '400', lost: '20', period: 'month', mrr_start: '10.000,50', mrr_churned: '500,25', mrr_expansion: '250' } },
  { language: 'de', set: { paste: kMonths, period: 'month' } },
  { language: 'fi', set: { start: '1 500', lost: '250', period: 'year' } },
  { language: 'fi', set: { start: '200', new: '35', lost: '16', end: '219', new_left: '5', left_and_returned: '4', period: 'year' } },
  { language: 'fi', set: { start: '200', new: '35', lost: '16', new_left: '5', period: 'quarter', definition: 'events' } },
  { language: 'fi', set: { start: '100', end: '90', period: 'month' } },
  { language: 'fi', set: { start: '10,5', lost: '1', period: 'month' } },
  { language: 'fi', set: { start: '2 000', lost: '31', period: 'month', arpa: '49,90', margin: '75 %', discount: '8 %' } },
  { language: 'fi', set: { start: '7', lost: '1', period: 'none' } },
  { language: 'fi', set: { start: '1 000', lost: '−3', period: 'month' } },
  { language: 'fi', set: { paste: 'Kuukausi;Alussa;Menetetyt\n2025-01;1 000;20\n2025-02;980;19\n' } },
  { language: 'en', set: { start: '1,500', lost: '250', period: 'year' } },
  { language: 'en', set: { start: '2,400', new: '310', end: '2,501', period: 'quarter', benchmark: 'recurly-2024-all' } },
  { language: 'en', set: { start: '100', new: '10', lost: '5', end: '104', period: 'year' } },
  { language: 'en', set: { start: '200', new: '35', lost: '16', end: '219', new_left: '5', left_and_returned: '4', period: 'year', definition: 'stripe' } },
  { language: 'en', set: { mrr_start: '100,000', mrr_churned: '3,000', mrr_contraction: '1,000', mrr_expansion: '7,000', mrr_reactivation: '500', mrr_new: '10,000', period: 'month' } },
  { language: 'en', set: { start: '999999999', lost: '1', period: 'month' } },
  { language: 'en', set: { start: '1e400', lost: '1', period: 'month' } },
  { language: 'en', set: { lost: '25', end: '1,275', new: '40', period: 'month' } },
  { language: 'en', set: { paste: 'Name,Colour\nAnn,red\nBob,blue\n' } },
  { language: 'en', set: { paste: 'Month,Start,New,Lost,End\nJan 2025,1000,20,13,1007\nFeb 2025,1007,15,15,1008\n', period: 'month' } },
];
/** What the canvas is asked as well: numbers, folds, days, selects, errors. */
const drawn_scenarios = [1, 2, 6, 8, 10, 14].map(at => scenarios[at]);

/** @param {Scenario} scenario */
async function core_outline(scenario) {
  const k = await load_core(scenario.language);
  ask(k, scenario);
  return outline_of_view(k.view);
}

test('UX-01 thirty questions in the text view are answered as by the core', t =>
  with_page({ query: '?view=text' }, async page => {
    assert.ok(scenarios.length >= 30);
    for (const scenario of scenarios) {
      await t.test(JSON.stringify(scenario.set), async () => {
        await ask_in_text(page, scenario.language, entries_of(scenario.set));
        assert_same_outline(await outline_of_page(page), await core_outline(scenario));
      });
    }
  }));

test('UX-01 asked by mouse and keyboard on the canvas, the mirror says the same', t =>
  with_page({}, async page => {
    for (const scenario of drawn_scenarios) {
      await t.test(JSON.stringify(scenario.set), async () => {
        await ask_on_canvas(page, scenario.language, entries_of(scenario.set));
        assert_same_outline(await outline_of_page(page), await core_outline(scenario));
      });
    }
  }));

/** Everything open, and a field with an error. @param {Page} page */
async function show_all(page) {
  await fill(page, 'end', '-5');
  const closed = page.locator('details:not([open]) > summary:visible');
  while ((await closed.count()) > 0) {
    await closed.first().press('Enter');
    await settled(page);
  }
}

/** Forced colours show the text view, also where the canvas was asked for. */
const looks = [
  { view: 'text', forcedColors: 'none' },
  { view: 'text', forcedColors: 'active' },
  { view: 'calculator', forcedColors: 'none' },
];

describe('UX-01 axe finds nothing', () => {
  for (const { view, forcedColors } of /** @type {{view: string, forcedColors: 'none' | 'active'}[]} */ (looks)) {
    for (const theme of /** @type {const} */ (['light', 'dark'])) {
      test(`${view === 'text' ? 'text view' : 'canvas'}, ${theme}${forcedColors === 'active' ? ', forced colours' : ''}`, () =>
        with_page({ query: `?view=${view}`, context: { colorScheme: theme, forcedColors } }, async page => {
          for (const language of ['de', 'fi', 'en']) {
            await fill(page, 'language', language);
            assert.deepEqual(await axe_violations(page), [], language);
          }
          await show_all(page);
          assert.deepEqual(await axe_violations(page), [], 'all open');
        }));
    }
  }

  test('forced colours show the text view, as long as they last', () =>
    with_page({ context: { forcedColors: 'active' } }, async page => {
      assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text');
      await page.emulateMedia({ forcedColors: 'none' });
      await control(page, 'as_text').click();  // nothing is loaded without a click
      await page.waitForSelector('.stage[data-show=canvas]');
      await page.emulateMedia({ forcedColors: 'active' });
      await page.waitForSelector('.stage[data-show=text]');
      await page.emulateMedia({ forcedColors: 'none' });
      await page.waitForSelector('.stage[data-show=canvas]');
    }));
});

// UX-01: the text view has every input, result, table and error, with the canvas's numbers; nobody is shut out.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { axe_violations } from './axe.mjs';
import { load_core } from './core.mjs';
import { assert_same_outline, outline_of_page, outline_of_view } from './outline.mjs';
import { scenarios } from './scenarios.mjs';
import { ask, entries_of } from './stories.mjs';
import { ask_in_text, ask_on_canvas, control, fill, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./scenarios.mjs').Scenario} Scenario */

const { with_page } = use_browser();

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
          for (const language of forcedColors === 'none' && theme === 'light' ? ['de', 'fi', 'en'] : []) {  // words are the same in all colours
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

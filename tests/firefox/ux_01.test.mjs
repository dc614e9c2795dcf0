// UX-01 in Firefox: the text view answers thirty questions as the core does, and nobody is shut out of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { load_core } from '../web/core.mjs';
import { assert_same_outline, outline_of_page, outline_of_view } from '../web/outline.mjs';
import { scenarios } from '../web/scenarios.mjs';
import { ask, entries_of } from '../web/stories.mjs';
import { url } from '../web/support.mjs';
import { fill, press, settled, use_firefox } from './firefox.mjs';

const { with_page } = use_firefox();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

test('UX-01 thirty questions in the text view are answered as by the core', t =>
  with_page(async page => {
    await page.goto(`${url}?view=text`);
    await settled(page);
    for (const scenario of scenarios) {
      await t.test(JSON.stringify(scenario.set), async () => {
        const k = await load_core(scenario.language);
        ask(k, scenario);
        await fill(page, 'language', scenario.language);
        await press(page, 'clear');
        for (const [id, text] of entries_of(scenario.set)) await fill(page, id, text);
        assert_same_outline(await outline_of_page(/** @type {any} */ (page)), outline_of_view(k.view));
      });
    }
  }));

describe('UX-01 axe finds nothing', () => {
  for (const language of ['de', 'fi', 'en']) {
    for (const theme of ['light', 'dark']) {
      test(`${language}, ${theme}`, () =>
        with_page(async page => {
          await page.goto(`${url}?view=text&lang=${language}&theme=${theme}`);
          await settled(page);
          await page.evaluate(axe);
          const violations = await page.evaluate(async () => {
            const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
            const found = await /** @type {any} */ (globalThis).axe.run(document, { runOnly: { type: 'tag', values: tags } });
            return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.html).join(' ')}`);
          });
          assert.deepEqual(violations, []);
        }));
    }
  }
});

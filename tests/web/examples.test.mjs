// The example articles: three calculators each, in the language of the article, on wide and narrow pages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { embed_settled, embed_value, embeds } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

const { with_page } = use_browser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

for (const [language, width] of /** @type {[string, number][]} */ ([['de', 1000], ['fi', 360]])) {
  test(`the article in ${language} at ${width} px`, () =>
    with_page({ at: `${url}examples/${language}/`, context: { viewport: { width, height: 900 } } }, async page => {
      const [counts, lists] = await embeds(page);
      for (const [at, frame] of [counts, lists].entries()) {
        await page.locator('iframe').nth(at).evaluate(each => each.scrollIntoView());
        await embed_settled(frame);
        assert.equal(await frame.locator('html').getAttribute('lang'), language);
      }
      assert.equal(await embed_value(counts, 'customer_churn_rate'), 0.075);
      const samples = await page.locator('a[download]').evaluateAll(async links =>
        Promise.all(links.map(async link => [link.getAttribute('download') ?? '', await (await fetch(/** @type {HTMLAnchorElement} */ (link).href)).text()])),
      );
      const files = samples.map(([name, text]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) }));
      await lists.locator('[data-node=file] .control').setInputFiles(files);
      await lists.waitForSelector('[data-node=lists]', { state: 'attached' });
      assert.equal(await embed_value(lists, 'customer_churn_rate'), 0.2, 'two of ten, as the article says');
      await page.locator('churn-calculator').evaluate(each => each.scrollIntoView());
      await page.waitForSelector('churn-calculator[data-kirnu=ready]');
      assert.equal(await page.locator('churn-calculator [data-node=customer_churn_rate]').getAttribute('data-value'), '0.075');
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, 'nothing is wider than the page');
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { iframes: false });
        return violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes[0].html}`);
      });
      assert.deepEqual(found, []);
    }));
}

// UX-09: without WebGL, without wasm, without script.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { control, fill, metric, settled, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

/** @param {Page} page */
async function assert_works_as_text(page) {
  assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text');
  assert.equal(await control(page, 'as_text').isVisible(), false, 'there is nothing to switch to');
  await fill(page, 'start', '100');
  await fill(page, 'lost', '10');
  await fill(page, 'period', 'month');
  assert.equal((await metric(page, 'customer_churn_rate')).text, '10,00\u00a0%');
  assert.equal(await page.locator('[data-node=customer_churn_rate] .figure').isVisible(), true);
  assert.ok((await page.locator('svg').count()) > 0, 'charts are drawn as SVG');
}

/** @param {Page} page */
async function hold_back_the_core(page) {
  await page.clock.install();
  await page.route('**/kirnu-core-*.wasm', () => new Promise(() => {}));
}

describe('UX-09 without WebGL', () => {
  const { with_page } = use_browser(['--disable-3d-apis']);

  test('the text view is the page', () => with_page({}, assert_works_as_text));

  test('every sentence and chart of the answer is there', () =>
    with_page({}, async page => {
      assert.match(await words(page, 'verdict'), /16,7\u00a0%/);
      assert.match(await words(page, 'chart_others'), /B2B/);
    }));
});

describe('UX-09 parts that do not come', () => {
  const { with_page } = use_browser();

  for (const file of ['kirnu-gui-*.wasm', 'kirnu-gui-*.js', '*.ttf']) {
    test(`without ${file} the text view is the page`, () =>
      with_page({ troubled: true, prepare: page => page.route(`**/${file}`, route => route.abort()) }, assert_works_as_text));
  }

  for (const language of ['de', 'fi', 'en']) {
    test(`without wasm there is an explanation, a retry and the article: ${language}`, t =>
      with_page({ query: `?lang=${language}`, ready: false, troubled: true, prepare: page => page.route('**/*.wasm', route => route.abort()) }, async page => {
        const from = Date.now();
        const trouble = page.getByRole('alert');
        await trouble.waitFor();
        t.diagnostic(`explained after ${Date.now() - from} ms`);
        assert.equal(await page.locator('html').getAttribute('data-kirnu'), 'failed');
        assert.match(boot_words(language, 'cannot_start'), /kirnu-core\.wasm/);
        assert.equal(await trouble.locator('p').textContent(), boot_words(language, 'cannot_start'));
        assert.equal(await page.locator(`article[lang=${language}] .formula`).first().isVisible(), true);
        await page.unroute('**/*.wasm');
        await trouble.getByRole('button').click();
        await page.waitForSelector('html[data-kirnu=ready]', { state: 'attached' });
        await settled(page);
        assert.match((await metric(page, 'customer_churn_rate')).text, /^16[.,]67/);
        assert.equal(await trouble.count(), 0);
      }));
  }

  test('a part that never comes is not waited for in silence', () =>
    with_page({ ready: false, troubled: true, prepare: hold_back_the_core }, async page => {
      await page.clock.fastForward(10_000);
      const trouble = page.getByRole('alert');
      await trouble.waitFor();
      assert.equal(await trouble.locator('p').textContent(), boot_words('de', 'slow'));
      assert.equal(await page.locator('article[lang=de] .formula').first().isVisible(), true);
    }));

  test('where the script is blocked the article comes forth', () =>
    with_page({ ready: false, troubled: true, prepare: page => page.route(/kirnu-[^/]*\.js$/, route => route.abort()) }, async page => {
      await page.locator('article[lang=de] .formula').first().waitFor();
      const article = await page.locator('article[lang=de]').innerText();
      assert.match(article, /250 ÷ 1\.500 = 16,67\s% Abwanderung/);
    }));

  test('a retry while a part is still awaited asks for it anew, and there is one page', () =>
    with_page({ ready: false, troubled: true, prepare: hold_back_the_core }, async page => {
      await page.clock.fastForward(10_000);
      const trouble = page.getByRole('alert');
      await trouble.waitFor();
      await page.unroute('**/kirnu-core-*.wasm');
      await trouble.getByRole('button').click();
      await page.clock.resume();
      await settled(page);
      assert.match((await metric(page, 'customer_churn_rate')).text, /^16[.,]67/);
      assert.equal(await page.locator('canvas').count(), 1);
      assert.equal(await trouble.count(), 0);
    }));

  test('F2 pressed twice while the drawing loads makes one canvas', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      /** @type {(value?: unknown) => void} */
      let come = () => {};
      const late = new Promise(resolve => (come = resolve));
      await page.route('**/kirnu-gui-*.wasm', async route => (await late, route.continue()));
      await Promise.all([page.waitForRequest('**/kirnu-gui-*.wasm'), page.keyboard.press('F2')]);
      await page.keyboard.press('F2');
      come();
      await page.waitForSelector('.stage[data-show=canvas]');
      await settled(page);
      assert.equal(await page.locator('.stage canvas').count(), 1);
    }));

  test('without script there is an article with formula and worked example', () =>
    with_page({ ready: false, context: { javaScriptEnabled: false } }, async page => {
      const article = await page.locator('article[lang=de]').innerText();
      assert.match(article, /Abwanderungsrate = verlorene Kunden ÷ Kunden zu Beginn/);
      assert.match(article, /250 ÷ 1\.500 = 16,67\s% Abwanderung und 83,33\s% Kundenbindung/);
      assert.match(article, /1,51\s% im Monat/);
      for (const language of ['en', 'fi']) assert.equal(await page.locator(`article[lang=${language}]`).isVisible(), true);
      assert.equal(await page.locator('.kirnu').innerText(), '');
    }));
});

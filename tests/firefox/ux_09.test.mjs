// UX-09 in Firefox: without WebGL, without wasm, without script.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { url } from '../web/support.mjs';
import { fill, settled, use_firefox, value } from './firefox.mjs';

describe('UX-09 without WebGL', () => {
  const { with_page } = use_firefox({ 'webgl.disabled': true, 'webgl.force-enabled': false });

  test('the text view is the page, and works', () =>
    with_page(async page => {
      await page.goto(`${url}?lang=de`);
      await settled(page);
      const seen = await page.evaluate(() => ({
        show: document.querySelector('.stage')?.getAttribute('data-show'),
        switchable: document.querySelector('[data-node=as_text]')?.checkVisibility(),
        charts: document.querySelectorAll('svg').length,
      }));
      assert.equal(seen.show, 'text');
      assert.equal(seen.switchable, false, 'there is nothing to switch to');
      assert.ok(seen.charts > 0, 'charts are drawn as SVG');
      for (const [id, text] of [['start', '100'], ['lost', '10'], ['period', 'month']]) await fill(page, id, text);
      assert.equal(await value(page, 'customer_churn_rate'), 0.1);
    }));
});

describe('UX-09 without wasm', () => {
  const { with_page } = use_firefox({ 'javascript.options.wasm': false });

  test('there is an explanation within three seconds, a retry and the article', t =>
    with_page(async page => {
      const from = Date.now();
      await page.goto(`${url}?lang=de`);
      await page.waitForSelector('[role=alert]', { timeout: 30_000 });
      t.diagnostic(`explained after ${Date.now() - from} ms`);
      const seen = await page.evaluate(() => ({
        state: document.documentElement.dataset.kirnu,
        said: document.querySelector('[role=alert] p')?.textContent,
        retry: document.querySelectorAll('[role=alert] button').length,
        formula: document.querySelector('article[lang=de] .formula')?.checkVisibility(),
      }));
      assert.deepEqual(seen, { state: 'failed', said: boot_words('de', 'cannot_start'), retry: 1, formula: true });
    }));
});

describe('UX-09 without script', () => {
  const { with_page } = use_firefox({ 'javascript.enabled': false });

  test('there is an article with formula and worked example', () =>
    with_page(async page => {
      await page.goto(`${url}?lang=de`);
      const article = await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('article[lang=de]')).innerText);
      assert.match(article, /Abwanderungsrate = verlorene Kunden ÷ Kunden zu Beginn/);
      assert.match(article, /250 ÷ 1\.500 = 16,67\s% Abwanderung/);
      assert.equal(await page.evaluate(() => /** @type {HTMLElement} */ (document.querySelector('.kirnu')).childElementCount), 0, 'no script ran');
    }));
});

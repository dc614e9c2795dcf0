// EMB-10: odd servers and mixed caches.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { metric, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

describe('EMB-10 the wrong type of wasm', () => {
  for (const type of ['application/octet-stream', 'text/plain']) {
    const served_as = (/** @type {Page} */ page) =>
      page.route('**/*.wasm', async route => {
        const response = await route.fetch();
        await route.fulfill({ response, headers: { ...response.headers(), 'content-type': type } });
      });
    test(type, () =>
      with_page({ prepare: served_as }, async page => {
        assert.equal((await metric(page, 'customers_lost')).value, 250);
        assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
      }));
  }
});

describe('EMB-10 a core of another version', () => {
  /** A cache answers with something else so many times. @param {Page} page @param {number} times */
  async function with_old_core(page, times) {
    const asked = { times: 0 };
    await page.route('**/kirnu-core-*.wasm', async route => {
      if (route.request().method() === 'HEAD') return route.continue();
      const response = await route.fetch();
      const body = await response.body();
      if (asked.times++ < times) body[body.length - 1] ^= 1;
      await route.fulfill({ response, body });
    });
    return asked;
  }

  test('from a cache once: it is loaded again, and works', () => {
    /** @type {{times: number}} */
    let asked;
    return with_page({ troubled: true, prepare: async page => (asked = await with_old_core(page, 1)) }, async page => {
      assert.equal((await metric(page, 'customers_lost')).value, 250);
      assert.equal(asked.times, 2);
    });
  });

  test('always: it is loaded once more, and then there is a sentence and a way on', () => {
    /** @type {{times: number}} */
    let asked;
    return with_page({ ready: false, troubled: true, prepare: async page => (asked = await with_old_core(page, 2)) }, async page => {
      const trouble = page.getByRole('alert');
      await trouble.waitFor();
      assert.equal(await trouble.locator('p').textContent(), boot_words('de', 'mixed'));
      assert.equal(asked.times, 2, 'loaded twice and no more');
      assert.equal(await page.locator('article[lang=de] .formula').first().isVisible(), true);
      await trouble.getByRole('button').click();
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 250);
    });
  });
});

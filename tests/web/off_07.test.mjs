// OFF-07, OFF-08: nothing is stored but build files, until the reader asks; and a storage that does not work is no harm.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { control, fill, metric, settled, url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const at = `${url}?lang=de`;
const page_words = JSON.parse(readFileSync(new URL('../../assets/page/de.json', import.meta.url), 'utf8'));

/** @param {Page} page */
function stored(page) {
  return page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const files = [];
    for await (const name of /** @type {any} */ (folder).keys()) files.push(name);
    return {
      cookies: document.cookie,
      local: { ...localStorage },
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      files,
    };
  });
}

/** @param {Page} page */
async function open_privacy(page) {
  await page.locator('[data-word="furniture.privacy"]').click();
  await page.locator('dialog[open]').waitFor();
}

/** @param {Page} page */
const remember = page => page.locator('.privacy-panel .dialog-toggle input');

test('OFF-07 after a visit: caches hold files of the build alone, and nothing else is there', () =>
  with_page({ at }, async page => {
    await settled(page);
    await fill(page, 'lost', '222');
    await page.evaluate(() => navigator.clipboard.writeText('x'));
    assert.deepEqual(await stored(page), { cookies: '', local: {}, session: 0, databases: 0, files: [] });
    const sums = new Map((await (await fetch(`${url}SHA256SUMS`)).text()).trim().split('\n').map(line => [line.slice(66), line.slice(0, 64)]));
    const kept = await page.evaluate(async () => {
      const found = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys()) {
          const bytes = await (await cache.match(request))?.arrayBuffer();
          const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes ?? new ArrayBuffer(0)))].map(byte => byte.toString(16).padStart(2, '0')).join('');
          found.push([request.url, hash]);
        }
      }
      return found;
    });
    assert.ok(kept.length >= 10, `${kept.length} files`);
    for (const [address, hash] of kept) assert.equal(hash, sums.get(address.slice(url.length) || 'index.html'), address);
  }));

test('OFF-07 the privacy panel: policy, build, 0 bytes; remembering is a wish, and forgetting is complete', () =>
  with_page({ at }, async page => {
    await settled(page);
    await fill(page, 'lost', '222');
    await open_privacy(page);
    const panel = page.locator('.privacy-panel');
    assert.equal(await panel.locator('.sent').textContent(), '0');
    assert.equal(await panel.locator('.sent').getAttribute('data-requests'), '0');
    assert.match((await panel.locator('.policy').textContent()) ?? '', /default-src 'none'.*connect-src 'self'/);
    assert.match((await panel.locator('.build').textContent()) ?? '', /^[0-9a-f]{16}$/);
    assert.equal(await remember(page).isChecked(), false);
    await remember(page).check();
    assert.match((await stored(page)).local.kirnu, /"params":"v1;start=1500;lost=222;period=year"/);
    await page.keyboard.press('Escape');
    await fill(page, 'lost', '111');
    await page.goto(at);
    await settled(page);
    assert.equal((await metric(page, 'customers_lost')).value, 111, 'remembered');
    await page.goto(`${at}#v1;start=1000;lost=5`);
    await page.reload();
    await settled(page);
    assert.equal((await metric(page, 'customers_lost')).value, 5, 'a link leads');
    await open_privacy(page);
    assert.match((await panel.locator('.stored').textContent()) ?? '', /Zahlen.*Kopie/);
    await page.getByRole('button', { name: 'Alles vergessen' }).click();
    await page.waitForFunction(() => document.querySelector('.privacy-panel [role=status]')?.textContent === 'Alles ist vergessen.');
    assert.deepEqual((await stored(page)).local, {});
    assert.deepEqual(await page.evaluate(async () => [await caches.keys(), (await navigator.serviceWorker.getRegistrations()).length]), [[], 0]);
  }));

test('OFF-07 a request that was made would be counted', () =>
  with_page({ at }, async page => {
    await settled(page);
    await page.waitForTimeout(50);
    await page.evaluate(() => fetch('LICENSE').then(response => response.text()));
    await page.waitForTimeout(50);
    await open_privacy(page);
    assert.equal(await page.locator('.privacy-panel .sent').getAttribute('data-requests'), '1');
  }));

describe('OFF-08 a storage that does not work', () => {
  const broken = {
    'getters throw': () => Object.defineProperty(globalThis, 'localStorage', { get: () => { throw new DOMException('no', 'SecurityError'); } }),
    'no room': () => { Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }; },
  };
  for (const [name, prepare] of Object.entries(broken)) {
    test(name, () =>
      with_page({ query: '?lang=de', prepare: page => page.addInitScript(prepare) }, async page => {
        assert.equal((await metric(page, 'customers_lost')).value, 250);
        await open_privacy(page);
        if (name === 'getters throw') {
          assert.equal(await remember(page).count(), 0, 'what cannot be done is not offered');
        } else {
          await remember(page).click();
          assert.equal(await remember(page).isChecked(), false, 'what could not be kept is not said to be');
          assert.equal(await page.locator('.privacy-panel [role=status]').textContent(), page_words['privacy.full']);
          assert.deepEqual((await stored(page)).local, {});
        }
      }));
  }

  for (const [name, text] of Object.entries({ damaged: '{"v":1,"params":', 'of another version': '{"v":7,"params":"v7;x"}', 'no text': '{"v":1,"params":5}' })) {
    test(`${name}: defaults and one notice`, () =>
      with_page({ query: '?lang=de', prepare: page => page.addInitScript(text => localStorage.setItem('kirnu', text), text) }, async page => {
        assert.equal((await metric(page, 'customers_lost')).value, 250);
        assert.equal(await page.locator('.notice > span').textContent(), boot_words('de', 'memory_unreadable'));
        assert.equal(await control(page, 'lost').inputValue(), '250');
      }));
  }

  test('a sandboxed embed and a file offer no memory', () =>
    with_page({ at: `${url}embed.html?lang=de` }, async page => {
      await settled(page);
      assert.equal(await page.locator('.furniture').count(), 0);
    }));
});

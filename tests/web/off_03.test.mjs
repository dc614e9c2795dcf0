// OFF-03: the single file runs from a folder and in any sandbox, with everything, and requests nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { join } from 'node:path';
import { embed_fill, embed_settled, embed_value, embeds, host_page, serve_host } from './embedding.mjs';
import { click_drawn, control, fill, metric, saved_text, settled, type_on_canvas, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const file = join(built_site, 'kirnu-offline.html');

/** @param {Page} page @returns {string[]} every request but those for the page's own blobs */
function follow_requests(page) {
  /** @type {string[]} */
  const requests = [];
  page.on('request', request => requests.push(request.url().slice(0, 80)));
  return requests;
}

test('OFF-03 from file://: typed, drawn, files, three languages, nothing requested', () => {
  /** @type {string[]} */
  let requests = [];
  const watch = (/** @type {Page} */ page) => {
    requests = follow_requests(page);
    return page.addInitScript(() => {
      /** @type {any} */ (globalThis).violations = [];
      document.addEventListener('securitypolicyviolation', event => /** @type {any} */ (globalThis).violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
  };
  return with_page({ at: `file://${file}?lang=de`, prepare: watch }, async page => {
    await settled(page);
    assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
    await type_on_canvas(page, 'lost', '300');
    assert.equal((await metric(page, 'customer_churn_rate')).text, '20,00\u00a0%');
    await control(page, 'file').setInputFiles({ name: 'monate.csv', mimeType: 'text/csv', buffer: Buffer.from('Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;30\n') });
    await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('monate.csv'));
    await settled(page);
    assert.equal((await metric(page, 'customers_lost')).value, 30);
    assert.match(await saved_text(page, 'save_csv'), /customers_lost/);
    assert.match(await saved_text(page, 'save_json'), /"customers_lost"/);
    await click_drawn(page, 'how.customer_churn_rate');
    for (const language of ['fi', 'en', 'de']) {
      await fill(page, 'language', language);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
    }
    assert.equal(await page.evaluate(() => document.fonts.check('600 20px "Kirnu Inter"')), true);
    assert.equal(await page.locator('.furniture-item').count(), 1, 'there is nothing beside it to embed or to download');
    await page.locator('[data-word="furniture.privacy"]').click();
    assert.match((await page.locator('.privacy-panel').textContent()) ?? '', /Gar nichts darf geladen oder gesendet werden/);
    assert.equal(await page.locator('.privacy-panel .dialog-toggle').count(), 0, 'a file remembers nothing, and does not offer to');
    await page.keyboard.press('Escape');
    assert.deepEqual(requests.filter(address => !address.startsWith('blob:')), [`file://${file}?lang=de`.slice(0, 80)]);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).violations), []);
    assert.equal(await page.evaluate(() => performance.getEntriesByType('resource').filter(({ name }) => !name.startsWith('blob:')).length), 0);
  });
});

test('OFF-03 as the text of a frame, without an address of its own', async () => {
  const quoted = readFileSync(file, 'utf8').replace(/&/g, '&amp;').replace(/"/g, '&quot;');
  const { host, close } = await serve_host({ '/': host_page(`<iframe srcdoc="${quoted}" sandbox="allow-scripts" width="100%" height="640"></iframe>`) });
  await with_page({ at: host }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    assert.equal(await frame.evaluate(() => origin), 'null');
    await embed_fill(frame, 'lost', '300');
    assert.equal(await embed_value(frame, 'customer_churn_rate'), 0.2);
    assert.equal(await frame.locator('.stage').getAttribute('data-show'), 'canvas');
  });
  close();
});

test('OFF-03 what comes with it is named in it', () => {
  const text = readFileSync(file, 'utf8');
  const markup = text.replace(/<script>[^]*?<\/script>/g, '');
  for (const named of ['SIL OPEN FONT LICENSE', 'Dear ImGui', 'MIT License', "connect-src 'none'"]) assert.ok(markup.includes(named), named);
  for (const outside of ['<script src', '<link rel="stylesheet"', '<link rel="manifest"', '<img']) assert.ok(!markup.includes(outside), outside);
});

// EMB-01: an embed works in a frame that may do nothing but run scripts, on somebody else's page.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { embed_fill, embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

const { with_page } = use_browser();
const address = '?lang=de#v1;start=1500;lost=250;period=year';
const kReadyWithin = 5000;  // milliseconds
const kTable = 'Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;30\n';

/** Where an embed comes from: a host that lets others read its files, and one that sends no header at all. */
const kSources = {
  'the embed': () => iframe(address, 'sandbox="allow-scripts"'),
  'the single file, from a server without Access-Control-Allow-Origin': () => `<iframe src="/kirnu-offline.html${address}" sandbox="allow-scripts" width="100%" height="640"></iframe>`,
};

describe('EMB-01 in sandbox="allow-scripts": calculation, file, paste and copy, without an error', () => {
  for (const [name, source] of Object.entries(kSources)) {
    test(name, async t => {
      const { host, close } = await serve_host({ '/': host_page(source()), '/kirnu-offline.html': readFileSync(join(built_site, 'kirnu-offline.html'), 'utf8') });
      assert.equal((await fetch(`${host}/kirnu-offline.html`)).headers.get('access-control-allow-origin'), null);
      await with_page({ at: host }, async page => {
        const [frame] = await embeds(page);
        assert.equal(await frame.evaluate(() => origin), 'null');
        const began = Date.now();
        await embed_settled(frame);
        const took = Date.now() - began;
        t.diagnostic(`ready after ${took} ms`);
        assert.ok(took < kReadyWithin, `ready after ${took} ms`);
        await use_embed(page, frame);
      });
      close();
    });
  }
});

/** What a reader does in an embed. @param {import('playwright-core').Page} page @param {import('playwright-core').Frame} frame */
async function use_embed(page, frame) {
  assert.equal(await frame.locator('html').getAttribute('data-kirnu'), 'ready');
  assert.equal(await frame.locator('.stage').getAttribute('data-show'), 'canvas', 'also drawn');
  assert.equal(await embed_value(frame, 'customers_lost'), 250);
  await embed_fill(frame, 'lost', '300');
  assert.equal(await embed_value(frame, 'customer_churn_rate'), 0.2);
  await frame.locator('[data-node=file] .control').setInputFiles({ name: 'monate.csv', mimeType: 'text/csv', buffer: Buffer.from(kTable) });
  await frame.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('monate.csv'));
  assert.equal(await embed_value(frame, 'customers_lost'), 30);
  await frame.locator('[data-node=copy_results] .control').focus();
  await page.keyboard.press('Enter');
  await frame.waitForFunction(() => document.querySelector('.notice')?.textContent === 'Kopiert.');
  await page.bringToFront();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Abwanderungsrate\t3,03\s%/);
  await page.evaluate(text => navigator.clipboard.writeText(text), 'Monat\tBeginn\tVerloren\n2025-01\t1000\t10\n2025-02\t990\t40\n');
  await frame.locator('[data-node=clear] .control').first().focus();
  await page.keyboard.press('Control+V');
  await frame.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '40');
}

test('EMB-01 presentation in the query, numbers in the fragment', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=fi&theme=dark&job=benchmark&controls=min#v1;start=1000;lost=100')) });
  await with_page({ at: host }, async page => {
    const [frame] = await embeds(page);
    assert.equal(await embed_value(frame, 'customer_churn_rate'), 0.1);
    assert.equal(await frame.locator('html').getAttribute('lang'), 'fi');
    assert.equal(await frame.locator('html').getAttribute('data-theme'), 'dark');
    for (const [id, count] of /** @type {[string, number][]} */ ([['start', 1], ['header', 0], ['file', 0], ['others', 1], ['time', 0]])) {
      assert.equal(await frame.locator(`[data-node=${id}]`).count(), count, id);
    }
    const before = await page.evaluate(() => history.length);
    await embed_fill(frame, 'lost', '120');
    await embed_fill(frame, 'lost', '130');
    await page.waitForTimeout(600);
    assert.equal(await page.evaluate(() => history.length), before, 'nothing is added to the history');
  });
  close();
});

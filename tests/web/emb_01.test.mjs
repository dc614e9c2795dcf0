// EMB-01: an embed works in a frame that may do nothing but run scripts, on somebody else's page.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { embed_fill, embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { use_browser } from './support.mjs';

const { with_page } = use_browser();
const kTable = 'Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;30\n';

test('EMB-01 in sandbox="allow-scripts": calculation, file, paste and copy, without an error', async t => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de#v1;start=1500;lost=250;period=year', 'sandbox="allow-scripts"')) });
  await with_page({ at: host }, async page => {
    const [frame] = await embeds(page);
    assert.equal(await frame.evaluate(() => origin), 'null');
    const began = Date.now();
    await embed_settled(frame);
    t.diagnostic(`ready after ${Date.now() - began} ms`);
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
  });
  close();
});

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

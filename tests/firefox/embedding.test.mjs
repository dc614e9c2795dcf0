// EMB-01, OFF-02, OFF-03, UX-01 in Firefox: the embed in its sandbox, the page without its server, the single file, the text view.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { host_page, iframe, serve_host } from '../web/embedding.mjs';
import { url } from '../web/support.mjs';
import { built_site, serve_versions } from '../web/versions.mjs';
import { choose_file, fill, settled, use_firefox, value } from './firefox.mjs';

const { with_page } = use_firefox();
const kTable = 'Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;30\n';

test('EMB-01 an embed in sandbox="allow-scripts" on another origin', async t => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de#v1;start=1500;lost=250;period=year', 'sandbox="allow-scripts"')) });
  await with_page(async page => {
    await page.goto(host);
    const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
    assert.ok(frame);
    await settled(frame);
    assert.equal(await frame.evaluate(() => origin), 'null');
    assert.equal(await value(frame, 'customers_lost'), 250);
    await fill(frame, 'lost', '300');
    assert.equal(await value(frame, 'customer_churn_rate'), 0.2);
    await choose_file(frame, 'monate.csv', kTable);
    assert.equal(await value(frame, 'customers_lost'), 30);
    t.diagnostic(`shown as ${await frame.evaluate(() => document.querySelector('.stage')?.getAttribute('data-show'))}`);
  });
  close();
});

test('OFF-03 the single file from file://, with every file an origin of its own', async t => {
  await with_page(async page => {
    /** @type {string[]} */
    const requests = [];
    page.on('request', request => requests.push(request.url()));
    await page.goto(`file://${built_site}/kirnu-offline.html?lang=de`);
    await settled(page);
    await fill(page, 'lost', '300');
    assert.equal(await value(page, 'customer_churn_rate'), 0.2);
    await choose_file(page, 'monate.csv', kTable);
    assert.equal(await value(page, 'customers_lost'), 30);
    for (const language of ['fi', 'en', 'de']) {
      await fill(page, 'language', language);
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
    }
    t.diagnostic(`shown as ${await page.evaluate(() => document.querySelector('.stage')?.getAttribute('data-show'))}`);
    // Firefox also lists the page's icon, and data of its own; nothing of that leaves the browser.
    assert.deepEqual(requests.filter(address => !/^(file|blob|data):/.test(address)), []);
  });
});

test('OFF-02 with the server gone', async () => {
  const site = await serve_versions();
  site.deploy();
  await with_page(async page => {
    await page.goto(`${site.url}?lang=de`);
    await settled(page);
    site.stop();
    for (const address of ['?lang=fi#v1;start=1000;lost=50', 'embed.html?lang=de#v1;start=1000;lost=70']) {
      await page.goto(site.url + address);
      await settled(page);  // Firefox tells of what a reload breaks off
      await page.reload();
      await settled(page);
      assert.equal(await value(page, 'customers_lost'), address.includes('=70') ? 70 : 50);
    }
    await fill(page, 'lost', '300');
    assert.equal(await value(page, 'customer_churn_rate'), 0.3);
  });
  site.close();
});

test('UX-01 the text view answers', () =>
  with_page(async page => {
    await page.goto(`${url}?lang=de&view=text`);
    await settled(page);
    await fill(page, 'lost', '300');
    assert.equal(await value(page, 'customer_churn_rate'), 0.2);
    await fill(page, 'period', 'quarter');
    assert.ok((await value(page, 'annual_churn_rate')) > 0.5);
  }));

// OFF-02, OFF-09: after one visit the page works without its server, from wherever it is opened; it can be installed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { PNG } from 'pngjs';
import { control, fill, metric, saved_text, settled, use_browser } from './support.mjs';
import { built_site, serve_versions } from './versions.mjs';

const { with_page } = use_browser();

test('OFF-02, OFF-09 with the server gone: reload, new tab, link, languages, embed, file, export, start of the app', async () => {
  const site = await serve_versions();
  site.deploy();
  await with_page({ at: `${site.url}?lang=de`, context: { serviceWorkers: 'allow', acceptDownloads: true }, troubled: true }, async page => {
    await settled(page);
    assert.equal((await page.evaluate(() => caches.keys())).length, 1, 'ready means that the copy is complete');
    site.stop();
    await page.reload();
    await settled(page);
    assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
    await fill(page, 'lost', '300');
    assert.equal((await metric(page, 'customer_churn_rate')).text, '20,00\u00a0%');
    for (const language of ['fi', 'en', 'de']) await fill(page, 'language', language);
    await control(page, 'file').setInputFiles({ name: 'monate.csv', mimeType: 'text/csv', buffer: Buffer.from('Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;30\n') });
    await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('monate.csv'));
    await settled(page);
    assert.equal((await metric(page, 'customers_lost')).value, 30);
    assert.match(await saved_text(page, 'save_csv'), /customers_lost/);
    assert.match(await saved_text(page, 'save_json'), /"customers_lost"/);
    const tab = await page.context().newPage();
    const { start_url } = JSON.parse(readFileSync(join(built_site, 'manifest.webmanifest'), 'utf8'));
    for (const [address, lost] of /** @type {[string, number][]} */ ([['?lang=fi#v1;start=1000;lost=50', 50], [start_url, 250], ['embed.html?lang=de#v1;start=1000;lost=70', 70], ['index.html', 250]])) {
      await tab.goto(new URL(address, site.url).href);
      await settled(tab);
      assert.equal((await metric(tab, 'customers_lost')).value, lost, address);
    }
  });
  site.close();
});

test('OFF-02 under a path of its own, beside another copy of Kirnu', async () => {
  const site = await serve_versions();
  site.deploy();
  const { cpSync, mkdirSync, readdirSync } = await import('node:fs');
  for (const path of ['one', 'two']) {
    mkdirSync(join(site.folder, path));
    for (const name of readdirSync(built_site)) cpSync(join(built_site, name), join(site.folder, path, name), { recursive: true });
  }
  await with_page({ at: `${site.url}one/?lang=de`, context: { serviceWorkers: 'allow' }, troubled: true }, async page => {
    await settled(page);
    await page.goto(`${site.url}two/?lang=de`);
    await settled(page);
    assert.equal((await page.evaluate(() => caches.keys())).length, 2);
    site.stop();
    for (const path of ['one', 'two']) {
      await page.goto(`${site.url}${path}/?lang=de`);
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 250);
    }
  });
  site.close();
});

test('OFF-09 the manifest has what browsers ask of an app that can be installed', () => {
  const manifest = JSON.parse(readFileSync(join(built_site, 'manifest.webmanifest'), 'utf8'));
  for (const name of ['name', 'short_name', 'description', 'lang', 'background_color', 'theme_color']) assert.ok(manifest[name], name);
  assert.ok(manifest.short_name.length <= 12);
  assert.equal(manifest.display, 'standalone');
  for (const name of ['start_url', 'scope', 'id']) assert.equal(new URL(manifest[name], 'http://host/sub/manifest.webmanifest').href, 'http://host/sub/');
  const sizes = [];
  for (const { src, sizes: said, purpose, type } of manifest.icons) {
    const { width, height } = PNG.sync.read(readFileSync(join(built_site, src)));
    assert.equal(said, `${width}x${height}`, src);
    assert.equal(type, 'image/png');
    sizes.push(`${purpose} ${width}`);
  }
  assert.deepEqual(sizes, ['any 192', 'any 512', 'maskable 512']);
  const page = readFileSync(join(built_site, 'index.html'), 'utf8');
  assert.match(page, /<link rel="manifest" href="manifest\.webmanifest">/);
});

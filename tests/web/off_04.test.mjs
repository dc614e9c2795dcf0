// OFF-04, OFF-05: versions never mix, a new one comes on a click, a broken one never, and there is a way out.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { keep_earlier } from '../../scripts/site/keep_earlier.mjs';
import { boot_words } from '../../web/boot_words.mjs';
import { metric, settled, use_browser } from './support.mjs';
import { serve_versions, version_of } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** Nothing is being fetched any more: the new version is there, or refused. @param {Page} page */
async function installed(page) {
  const installs = () => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.installing));
  for (const until = Date.now() + 20_000; await installs();) {
    assert.ok(Date.now() < until, 'a new version is still being fetched');
    await page.waitForTimeout(50);
  }
}

/** @param {Page} page */
async function load(page) {
  await page.reload();
  await settled(page);
  // On a busy machine the page does not wait until a new version is fetched, or refused.
  await installed(page);
}

/** The same, once the browser has looked for a new version, which a busy one does later. @param {Page} page */
async function load_and_look(page) {
  await load(page);
  await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update().catch(() => undefined));
  await installed(page);
}

/** @param {Page} page */
const bar = page => page.locator('.notice').getByRole('button', { name: boot_words('de', 'load_it') });

/** @param {Page} page */
const kept = page => page.evaluate(async () => (await caches.keys()).map(name => name.split(' ').at(-1)).sort());

/** @param {(page: Page, site: Awaited<ReturnType<typeof serve_versions>>) => Promise<void>} use */
async function with_site(use) {
  const site = await serve_versions();
  site.deploy('one');
  try {
    await with_page({ at: `${site.url}?lang=de`, context: { serviceWorkers: 'allow' }, troubled: true }, async page => {
      await settled(page);
      await load(page);  // from here on the service worker answers
      assert.equal(await version_of(page), 'one');
      await use(page, site);
    });
  } finally {
    site.close();
  }
}

test('OFF-04 a new version waits for a click, also with two tabs, and is then whole', () =>
  with_site(async (page, site) => {
    const other = await page.context().newPage();
    await other.goto(`${site.url}?lang=de`);
    await settled(other);
    site.deploy('two');
    await load(page);
    assert.equal(await version_of(page), 'one');
    await bar(page).waitFor();
    await load(page);
    assert.equal(await version_of(page), 'one', 'nothing but the click takes it');
    await bar(page).click();
    await page.waitForFunction(() => document.querySelector('meta[name=version]')?.getAttribute('content') === 'two');
    await settled(page);
    assert.equal((await metric(page, 'customers_lost')).value, 250);
    assert.deepEqual(await kept(page), ['two']);
    assert.equal(await version_of(other), 'one', 'the other tab is left alone');
    assert.equal((await metric(other, 'customers_lost')).value, 250);
    site.stop();
    await load(page);
    assert.equal(await version_of(page), 'two');
  }));

test('OFF-04 the button in a second tab loads the version that the first has taken', () =>
  with_site(async (page, site) => {
    const other = await page.context().newPage();
    await other.goto(`${site.url}?lang=de`);
    await settled(other);
    site.deploy('two');
    await load_and_look(page);
    await bar(page).waitFor();
    await bar(other).waitFor();
    const shows_two = (/** @type {Page} */ tab) => tab.waitForFunction(() => document.querySelector('meta[name=version]')?.getAttribute('content') === 'two');
    await bar(page).click();
    await shows_two(page);
    await settled(page);
    assert.equal(await version_of(other), 'one');
    await bar(other).click();
    await shows_two(other);
    await settled(other);
    assert.equal(await bar(other).count(), 0, 'nothing newer is there');
    assert.deepEqual(await kept(other), ['two']);
  }));

/** A version that was looked at, perhaps more than once, is gone again: nothing of it stays, nothing of it waits. @param {Page} page @param {string} version */
async function assert_refused(page, version) {
  for (const until = Date.now() + 10_000; (await kept(page)).length > 1 && Date.now() < until;) await page.waitForTimeout(50);
  assert.deepEqual(await kept(page), ['one'], version);
  assert.equal(await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null), null, version);
}

test('OFF-04 a half deployed version, and one whose core was altered, are not taken', () =>
  with_site(async (page, site) => {
    site.deploy('two');
    const core = readFileSync(join(site.folder, 'sw.js'), 'utf8').match(/kirnu-core-[0-9a-f]{12}\.wasm/)?.[0] ?? '';
    rmSync(join(site.folder, core));
    await load_and_look(page);
    assert.equal(await bar(page).count(), 0);
    await assert_refused(page, 'two');
    for (const [version, broken] of /** @type {[string, (bytes: Buffer) => Buffer][]} */ ([
      ['three', bytes => bytes.subarray(0, bytes.length / 2)],
      ['four', bytes => (bytes.writeUInt8(bytes[99] ^ 1, 99), bytes)],
      ['five', () => Buffer.from('<!doctype html><title>Not found</title>')],
    ])) {
      site.deploy(version);
      writeFileSync(join(site.folder, core), broken(readFileSync(join(site.folder, core))));
      // A browser's own cache would still have the good bytes: here the name is asked for the first time.
      await page.context().clearCookies();
      await load_and_look(page);
      assert.equal(await bar(page).count(), 0, version);
      await assert_refused(page, version);
      assert.equal(await version_of(page), 'one');
    }
    site.deploy('six');
    await load(page);
    await bar(page).waitFor();
  }));

test('OFF-04 a version that is replaced by the next while it is fetched is not taken; the one that replaced it is', () =>
  with_site(async (page, site) => {
    site.deploy('two');
    let replaced = false;
    site.when_asked(/kirnu-core-|kirnu-gui-|kirnu-\w{12}|\/$|index\.html/, () => {
      replaced = true;
      site.deploy('three');
      const files = readdirSync(site.folder).filter(name => /-[0-9a-f]{12}\./.test(name));
      for (const name of files.filter((_, at) => at % 2 === 0)) rmSync(join(site.folder, name));
    });
    await load(page);
    assert.ok(replaced);
    assert.equal(await version_of(page), 'one');
    assert.equal(await bar(page).count(), 0);
    assert.deepEqual(await kept(page), ['one']);
    assert.equal((await metric(page, 'customers_lost')).value, 250);
    site.deploy('three');
    await load(page);
    await bar(page).click();
    await page.waitForFunction(() => document.querySelector('meta[name=version]')?.getAttribute('content') === 'three');
    await settled(page);
    assert.deepEqual(await kept(page), ['three']);
  }));

test('OFF-04 the kill switch of the docs leaves nothing behind', () =>
  with_site(async (page, site) => {
    const docs = readFileSync(fileURLToPath(new URL('../../docs/hosting.md', import.meta.url)), 'utf8');
    const recipe = /```js kill-switch\n([^]*?)```/.exec(docs)?.[1];
    assert.ok(recipe, 'docs/hosting.md has the recipe');
    site.deploy('two');
    writeFileSync(join(site.folder, 'sw.js'), recipe);
    await page.reload();
    await page.waitForFunction(() => document.querySelector('meta[name=version]')?.getAttribute('content') === 'two');
    rmSync(join(site.folder, 'sw.js'));
    await load(page);
    assert.equal(await version_of(page), 'two', 'pages come from the server again');
    assert.deepEqual(await kept(page), []);
    // A worker that has unregistered itself goes when the last page that it served has gone: soon, but not at once.
    const workers = () => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);
    for (const until = Date.now() + 10_000; await workers() > 0 && Date.now() < until;) await page.waitForTimeout(50);
    assert.equal(await workers(), 0);
  }));

test('OFF-05 an open page goes on after its files are gone: what it loads late is kept by hosts, or said', async () => {
  const site = await serve_versions();
  site.deploy();
  await with_page({ at: `${site.url}?lang=de&view=text`, troubled: true }, async page => {
    await settled(page);
    const earlier = mkdtempSync(join(tmpdir(), 'kirnu-earlier-'));
    cpSync(site.folder, earlier, { recursive: true });
    site.deploy('two');
    for (const each of readdirSync(site.folder)) if (/^(kirnu-gui|kirnu-core|inter)-/.test(each)) rmSync(join(site.folder, each));  // it has others
    keep_earlier(earlier, site.folder);  // as the workflow deploys
    rmSync(earlier, { recursive: true });
    await page.keyboard.press('F2');
    await page.waitForSelector('.stage[data-show=canvas]');
    assert.equal((await metric(page, 'customers_lost')).value, 250);
  });
  await with_page({ at: `${site.url}?lang=de&view=text`, troubled: true }, async page => {
    await settled(page);
    site.deploy('two');
    for (const each of readdirSync(site.folder)) if (each.startsWith('kirnu-gui')) rmSync(join(site.folder, each));
    const answered = page.waitForResponse(/\/kirnu-gui-/);
    const given_up = page.waitForEvent('console', message => message.text().startsWith('Shown as text'));
    await page.keyboard.press('F2');
    assert.equal((await answered).status(), 404);
    await given_up;
    await settled(page);
    assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text', 'what cannot be had is done without');
    assert.equal((await metric(page, 'customers_lost')).value, 250);
  });
  site.close();
});

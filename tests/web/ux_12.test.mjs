// UX-12: a link with the numbers in the fragment.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { boot_words } from '../../web/boot_words.mjs';
import { serve } from '../../scripts/server.mjs';
import { embed_fill, embed_settled, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { choose } from './files.mjs';
import { assert_same_outline, outline_of_page } from './outline.mjs';
import { control, fill, metric, settled, url, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kText = '?lang=de&view=text';
const kMonths = { name: 'months.csv', text: 'Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;20\n' };

const start = (/** @type {Page} */ page) => control(page, 'start').inputValue();

/** @param {Page} page @param {string} text */
async function shows_start(page, text) {
  await page.waitForFunction(text => /** @type {HTMLInputElement} */ (document.querySelector('[data-node=start] .control')).value === text, text);
  await settled(page);
}

/** @param {Page} page @param {string} fragment */
async function follow(page, fragment) {
  await page.evaluate(fragment => void (location.hash = fragment), fragment);
  await page.waitForTimeout(50);  // the browser tells it as an event
  await settled(page);
}

test('UX-12 a copied link opens the same page elsewhere, and no server sees its numbers', async () => {
  const { url: own, server } = await serve(fileURLToPath(new URL('../../build/site', import.meta.url)), 0);
  /** @type {string[]} */
  const asked = [];
  server.on('request', request => asked.push(request.url ?? ''));
  try {
    await with_page({ at: `${own}${kText}` }, async page => {
      await settled(page);
      await fill(page, 'start', '4.321');
      await fill(page, 'lost', '98');
      await fill(page, 'period', 'quarter');
      await fill(page, 'margin', '70,5\u00a0%');
      await control(page, 'share').click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).includes('#v1;'));
      const link = await page.evaluate(() => navigator.clipboard.readText());
      const before = await outline_of_page(page);
      await with_page({ at: link }, async other => {
        await settled(other);
        assert_same_outline(await outline_of_page(other), before);
      });
    });
  } finally {
    server.close();
  }
  assert.ok(asked.length > 3);
  for (const address of asked) assert.doesNotMatch(address, /4321|start=|%23|#/, address);
});

/** Each leaves the page as it was, with one sentence. */
const unreadable = [
  '#v0', '#v2;start=1500;lost=250', '#v11;start=1', '#v1x;start=1', '#v1,start=1500', '#v1:start=1500', '#v1 start=1500', '#v1=start',
  '#v1%', '#v1;start=%', '#v1;start=%4', '#v1;start=%zz', '#v1;start=15%0', '#v1;%', '#v1;start=1500;lost=25%g0', '#v9;<script>alert(1)</script>',
  '#v1;start', '#v1;start=', '#v1;=1500', '#v1;start=abc', '#v1;start=-5', '#v1;start=1e5', '#v1;start=1,5', '#v1;start=1.5', '#v1;start=NaN', '#v1;start=Infinity',
  '#v1;start=0x10', '#v1;start=99999999999999999999', '#v1;start==5', '#v1;paste=a', '#v1;constructor=1', '#v1;__proto__=1', '#v1;start=<b>1</b>',
  '#v1;period=fortnight', '#v1;period=-3', '#v1;definition=mine', '#v1;theme=dark', '#v1;lost=5;start=-5',
  '#v1%3Fstart=1', '#v1\u0000;start=1', '#v1&start=1500', `#v1;start=1500;${'x'.repeat(5000)}=1`, `#v1;${'start=1;'.repeat(700)}`, '#v3',
];
/** Each says less than usual, or more than is known: what is no key of ours is left out. */
const left_out = ['#v1', '#v1;', '#v1;;;;', '#v1;benchmark=nobody', '#v1;period=year;theme=dark', '#v1;period=year;__proto__=1', '#v1;definition=stripe'];

describe('UX-12 malformed links', () => {
  test(`${unreadable.length} that cannot be read change nothing and are told in one line`, () =>
    with_page({ query: kText }, async page => {
      await fill(page, 'start', '77');
      for (const fragment of unreadable) {
        await follow(page, fragment);
        assert.equal(await start(page), '77', fragment);
        const told = page.locator('[data-node=messages] .message');
        assert.deepEqual(await told.allTextContents(), ['!Der Link ließ sich nicht lesen; nichts wurde geändert.'], fragment);
        await fill(page, 'lost', '');
        await fill(page, 'lost', '7');
      }
    }));

  test(`${left_out.length} with less, or with keys of others, are read all the same`, () =>
    with_page({ query: kText }, async page => {
      for (const fragment of left_out) {
        await follow(page, '#v1;start=88;lost=8');
        await shows_start(page, '88');
        await follow(page, fragment);
        await shows_start(page, '');
        assert.equal(await control(page, 'period').inputValue(), 'year', fragment);
        assert.equal(await control(page, 'theme').inputValue(), 'auto', fragment);
      }
      assert.ok(unreadable.length >= 40);
    }));

  test('one that cannot be read opens the page that anybody sees first, with a notice', () =>
    with_page({ query: `${kText}#v7;start=5` }, async page => {
      assert.equal((await metric(page, 'customers_lost')).value, 250);
      assert.match(await words(page, 'messages'), /Der Link ließ sich nicht lesen/);
    }));
});

describe('UX-12 a link while a table is in place', () => {
  for (const { name, bring } of [
    { name: 'a file', bring: (/** @type {Page} */ page) => choose(page, 'file', kMonths) },
    { name: 'a pasted table', bring: (/** @type {Page} */ page) => fill(page, 'paste', kMonths.text) },
  ]) {
    test(`${name}: the page asks, opens it when told to, and undo brings the table back`, () =>
      with_page({ query: kText }, async page => {
        await bring(page);
        await page.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '20');
        await settled(page);
        await follow(page, '#v1;start=77;lost=7;period=month');
        const notice = page.locator('.notice');
        assert.equal(await notice.locator('span').textContent(), boot_words('de', 'link_replaces'));
        assert.equal((await metric(page, 'customers_lost')).value, 20, 'not yet');
        await notice.getByRole('button', { name: boot_words('de', 'open_link') }).click();
        await shows_start(page, '77');
        await notice.getByRole('button', { name: boot_words('de', 'undo') }).click();
        await page.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '20');
        await settled(page);
        assert.equal(await notice.isVisible(), false);
      }));
  }

  test('closing the question keeps the table', () =>
    with_page({ query: kText }, async page => {
      await fill(page, 'paste', kMonths.text);
      await follow(page, '#v1;start=77;lost=7');
      await page.locator('.notice').getByRole('button', { name: boot_words('de', 'close') }).click();
      assert.equal((await metric(page, 'customers_lost')).value, 20);
    }));
});

describe('UX-12 Back and Forward', () => {
  test('go between links that were followed', () =>
    with_page({ query: kText }, async page => {
      await follow(page, '#v1;start=500;lost=5;period=month');
      await shows_start(page, '500');
      await follow(page, '#v1;start=600;lost=6;period=month');
      await shows_start(page, '600');
      await page.goBack();
      await shows_start(page, '500');
      await page.goBack();
      await shows_start(page, '1.500');
      assert.equal((await metric(page, 'customers_lost')).value, 250);
      await page.goForward();
      await shows_start(page, '500');
      await page.goForward();
      await shows_start(page, '600');
    }));

  test('bring back what was replaced, with its file', () =>
    with_page({ query: kText }, async page => {
      await fill(page, 'start', '1234');
      const before = await page.evaluate(() => history.length);
      await choose(page, 'file', kMonths);
      await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('months.csv'));
      await settled(page);
      assert.equal(await page.evaluate(() => history.length), before + 1);
      await page.goBack();
      await shows_start(page, '1234');
      await page.goForward();
      await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('months.csv'));
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 20);
    }));

  test('edits alone add nothing', () =>
    with_page({ query: kText }, async page => {
      const before = await page.evaluate(() => history.length);
      for (let n = 1; n <= 5; ++n) {
        await fill(page, 'start', String(1000 + n));
        await page.waitForFunction(n => location.hash.includes(`start=${n}`), 1000 + n);
      }
      assert.equal(await page.evaluate(() => history.length), before);
    }));
});

test('UX-12 the site’s page in a frame adds nothing to the history of the page around, whatever is replaced', async () => {
  const { host, close } = await serve_host({ '/': host_page(`<iframe src="${url}?lang=de&view=text" width="1000" height="800"></iframe>`) });
  await with_page({ at: host }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    const before = await page.evaluate(() => history.length);
    await embed_fill(frame, 'start', '1234');
    await frame.locator('[data-node=clear] .control').click();
    await frame.locator('.notice').getByText(boot_words('de', 'replaced')).waitFor();
    await frame.locator('[data-node=file] .control').setInputFiles({ name: kMonths.name, mimeType: 'text/csv', buffer: Buffer.from(kMonths.text) });
    await frame.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '20');
    await embed_settled(frame);
    assert.equal(await page.evaluate(() => history.length), before);
  });
  close();
});

test('UX-12 a hundred edits in a frame, and an emptied page, leave the history of the page around as it was', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&view=text')) });
  await with_page({ at: host }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    const before = await page.evaluate(() => history.length);
    await frame.evaluate(async () => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-node=lost] .control'));
      for (let n = 1; n <= 99; ++n) {
        field.value = String(n);
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise(resolve => setTimeout(resolve, 5));
      }
    });
    await embed_fill(frame, 'lost', '100');
    await frame.waitForFunction(() => location.hash.includes('lost=100'));
    await frame.locator('[data-node=clear] .control').click();
    await embed_settled(frame);
    await page.waitForTimeout(600);
    assert.equal(await page.evaluate(() => history.length), before);
  });
  close();
});

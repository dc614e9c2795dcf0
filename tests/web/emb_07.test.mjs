// EMB-07, EMB-09, EMB-10 (poster): nothing moves, nothing is loaded before it is needed, and a strict host notices nothing.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const script = `<script src="${url}embed.js"></script>`;
const kFold = '<p style="height: 2600px">Ein langer Artikel.</p>';

/** @param {Page} page */
function count_shifts(page) {
  return page.addInitScript(() => {
    /** @type {any} */ (globalThis).shifts = [];
    new PerformanceObserver(list => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        const moved = entry.sources.map((/** @type {any} */ { node }) => node?.className || node?.localName);
        /** @type {any} */ (globalThis).shifts.push(`${entry.value.toFixed(4)}: ${moved.join(', ')}`);
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/** @param {Page} page */
const innerHeight = page => page.viewportSize()?.height ?? 0;

/** @param {Page} page @returns {string[]} */
function follow_requests(page) {
  /** @type {string[]} */
  const requests = [];
  page.on('request', request => request.url().startsWith(url) && requests.push(request.url().slice(url.length)));
  return requests;
}

/** Whoever watches what comes into sight has been told where things are now, and has begun what that starts. @param {Page} page */
async function looked(page) {
  await page.evaluate(() => new Promise(resolve => {
    const observer = new IntersectionObserver(() => (observer.disconnect(), requestAnimationFrame(() => requestAnimationFrame(resolve))));
    observer.observe(document.documentElement);
  }));
  for (const frame of page.frames()) await frame.evaluate(() => new Promise(resolve => setTimeout(resolve, 100)));  // a message came to it
}

/** Nothing has changed its place or its height for a while. @param {Page} page */
function at_rest(page) {
  return page.evaluate(async () => {
    const look = () => [scrollY, ...[...document.querySelectorAll('html, iframe, churn-calculator')].map(each => each.getBoundingClientRect().height)].join();
    for (let same = 0, before = '', left = 600; same < 20; --left) {
      if (left === 0) throw new Error(`it does not come to rest: ${before}`);
      await new Promise(resolve => requestAnimationFrame(resolve));
      const now = look();
      same = now === before ? same + 1 : 0;
      before = now;
    }
  });
}

/** @param {string} path of a request */
const is_program = path => /\.(wasm|ttf)|kirnu-(embed|gui)-/.test(path);

describe('EMB-07 below the fold only the poster is loaded; within one screen the program starts, and nothing moves', () => {
  const element = '<churn-calculator lang="de" job="counts" controls="min" height="760"></churn-calculator>';
  const rows = [
    { name: 'a frame alone', code: iframe('?lang=de&job=counts&controls=min'), first: ['embed.html'], near: 0 },
    { name: 'a frame and embed.js', code: iframe('?lang=de&job=counts&controls=min') + script, first: ['embed.js', 'embed.html'], near: 1 },
    { name: 'an element', code: element + script, first: ['embed.js', /^churn-calculator-\w{12}\.js$/], near: 1 },
  ];
  for (const { name, code, first, near } of rows) {
    test(name, async () => {
      const { host, close } = await serve_host({ '/': host_page(`${kFold}${code}<p>Danach</p>`) });
      /** @type {string[]} */
      let requests = [];
      await with_page({ at: host, prepare: async page => (await count_shifts(page), (requests = follow_requests(page))) }, async page => {
        const place = page.locator('iframe, churn-calculator');
        const top = (await place.boundingBox())?.y ?? 0;
        const screens_away = (/** @type {number} */ screens) => page.evaluate(y => scrollTo(0, y), top - innerHeight(page) * (1 + screens));
        const asked = () => requests.map(path => path.split(/[?#]/)[0]);
        const is_first = () => asked().length === first.length && first.every(each => asked().some(path => (typeof each === 'string' ? path === each : each.test(path))));
        for (const until = Date.now() + 10_000; !is_first() && Date.now() < until;) await page.waitForTimeout(20);
        await looked(page);
        assert.ok(is_first(), `at first: ${asked()}`);
        for (const screens of [1.5, 1.1]) {
          await screens_away(screens);
          await looked(page);
          assert.ok(is_first(), `${screens} screens away: ${asked()}`);
        }
        const [frame] = await embeds(page);
        if (frame) {
          assert.equal(await frame.locator('html').getAttribute('data-kirnu'), 'poster');
          assert.equal(await frame.locator('article[lang=de]').isVisible(), true);
          assert.equal(await frame.locator('article[lang=en]').isVisible(), false);
        }
        await screens_away(near === 1 ? 0.9 : -0.3);
        if (frame) await embed_settled(frame);
        else await page.waitForSelector('churn-calculator[data-kirnu=ready]');
        assert.ok(asked().some(is_program), 'now it starts');
        await screens_away(-0.5);
        await at_rest(page);
        const from = await page.evaluate(() => scrollY);
        await page.mouse.wheel(0, 300);
        await page.waitForFunction(from => scrollY !== from, from);
        await at_rest(page);
        const rate = (frame ?? page).locator('[data-node=customer_churn_rate]');
        assert.equal(Number(await rate.getAttribute('data-value')).toFixed(4), '0.1667');
        for (const each of page.frames()) assert.deepEqual(await each.evaluate(() => /** @type {any} */ (globalThis).shifts), [], each === page.mainFrame() ? 'on the page' : 'in the frame');
      });
      close();
    });
  }

  test('a click on a poster starts it, wherever it is', async () => {
    const { host, close } = await serve_host({ '/': host_page(`${kFold}${iframe('?lang=de')}`) });
    await with_page({ at: host }, async page => {
      const [frame] = await embeds(page);
      await looked(page);
      assert.equal(await frame.locator('html').getAttribute('data-kirnu'), 'poster');
      await frame.locator('article[lang=de] button').evaluate(button => /** @type {HTMLButtonElement} */ (button).click());
      await embed_settled(frame);
      assert.equal(await frame.locator('html').getAttribute('data-kirnu'), 'ready');
    });
    close();
  });
});

test('EMB-07 what is read first is not moved by a frame in sight that becomes higher or lower', async () => {
  const { host, close } = await serve_host({ '/': host_page(`<p>Davor</p>${iframe('?lang=de&job=counts&controls=none').replace('height="640"', 'height="500"')}<p>Danach</p>${kFold}${script}`) });
  await with_page({ at: host, prepare: count_shifts }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    await page.evaluate(() => frames[0].postMessage({ type: 'churn:set', v: 1, params: { start: 10, lost: 99 } }, '*'));
    await embed_settled(frame);
    await at_rest(page);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), []);
  });
  close();
});

/** How long the page's main thread was held up, in milliseconds beyond 50 a task, while it loads on a machine a fourth as fast.
 * @param {string} code around which the page is */
async function blocking_time(code) {
  const { host, close } = await serve_host({ '/': host_page(`${'<p>Ein Absatz.</p>'.repeat(50)}${kFold}${code}`) });
  let sum = 0;
  const watch = async (/** @type {Page} */ page) => {
    const client = await page.context().newCDPSession(page);
    await client.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    await page.addInitScript(() => {
      if (parent !== window) return;
      /** @type {any} */ (globalThis).blocked = 0;
      new PerformanceObserver(list => {
        for (const { duration } of list.getEntries()) /** @type {any} */ (globalThis).blocked += Math.max(0, duration - 50);
      }).observe({ type: 'longtask', buffered: true });
    });
  };
  await with_page({ at: host, prepare: watch }, async page => {
    await page.waitForTimeout(2000);
    sum = await page.evaluate(() => /** @type {any} */ (globalThis).blocked);
  });
  close();
  return sum;
}

test('EMB-07 a page with five embeds below the fold is held up by at most 50 ms more than without', async t => {
  const element = '<churn-calculator lang="de" job="counts" controls="min" height="760"></churn-calculator>';
  const embedded = iframe('?lang=de&job=counts&controls=min').repeat(3) + element.repeat(2) + script;
  const least = async (/** @type {string} */ code) => {
    const times = [];
    for (let run = 0; run < 3; ++run) times.push(await blocking_time(code));
    return Math.min(...times);  // what else the machine does only adds
  };
  const [without, with_them] = [await least(''), await least(embedded)];
  t.diagnostic(`${without.toFixed(0)} ms without, ${with_them.toFixed(0)} ms with them`);
  assert.ok(with_them - without <= 50, `${with_them - without} ms`);
});

test('EMB-07 the poster starts with a key as well, and its switch to the calculator is no layout shift', () =>
  with_page({ at: `${url}embed.html?lang=en`, prepare: async page => (await count_shifts(page), page.addInitScript(() => (globalThis.IntersectionObserver = /** @type {any} */ (class { observe() {} disconnect() {} })))) }, async page => {
    assert.equal(await page.locator('html').getAttribute('data-kirnu'), 'poster');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await embed_settled(page.mainFrame());
    assert.equal(await page.locator('html').getAttribute('data-kirnu'), 'ready');
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).shifts), []);
  }));

test('EMB-10 the poster weighs at most 20 kB, packed', () => {
  const poster = readFileSync(join(built_site, 'embed.html'));
  const packed = gzipSync(poster, { level: 9 }).length;
  assert.ok(packed <= 20_000, `${packed} bytes`);
  assert.doesNotMatch(poster.toString(), /<link rel="stylesheet"|<img|<script src/, 'one request');
});

test('EMB-09 a host that allows nothing but the frame has no violation', async () => {
  const { host, close } = await serve_host(
    { '/': host_page(iframe('?lang=de')) },
    { 'Content-Security-Policy': `default-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; frame-src ${url}` },
  );
  const watch = (/** @type {Page} */ page) =>
    page.addInitScript(() => {
      /** @type {any} */ (globalThis).violations = [];
      document.addEventListener('securitypolicyviolation', event => /** @type {any} */ (globalThis).violations.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
  await with_page({ at: host, prepare: watch }, async page => {
    const [frame] = await embeds(page);
    assert.equal(await embed_value(frame, 'customers_lost'), 250);
    for (const where of page.frames()) assert.deepEqual(await where.evaluate(() => /** @type {any} */ (globalThis).violations), []);
  });
  close();
});

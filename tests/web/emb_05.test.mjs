// EMB-05: several calculators on one page keep out of each other's way, and take everything with them when they go.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { join } from 'node:path';
import { embed_settled, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const kElement = '<churn-calculator lang="de" src-params="start=1500;lost=250;period=year" height="600"><p class="own">250 von 1.500</p></churn-calculator>';
const script = `<script src="${url}embed.js"></script>`;
/** The policy that docs/embedding.md names for the element. */
const policy = { 'Content-Security-Policy': `default-src 'none'; style-src 'unsafe-inline'; img-src data:; script-src ${url} 'wasm-unsafe-eval'; connect-src ${url}; worker-src blob:; frame-src 'self' ${url}; require-trusted-types-for 'script'; trusted-types kirnu 'allow-duplicates'` };

/** @param {Page} page @param {number} [count] */
async function elements_ready(page, count = 1) {
  await page.waitForFunction(count => document.querySelectorAll('churn-calculator[data-kirnu=ready]').length >= count, count);
}

/** @param {Page} page @param {number} at @param {string} id */
function element_value(page, at, id) {
  return page.locator('churn-calculator').nth(at).locator(`[data-node="${id}"]`).getAttribute('data-value');
}

/** @param {Page} page */
function watch_policy(page) {
  return page.addInitScript(() => {
    /** @type {any} */ (globalThis).violations = [];
    document.addEventListener('securitypolicyviolation', event => /** @type {any} */ (globalThis).violations.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
}

/** The six of a page: a locator's root for each, all with the same fields. @param {Page} page */
async function six(page) {
  await elements_ready(page, 2);
  const frames = await embeds(page);
  for (const [at, frame] of frames.entries()) {
    await page.locator('iframe').nth(at).evaluate(each => each.scrollIntoView());
    await embed_settled(frame);
  }
  return [page.locator('churn-calculator').nth(0), page.locator('churn-calculator').nth(1), ...frames];
}

/** @param {Awaited<ReturnType<typeof six>>} all */
function lost_of(all) {
  return Promise.all(all.map(each => each.locator('[data-node=customers_lost]').getAttribute('data-value').then(Number)));
}

/** Ids that axe finds twice, in the page with its shadow roots and in every frame. @param {Page} page */
async function ids_twice(page) {
  const found = [];
  for (const frame of page.frames()) {
    await frame.evaluate(axe);
    found.push(...(await frame.evaluate(async () => {
      const { violations } = await /** @type {any} */ (globalThis).axe.run(document, { iframes: false, runOnly: ['duplicate-id', 'duplicate-id-aria', 'duplicate-id-active'] });
      return violations.flatMap((/** @type {any} */ { id, nodes }) => nodes.map((/** @type {any} */ { html }) => `${id}: ${html}`));
    })));
  }
  return found;
}

test('EMB-05, EMB-09 two elements, two frames and two single files: each keeps its own numbers, keys and ids', async () => {
  const { host, close } = await serve_host(
    {
      '/': host_page(`${kElement}${kElement}${iframe('?lang=de')}${iframe('?lang=de')}<iframe src="/offline?lang=de" sandbox="allow-scripts"></iframe><iframe src="/offline?lang=de" sandbox="allow-scripts"></iframe>${script}`),
      '/offline': readFileSync(join(built_site, 'kirnu-offline.html'), 'utf8'),
    },
    policy,
  );
  await with_page({ at: host, context: { viewport: { width: 1000, height: 8000 } }, prepare: watch_policy, troubled: true }, async page => {
    const all = await six(page);
    const expected = all.map(() => 250);
    for (const [at, each] of all.entries()) {
      expected[at] = 300 + at;
      await each.locator('[data-node=lost] .control').fill(String(expected[at]));
      const figure = await each.locator('[data-node=customers_lost]').elementHandle();
      for (let left = 200; (await figure?.getAttribute('data-value')) !== String(expected[at]); --left) {
        assert.ok(left > 0, `number ${at} does not answer`);
        await page.waitForTimeout(50);
      }
      assert.deepEqual(await lost_of(all), expected, `only number ${at} changes`);
    }
    await page.evaluate(() => scrollTo(0, 0));
    for (const [at, each] of all.entries()) {
      const shown = () => Promise.all(all.map(one => one.locator('.stage').getAttribute('data-show')));
      const before = await shown();
      await each.locator('[data-node=lost] .control').focus();
      await page.keyboard.press('F2');
      await each.locator('.stage[data-show=text]').waitFor({ state: 'attached' });
      assert.deepEqual(await shown(), before.map((one, other) => (other === at ? 'text' : one)), `a key goes to number ${at}, which has the focus`);
    }
    const ids = await page.evaluate(() => {
      const roots = [...document.querySelectorAll('churn-calculator')].map(each => /** @type {ShadowRoot} */ (each.shadowRoot));
      return roots.flatMap(root => [...root.querySelectorAll('[id]')].map(({ id }) => id));
    });
    assert.ok(ids.length > 40);
    assert.equal(new Set(ids).size, ids.length, 'no id twice');
    assert.deepEqual(await ids_twice(page), []);
    assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).violations), []);
    assert.equal(page.workers().length, 6);
    for (const [left, gone] of /** @type {[number, string][]} */ ([[5, 'churn-calculator'], [4, 'iframe'], [3, 'iframe:last-of-type']])) {
      await page.evaluate(gone => document.querySelector(gone)?.remove(), gone);
      for (let patience = 100; page.workers().length !== left && patience > 0; --patience) await page.waitForTimeout(20);
      assert.equal(page.workers().length, left, `the worker of ${gone} went with it`);
    }
    assert.deepEqual(await lost_of([page.locator('churn-calculator').first(), all[3], all[4]]), [301, 303, 304], 'the others go on');
  });
  close();
});

test('EMB-05 an element that goes takes its worker and its GL context with it', async () => {
  const { host, close } = await serve_host({ '/': host_page(kElement + kElement + script) });
  const watch = (/** @type {Page} */ page) =>
    page.addInitScript(() => {
      const { getContext } = HTMLCanvasElement.prototype;
      /** @type {any} */ (globalThis).contexts = [];
      HTMLCanvasElement.prototype.getContext = function (/** @type {any[]} */ ...asked) {
        const context = /** @type {any} */ (getContext).apply(this, asked);
        if (context && asked[0] === 'webgl2' && !(/** @type {any} */ (globalThis).contexts.includes(context))) /** @type {any} */ (globalThis).contexts.push(context);
        return context;
      };
    });
  const living = (/** @type {Page} */ page) => page.evaluate(() => /** @type {any} */ (globalThis).contexts.filter((/** @type {WebGL2RenderingContext} */ each) => !each.isContextLost()).length);
  await with_page({ at: host, context: { viewport: { width: 1000, height: 8000 } }, prepare: watch }, async page => {
    await elements_ready(page, 2);
    assert.equal(page.workers().length, 2);
    assert.equal(await living(page), 2);
    await page.evaluate(() => document.querySelector('churn-calculator')?.remove());
    await page.waitForTimeout(200);
    assert.equal(page.workers().length, 1);
    assert.equal(await living(page), 1);
    assert.equal(await element_value(page, 0, 'customers_lost'), '250', 'the other one goes on');
    await page.evaluate(() => {
      const element = /** @type {Element} */ (document.querySelector('churn-calculator'));
      element.remove();
      document.body.append(element);
    });
    await elements_ready(page);
    assert.equal(await element_value(page, 0, 'customers_lost'), '250', 'one that is moved starts again');
  });
  close();
});

test('EMB-05 attributes are live, results are told, and what stands between the tags is there until it starts', async () => {
  const far = `<p style="height:4000px"></p>${kElement}`;
  const { host, close } = await serve_host({ '/': host_page(far + script) });
  await with_page({ at: host }, async page => {
    await page.waitForFunction(() => customElements.get('churn-calculator'));
    await page.waitForTimeout(300);
    assert.equal(await page.locator('.own').isVisible(), true);
    assert.equal(page.workers().length, 0, 'nothing runs before it is needed');
    await page.evaluate(() => {
      document.addEventListener('churn-result', event => (/** @type {any} */ (globalThis).result = /** @type {CustomEvent} */ (event).detail));
      document.querySelector('churn-calculator')?.scrollIntoView();
    });
    await elements_ready(page);
    assert.equal(await page.locator('.own').isVisible(), false);
    assert.equal(await page.evaluate(() => /** @type {any} */ (globalThis).result.values.customers_lost), 250);
    const set = (/** @type {string} */ name, /** @type {string} */ value) => page.evaluate(([name, value]) => document.querySelector('churn-calculator')?.setAttribute(name, value), [name, value]);
    const root = page.locator('churn-calculator');
    await set('src-params', 'start=1000;lost=50');
    await page.waitForFunction(() => /** @type {any} */ (globalThis).result.values.customer_churn_rate === 0.05);
    await set('lang', 'fi');
    await page.waitForFunction(() => document.querySelector('churn-calculator')?.shadowRoot?.querySelector('[data-node=start] .label')?.textContent?.includes('Asiakkaita'));
    const paper = () => root.evaluate(each => getComputedStyle(each).backgroundColor);
    const light = await paper();
    await set('theme', 'dark');
    assert.notEqual(await paper(), light);
    await set('view', 'text');
    await page.waitForFunction(() => document.querySelector('churn-calculator')?.shadowRoot?.querySelector('.stage')?.getAttribute('data-show') === 'text');
    await set('controls', 'none');
    await page.waitForFunction(() => !document.querySelector('churn-calculator')?.shadowRoot?.querySelector('[data-node=form]'));
    await set('height', '3000');
    assert.ok(((await root.boundingBox())?.height ?? 0) >= 3000);
  });
  close();
});

test('EMB-05 embed.js is smaller than 2 kB and the same as the one under its hash', async () => {
  const text = await (await fetch(`${url}embed.js`)).text();
  assert.ok(text.length < 2000, `${text.length} bytes`);
});

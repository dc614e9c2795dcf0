// EMB-06: twenty embeds on one page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { embed_fill, embed_settled, embed_value, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kMany = 20;
const kMostContexts = 8;
const kMostAlive = 15;  // one more, and the browser takes the oldest away
const script = `<script src="${url}embed.js"></script>`;

/** Counts GL contexts in every frame, from the moment each is made to the moment it is given back. @param {Page} page */
async function count_contexts(page) {
  /** @type {{at: number, by: 1 | -1}[]} */
  const changes = [];
  await page.exposeBinding('told_context', (_, /** @type {number} */ at, /** @type {1 | -1} */ by) => void changes.push({ at, by }));
  await page.addInitScript(() => {
    const tell = (/** @type {number} */ by) => /** @type {any} */ (globalThis).told_context(performance.timeOrigin + performance.now(), by);
    const { getContext } = HTMLCanvasElement.prototype;
    const known = new WeakSet();
    const living = new WeakSet();
    HTMLCanvasElement.prototype.getContext = function (/** @type {any[]} */ ...asked) {
      const context = /** @type {any} */ (getContext).apply(this, asked);
      if (!context || asked[0] !== 'webgl2' || known.has(context)) return context;
      known.add(context);
      living.add(context);
      tell(1);
      this.addEventListener('webglcontextlost', () => living.delete(context) && tell(-1));
      const { getExtension } = context;
      context.getExtension = (/** @type {string} */ name) => {
        const extension = getExtension.call(context, name);
        if (name !== 'WEBGL_lose_context' || !extension) return extension;
        return { loseContext: () => (living.delete(context) && tell(-1), extension.loseContext()), restoreContext: () => extension.restoreContext() };
      };
      return context;
    };
  });
  return {
    /** How many there were at once at most. */
    most: () => {
      let living = 0;
      return [...changes].sort((one, other) => one.at - other.at).reduce((most, { by }) => Math.max(most, (living += by)), 0);
    },
    made: () => changes.filter(({ by }) => by === 1).length,
  };
}

/** @param {import('node:test').TestContext} t @param {Awaited<ReturnType<typeof count_contexts>>} contexts */
function tell_contexts(t, { most, made }, limit = kMostContexts) {
  t.diagnostic(`${made()} contexts, ${most()} at once at most`);
  assert.ok(made() > 5, 'they are counted');
  assert.ok(most() <= limit, `${most()} contexts at once`);
}

describe('EMB-06 twenty embeds', () => {
  test('as frames: only what is seen runs, few contexts live, and scrolling back finds what was typed', async t => {
    /** @type {Awaited<ReturnType<typeof count_contexts>>} */
    let contexts;
    const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&job=counts&controls=min').repeat(kMany) + script) });
    await with_page({ at: host, prepare: async page => (contexts = await count_contexts(page)) }, async page => {
      const frames = await embeds(page);
      await embed_settled(frames[0]);
      await embed_fill(frames[0], 'lost', '300');
      const started = async () => (await Promise.all(frames.map(frame => frame.locator('html').getAttribute('data-kirnu')))).filter(state => state !== 'poster').length;
      assert.ok((await started()) <= 4, 'those far below have not started');
      for (let at = 0; at < kMany; at += 3) {
        await page.locator('iframe').nth(at).evaluate(frame => frame.scrollIntoView());
        await embed_settled(frames[at]);
      }
      tell_contexts(t, contexts);
      await frames[3].waitForFunction(() => document.querySelectorAll('canvas').length === 1);
      const inks = await frames[3].evaluate(() => {
        const still = /** @type {HTMLCanvasElement} */ (document.querySelector('canvas'));
        const { data } = /** @type {CanvasRenderingContext2D} */ (still.getContext('2d')).getImageData(0, 0, still.width, still.height);
        return new Set(new Uint32Array(data.buffer)).size;
      });
      assert.ok(inks > 20, 'a picture stays where the canvas was');
      await page.evaluate(() => scrollTo(0, 0));
      assert.equal(await embed_value(frames[0], 'customer_churn_rate'), 0.2);
      await frames[0].waitForFunction(() => document.querySelector('.stage[data-show=canvas] canvas'));
    });
    close();
  });

  test('as elements', async t => {
    /** @type {Awaited<ReturnType<typeof count_contexts>>} */
    let contexts;
    const element = '<churn-calculator lang="de" job="counts" controls="min" height="640"></churn-calculator>';
    const { host, close } = await serve_host({ '/': host_page(element.repeat(kMany) + script) });
    await with_page({ at: host, prepare: async page => (contexts = await count_contexts(page)) }, async page => {
      const elements = page.locator('churn-calculator');
      await page.waitForSelector('churn-calculator[data-kirnu=ready]');
      assert.ok((await page.locator('churn-calculator[data-kirnu]').count()) <= 5);
      for (let at = 0; at < kMany; at += 4) {
        await elements.nth(at).evaluate(each => each.scrollIntoView());
        await page.waitForFunction(at => /** @type {HTMLElement} */ (document.querySelectorAll('churn-calculator')[at]).dataset.kirnu === 'ready', at);
      }
      tell_contexts(t, contexts);
      await page.evaluate(() => scrollTo(0, 0));
      await page.waitForFunction(() => document.querySelector('churn-calculator')?.shadowRoot?.querySelector('.stage[data-show=canvas] canvas'));
    });
    close();
  });

  for (const [kind, code] of Object.entries({
    frames: iframe('?lang=de&job=counts&controls=none').replace('height="640"', 'height="170"'),
    elements: '<churn-calculator lang="de" job="counts" controls="none" height="170"></churn-calculator>',
  })) {
    test(`low ones, as ${kind}, of which many are near at once, by a reader who hurries`, async t => {
      /** @type {Awaited<ReturnType<typeof count_contexts>>} */
      let contexts;
      const { host, close } = await serve_host({ '/': host_page(code.repeat(kMany) + script) });
      await with_page({ at: host, prepare: async page => (contexts = await count_contexts(page)) }, async page => {
        const places = page.locator('iframe, churn-calculator');
        await page.waitForTimeout(3000);
        for (const at of [...Array(kMany).keys(), ...[...Array(kMany).keys()].reverse()]) {
          await places.nth(at).evaluate(each => each.scrollIntoView());
          await page.waitForTimeout(60);
        }
        await page.waitForTimeout(3000);
        tell_contexts(t, contexts, kMostAlive);
      });
      close();
    });
  }
});

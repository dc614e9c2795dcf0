// EMB-04: the height follows the content, and the content never the height.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { snippets } from '../../web/snippets.mjs';
import { embed_settled, embeds, heard, host_page, iframe, record_messages, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const { with_page } = use_browser();
const kWidths = [600, 320, 1200];  // never the same twice in a row
const kToggles = 50;
const kLanguages = ['en', 'de', 'fi'];
const kSnippets = [['counts', 'min'], ['benchmark', 'min'], ['lists', 'min'], ['subscriptions', 'min'], ['transactions', 'min'], ['all', 'full'], ['all', 'min'], ['all', 'none'], ['counts', 'none'], ['counts', 'full']];
const kQuiet = 60_000;  // milliseconds
const kStill = 150;  // milliseconds; a height is said 60 after its last change
const script = `<script src="${url}embed.js"></script>`;

/** Does something to the frame and answers the height that it then says, once that is its content's height, the author's page
 * has taken it over, and nothing more is said. What is said later counts as said after the next change.
 * @param {Page} page @param {Frame} frame @param {number} before messages that are known @param {() => Promise<unknown>} change */
async function height_after(page, frame, before, change) {
  await change();
  for (let left = 60; left > 0; --left) {
    await embed_settled(frame);
    const said = await said_after(page, before);
    const content = await frame.evaluate(() => Math.ceil(document.querySelector('.kirnu')?.getBoundingClientRect().height ?? 0));
    if (Math.abs(content - said.height) < 1) return said;
  }
  throw new Error('what is said is not how high the content is');
}

/** The last height that was said, how often since, and how high the frame is, after a moment without a message.
 * @param {Page} page @param {number} before messages that are known */
function said_after(page, before) {
  return page.evaluate(async ([before, still]) => {
    const all = () => /** @type {any} */ (globalThis).heard.filter((/** @type {any} */ { data }) => data?.type === 'churn:height');
    let count = -1;
    for (let left = 100; count !== all().length || count === before; --left) {
      if (left === 0) throw new Error('no height was told');
      count = all().length;
      await new Promise(resolve => setTimeout(resolve, still));
    }
    const frame = /** @type {HTMLIFrameElement} */ (document.querySelector('iframe'));
    return { height: all()[count - 1].data.height, count, messages: count - before, shown: frame.getBoundingClientRect().height };
  }, [before, kStill]);
}

/** @param {Page} page @param {number} width */
const set_width = (page, width) => page.locator('iframe').evaluate((frame, width) => (frame.style.width = `${width}px`), width);

/** Changes of what the frame shows, each with its way back: the state they lead to, and how. @param {Frame} frame
 * @returns {[string, () => Promise<unknown>][]} */
function changes_of_content(frame) {
  const field = (/** @type {string} */ id, /** @type {string} */ text) => () => frame.locator(`[data-node="${id}"] .control`).first().fill(text);
  const fold = () => frame.locator('details.how > summary').first().press('Enter');
  return [
    ['unfolded', fold],
    ['folded', fold],
    ['more lost than there were', field('lost', '2000')],
    ['possible again', field('lost', '260')],
  ];
}

/** Holds heights to what they were before. */
function remember_heights() {
  /** @type {Map<string, number>} */
  const heights = new Map();
  let most = 0;
  return {
    heights,
    most: () => most,
    /** @param {string} name @param {{height: number, messages: number, shown: number}} said */
    hold: (name, { height, messages, shown }) => {
      most = Math.max(most, messages);
      assert.ok(messages <= 3, `${messages} messages: ${name}`);
      const known = heights.get(name) ?? height;
      assert.ok(Math.abs(height - known) <= 1, `${height} px: ${name}, ${known} px before`);
      assert.ok(Math.abs(height - shown) < 2, `${height} px are said, ${shown} px high: ${name}`);
      heights.set(name, height);
    },
  };
}

/** An embed that says its height, and what was said. @param {(page: Page, frame: Frame, known: () => Promise<number>) => Promise<void>} use */
async function with_heights(use) {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&job=counts&controls=min') + script) });
  await with_page({ at: host, prepare: record_messages, context: { viewport: { width: 1280, height: 900 } } }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    await page.waitForFunction(() => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.type === 'churn:height'));
    await use(page, frame, async () => (await heard(page, 'churn:height')).length);
  });
  close();
}

/** Pages around nothing but a snippet, by language; each is opened at another width, and then made narrower and wider.
 * @param {import('node:test').TestContext} t @param {string} job @param {string} controls */
async function fits(t, job, controls) {
  const frames = kLanguages.map(language => {
    const wish = { base: url, embed: { name: '', integrity: '' }, title: language, language, theme: 'auto', job, controls, numbers: '' };
    return snippets(wish).iframe.split('\n')[0].replace(' loading="lazy"', '');
  });
  const { host, close } = await serve_host(Object.fromEntries(frames.map((frame, at) => [`/${kLanguages[at]}`, `<!doctype html><style>body { margin: 0 }</style><link rel="icon" href="data:,">${frame}`])));
  await with_page({ at: 'about:blank' }, async page => {
    for (const [at, language] of kLanguages.entries()) {
      for (let turn = 0; turn < kWidths.length; ++turn) {
        const width = kWidths[(at + turn) % kWidths.length];
        await page.setViewportSize({ width, height: 900 });
        if (turn === 0) await page.goto(`${host}/${language}`);
        const [frame] = await embeds(page);
        await embed_settled(frame);
        const { needed, high, content } = await still_height(frame);
        assert.equal(await beyond_edge(frame), 0, `${language}, ${width} px wide: nothing is wider than the frame`);
        t.diagnostic(`${language} ${width}: ${content} of ${high}`);
        assert.ok(needed <= high, `${language}, ${width} px wide: ${needed} px needed, ${high} px there`);
      }
    }
  });
  close();
}

/** How far the content reaches over the frame's right edge, seen or cut off. @param {Frame} frame */
const beyond_edge = frame => frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** Heights inside a frame, once some frames in a row have had the same. @param {Frame} frame */
function still_height(frame) {
  return frame.evaluate(async () => {
    const look = () => ({ needed: document.documentElement.scrollHeight, high: innerHeight, content: Math.ceil(document.querySelector('.kirnu')?.getBoundingClientRect().height ?? 0) });
    let now = look();
    for (let same = 0, left = 300; same < 8 && left > 0; --left) {
      const before = now;
      await new Promise(resolve => requestAnimationFrame(resolve));
      now = look();
      same = now.needed === before.needed && now.content === before.content ? same + 1 : 0;
    }
    return now;
  });
}

describe('EMB-04 the height that is said', { concurrency: true }, () => {  // a minute of waiting, beside which the others work
  test('a width has one height, with at most three messages a change, and nothing grows by itself', t =>
    with_heights(async (page, frame, known) => {
      const { heights, hold, most } = remember_heights();
      let count = await known();
      for (let toggle = 0; toggle < kToggles; ++toggle) {
        const width = [320, 1200, 320][toggle] ?? kWidths[toggle % kWidths.length];
        const said = await height_after(page, frame, count, () => set_width(page, width));
        hold(`${width} px`, said);
        assert.equal(await beyond_edge(frame), 0, `${width} px: nothing is wider than the frame`);
        count = said.count;
      }
      t.diagnostic(`${most()} messages at most; ${[...heights].map(([name, height]) => `${name}: ${height}`).join(', ')}`);
      assert.ok((heights.get('320 px') ?? 0) > (heights.get('1200 px') ?? 0), 'narrow is higher than wide');
      await page.waitForTimeout(kQuiet);
      assert.equal(await known(), count, 'nothing grows by itself');
      assert.equal(await frame.evaluate(() => document.documentElement.scrollHeight - innerHeight), 0, 'nothing is cut off');
    }));

  test('what is unfolded, refused and put right again leaves the height that it found', t =>
    with_heights(async (page, frame, known) => {
      const { heights, hold } = remember_heights();
      const changes = changes_of_content(frame);
      let { count } = await height_after(page, frame, await known(), changes[3][1]);  // the example goes
      for (let toggle = 0; toggle < kToggles; ++toggle) {
        const [state, change] = changes[toggle % changes.length];
        const said = await height_after(page, frame, count, change);
        hold(state, said);
        count = said.count;
      }
      t.diagnostic([...heights].map(([name, height]) => `${name}: ${height}`).join(', '));
      assert.equal(heights.get('folded'), heights.get('possible again'));
      assert.ok((heights.get('unfolded') ?? 0) > (heights.get('folded') ?? 0));
    }));

  test('without a script around it the snippet is high enough: no scrollbar inside', async t => {
    for (const [job, controls] of kSnippets) await t.test(`${job}, ${controls}`, t => fits(t, job, controls));
  });
});

test('EMB-04 a secret in the address is answered as WordPress wants it, and is no part of the numbers', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de#v1;start=1000;lost=100#?secret=a1B2c3')) });
  await with_page({ at: host, prepare: record_messages }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    // The poster says how high it is, the page how high its content is.
    const content = await frame.evaluate(() => Math.ceil(document.querySelector('.kirnu')?.getBoundingClientRect().height ?? 0));
    await page.waitForFunction(high => /** @type {any} */ (globalThis).heard.some((/** @type {any} */ { data }) => data?.message === 'height' && Math.abs(data.value - high) <= 1), content);
    const said = await page.evaluate(() => /** @type {any} */ (globalThis).heard.map((/** @type {any} */ { data }) => data).filter((/** @type {any} */ data) => data.message));
    assert.ok(said.every((/** @type {any} */ { secret }) => secret === 'a1B2c3'));
    assert.ok(said[0].value > 300);
    assert.equal(await frame.locator('[data-node=customers_lost]').getAttribute('data-value'), '100');
  });
  close();
});

test('EMB-04 without any script the poster fits, too', () =>
  with_page({ at: `${url}embed.html?lang=de&job=counts&controls=min`, context: { viewport: { width: 320, height: 640 }, javaScriptEnabled: false } }, async page => {
    for (const width of [320, 600, 1200]) {
      await page.setViewportSize({ width, height: 640 });
      const article = await page.locator('article[lang=de]').boundingBox();
      assert.ok(article && article.width <= width && article.height <= 640, `${width}: ${JSON.stringify(article)}`);
    }
  }));

// A browser on the built page for the tests of this folder, and what a person does there.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before } from 'node:test';
import { fileURLToPath } from 'node:url';
import { launch_chromium } from '../../scripts/chromium.mjs';
import { serve } from '../../scripts/server.mjs';

/** @typedef {import('playwright-core').Page} Page */

const kPatience = 60_000;  // milliseconds; on a quiet machine nothing takes a tenth of it
/** Where the built page is served. */
export const url = process.env.KIRNU_URL ?? (await serve_site());

async function serve_site() {
  const { url, server } = await serve(fileURLToPath(new URL('../../build/site', import.meta.url)), 0);
  server.unref();
  return url;
}

/** One browser for the tests of a file. @param {string[]} [more] arguments for it */
export function use_browser(more = []) {
  /** @type {import('playwright-core').Browser | undefined} */
  let browser;
  before(async () => {
    browser = await launch_chromium(more);
  });
  after(() => browser?.close());
  return {
    /** Lends a page in its own context, and fails when something went wrong in it that nobody expected.
     * @param {Options} options @param {(page: Page) => Promise<void>} use */
    async with_page(options, use) {
      assert.ok(browser);
      const context = await browser.newContext({
        viewport: { width: 1280, height: 900 },
        permissions: ['clipboard-read', 'clipboard-write'],
        serviceWorkers: options.at ? 'allow' : 'block',  // a copy of the site for each test would take long
        ...options.context,
      });
      try {
        const page = await context.newPage();
        page.setDefaultTimeout(kPatience);
        const troubles = follow_troubles(page);
        await options.prepare?.(page);
        await page.goto(options.at ?? `${url}${options.query ?? '?lang=de'}`);
        if (options.ready !== false && !options.at) await settled(page);
        await use(page);
        if (!options.troubled) assert.deepEqual(troubles, []);
      } finally {
        await context.close();
      }
    },
  };
}

/**
 * @typedef {object} Options
 * @property {string} [query]      of the address, with fragment; German when absent
 * @property {string} [at]         another page's address
 * @property {import('playwright-core').BrowserContextOptions} [context]
 * @property {(page: Page) => Promise<unknown>} [prepare]  before the page is opened
 * @property {boolean} [ready]     false: do not wait until the page answers
 * @property {boolean} [troubled]  errors on the page are expected
 */

/** Errors, violated policies and failed requests of a page. @param {Page} page */
function follow_troubles(page) {
  /** @type {string[]} */
  const troubles = [];
  page.on('pageerror', error => troubles.push(String(error)));
  page.on('console', message => message.type() === 'error' && troubles.push(message.text()));
  page.on('requestfailed', request => troubles.push(`failed: ${request.url()}`));
  return troubles;
}

/** Waits until the page has answered all that was done on it. @param {Page} page */
export async function answered(page) {
  await page.waitForSelector('html:is([data-kirnu=ready], [data-kirnu=failed])', { state: 'attached' });
  const state = await page.evaluate(() => {
    const { dataset } = document.documentElement;
    return new Promise(resolve => {
      const look = () => {
        if (dataset.kirnu !== 'ready' && dataset.kirnu !== 'failed') return;
        observer.disconnect();
        resolve(dataset.kirnu);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.documentElement, { attributes: true });
      setTimeout(look, 0);  // what was just done may still be on its way as an event
    });
  });
  assert.equal(state, 'ready');
}

/** The same, and until the canvas and all charts show it. @param {Page} page */
export async function settled(page) {
  await answered(page);
  if (await page.evaluate(() => document.querySelector('.stage')?.getAttribute('data-show') === 'canvas')) {
    assert.equal(await page.evaluate(moving_widgets), '', 'these widgets go on moving');
    await answered(page);
  }
  assert.equal(await page.evaluate(undrawn_charts), '', 'these charts are not drawn');
}

/** In the page. A frame may move the widgets, and the next one follows: until three in a row have them at the same places.
 * @returns {Promise<string>} what has not come to rest after many */
async function moving_widgets() {
  const places = () => new Map([...document.querySelectorAll('[data-place]')].map(each => [each, each.getAttribute('data-place')]));
  /** @type {Element[]} */
  let moved = [];
  for (let same = 0, before = places(), left = 600; same < 3; --left) {
    if (left === 0) return moved.map(each => each.closest('[data-node]')?.getAttribute('data-node')).join();
    await new Promise(resolve => requestAnimationFrame(resolve));
    const now = places();
    moved = [...new Set([...before.keys(), ...now.keys()])].filter(each => before.get(each) !== now.get(each));
    same = moved.length === 0 ? same + 1 : 0;
    before = now;
  }
  return '';
}

/** In the page. A new chart knows its width after a frame, and its picture comes once nobody waits for anything else.
 * @returns {Promise<string>} what has not been drawn after many */
async function undrawn_charts() {
  const drawing = () => [...document.querySelectorAll('[data-drawing]')];
  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  await frame();
  await frame();
  for (let left = 1200; drawing().length > 0 && left > 0; --left) await frame();
  return drawing().map(each => each.closest('[data-node]')?.getAttribute('data-node')).join();
}

/** What shows and takes a node's content. @param {Page} page @param {string} id */
export function control(page, id) {
  return page.locator(`[data-node="${id}"] .control`).first();
}

/** Opens the closed disclosures around a node, and its card where that is folded. @param {Page} page @param {string} id */
export async function unfold(page, id) {
  const closed = await page.evaluate(id => document.querySelector(`:is(.folded, details:not([open])):has([data-node="${id}"])`) !== null, id);
  if (closed) await open_folds(page, id);
}

/** @param {Page} page @param {string} id */
async function open_folds(page, id) {
  const card = page.locator(`.folded:has([data-node="${id}"]) > .card-fold > .control`).first();
  if ((await card.count()) > 0 && (await card.isVisible())) {
    await card.press('Enter');
    await settled(page);
  }
  const closed = page.locator(`details:not([open]):has([data-node="${id}"]) > summary`);
  while ((await closed.count()) > 0) {
    await closed.first().press('Enter');
    await settled(page);
  }
}

/** Gives a field or select this content, through its HTML control. @param {Page} page @param {string} id @param {string} text */
export async function fill(page, id, text) {
  await put(page, id, text);
  await settled(page);
}

/** The same without waiting for an answer. @param {Page} page @param {string} id @param {string} text */
async function put(page, id, text) {
  const { node, is_select } = await (await page.waitForFunction(find_field, id)).jsonValue() ?? assert.fail(id);
  await unfold(page, node);
  const target = control(page, node);
  if (is_select) await target.selectOption(text);
  else await target.fill(text);
}

/** @typedef {{node: string, is_select: boolean}} Field */

/** In the page. @param {string} id @returns {Field | null} */
function find_field(id) {
  const own = document.querySelector(`[data-node="input.${id}"]`);  // where a metric has the field's id
  const holder = own ?? document.querySelector(`[data-node="${id}"]`);
  return holder && { node: own ? `input.${id}` : id, is_select: holder.querySelector('.control')?.localName === 'select' };
}

/** Types into the control that has the focus, in place of what it holds. @param {Page} page @param {string} text */
export async function type_over(page, text) {
  await page.keyboard.press('Control+A');
  if (text === '') await page.keyboard.press('Delete');
  else await page.keyboard.type(text);
  await settled(page);
}

/** Chooses an option of the focused select as a keyboard does. @param {Page} page @param {string} id @param {string} value */
export async function choose_by_keys(page, id, value) {
  const at = await control(page, id).evaluate((select, value) => [.../** @type {HTMLSelectElement} */ (select).options].findIndex(option => option.value === value), value);
  assert.ok(at >= 0, `${id} has no ${value}`);
  await page.keyboard.press('Home');
  for (let step = 0; step < at; ++step) await page.keyboard.press('ArrowDown');
  await settled(page);
}

/** Where the canvas drew a node (or its "how.<id>" line), in CSS pixels of the window, scrolled into sight.
 * @param {Page} page @param {string} id @returns {Promise<{x: number, y: number, width: number, height: number}>} */
export function drawn_at(page, id) {
  return page.evaluate(async id => {
    const place = document.querySelector(`[data-node="${id}"], [data-fold="${id}"]`)?.getAttribute('data-place');
    if (!place) throw new Error(`${id} is not drawn`);
    const [x, y, width, height] = place.split(' ').map(Number);
    const stage = /** @type {Element} */ (document.querySelector('.stage'));
    const middle = () => stage.getBoundingClientRect().top + y + height / 2;
    if (middle() < 20 || middle() > innerHeight - 20) {
      window.scrollBy({ top: middle() - innerHeight / 2, behavior: 'instant' });
      // A tall canvas follows the scroll with the next frame.
      for (let frame = 0; frame < 2; ++frame) await new Promise(resolve => requestAnimationFrame(resolve));
    }
    const edge = stage.getBoundingClientRect();
    return { x: edge.left + x, y: edge.top + y, width, height };
  }, id);
}

/** Clicks on the canvas where it drew a node. @param {Page} page @param {string} id
 * @param {number} [across] 0 left … 1 right @param {number} [down] 0 top … 1 bottom */
export async function click_drawn(page, id, across = 0.5, down = 0.5) {
  await point_and_click(page, id, across, down);
  await settled(page);
}

/** The same without waiting for an answer. @param {Page} page @param {string} id @param {number} [across] @param {number} [down] */
export async function point_and_click(page, id, across = 0.5, down = 0.5) {
  const { x, y, width, height } = await drawn_at(page, id);
  await page.mouse.click(x + width * across, y + height * down);
}

/** Clicks on a drawn field or select and types. @param {Page} page @param {string} id @param {string} text */
export async function type_on_canvas(page, id, text) {
  for (const fold of await folds_around(page, id)) await click_drawn(page, fold);
  const kind = await control(page, id).evaluate(element => element.localName);
  if (kind !== 'select') {
    await click_drawn(page, id);
    return type_over(page, text);
  }
  const segmented = await page.locator(`.segmented[data-node="${id}"]`).count();
  if (segmented) await click_drawn(page, id, 0.1, 0.2);  // the first segment, also where they need two rows
  else await control(page, id).focus();  // a click would open the system's menu, which is not in the page
  await choose_by_keys(page, id, text);
}

/** The closed folds around a node, outermost first. @param {Page} page @param {string} id */
function folds_around(page, id) {
  return page.evaluate(id => {
    const folds = [...document.querySelectorAll('details.fold:not([open])')].filter(fold => fold.querySelector(`[data-node="${id}"]`));
    const cards = [...document.querySelectorAll('.folded')].filter(card => card.querySelector(`[data-node="${id}"]`));
    const drawn = cards.map(card => card.querySelector('.card-fold')).filter(fold => fold?.hasAttribute('data-place'));
    return [...drawn.map(fold => fold?.getAttribute('data-fold') ?? ''), ...folds.map(fold => fold.getAttribute('data-node') ?? '')];
  }, id);
}

/** Language, nothing filled in, then these fields, all through HTML. @param {Page} page
 * @param {string} language @param {[string, string][]} entries */
export async function ask_in_text(page, language, entries) {
  if (await control(page, 'language').inputValue() !== language) await put(page, 'language', language);
  await control(page, 'clear').click();
  for (const [id, text] of entries) {
    await answered(page);  // it may bring the next field
    await put(page, id, text);
  }
  await settled(page);
}

/** The same by mouse and keyboard on the canvas. @param {Page} page
 * @param {string} language @param {[string, string][]} entries */
export async function ask_on_canvas(page, language, entries) {
  await type_on_canvas(page, 'language', language);
  await click_drawn(page, 'clear');
  for (const [id, text] of entries) await type_on_canvas(page, id, text);
}

/** A metric as shown. @param {Page} page @param {string} id */
export async function metric(page, id) {
  return page.locator(`[data-node="${id}"]`).evaluate(shown => ({
    text: shown.querySelector('.figure')?.textContent ?? '',
    note: shown.querySelector('dl .note')?.textContent ?? '',
    value: shown.hasAttribute('data-value') ? Number(shown.getAttribute('data-value')) : null,
  }));
}

/** Presses a button that hands over a file, and answers its text. @param {Page} page @param {string} id */
export async function saved_text(page, id) {
  await unfold(page, id);
  const [download] = await Promise.all([page.waitForEvent('download'), control(page, id).evaluate(button => /** @type {HTMLElement} */ (button).click())]);
  return readFileSync(await download.path(), 'utf8');
}

/** All that a node says. @param {Page} page @param {string} id */
export async function words(page, id) {
  return (await page.locator(`[data-node="${id}"]`).textContent()) ?? '';
}

// Debian's Firefox for the rows that ask for a second browser. It needs a display: scripts/test runs this under Xvfb.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import puppeteer from 'puppeteer-core';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */

/** One browser for the tests of a file. @param {Record<string, unknown>} [settings] of the browser */
export function use_firefox(settings = {}) {
  /** @type {import('puppeteer-core').Browser | undefined} */
  let browser;
  before(async () => {
    browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr',
      headless: true,
      extraPrefsFirefox: { 'security.fileuri.strict_origin_policy': true, 'webgl.force-enabled': true, ...settings },
    });
  });
  after(() => browser?.close());
  return {
    /** @param {(page: Page) => Promise<void>} use */
    async with_page(use) {
      assert.ok(browser);
      const page = await browser.newPage();
      page.setDefaultTimeout(60_000);
      /** @type {string[]} */
      const errors = [];
      page.on('pageerror', error => errors.push(String(error)));
      try {
        await use(page);
        assert.deepEqual(errors, []);
      } finally {
        await page.close();
      }
    },
  };
}

/** Waits until Kirnu has answered. @param {Page | Frame} page */
export async function settled(page) {
  await page.waitForSelector('html[data-kirnu=ready], html[data-kirnu=failed]', { timeout: 60_000 });
  await new Promise(resolve => setTimeout(resolve, 300));
  await page.waitForSelector('html[data-kirnu=ready]', { timeout: 60_000 });
}

/** Writes into a field, as typing does. @param {Page | Frame} page @param {string} id @param {string} text */
export async function fill(page, id, text) {
  await page.evaluate(
    (id, text) => {
      const node = document.querySelector(`[data-node="input.${id}"]`) ?? document.querySelector(`[data-node="${id}"]`);  // where a metric has the field's id
      const field = /** @type {HTMLInputElement} */ (node?.querySelector('.control'));
      field.value = text;
      field.dispatchEvent(new InputEvent(field.localName === 'select' ? 'input' : 'input', { bubbles: true }));
    },
    id,
    text,
  );
  await settled(page);
}

/** Presses a button, as a script does. @param {Page | Frame} page @param {string} id */
export async function press(page, id) {
  await page.evaluate(id => /** @type {HTMLElement} */ (document.querySelector(`[data-node="${id}"] .control`)).click(), id);
  await settled(page);
}

/** Presses a button, as a person does: wherever it is drawn its HTML lies over it. @param {Page | Frame} page @param {string} id */
export async function press_by_mouse(page, id) {
  const button = await page.waitForSelector(`[data-node="${id}"] .control`);
  await button?.click();
  await settled(page);
}

/** Opens the closed disclosures around a node. @param {Page | Frame} page @param {string} id */
export async function unfold(page, id) {
  const closed = `details:not([open]):has([data-node="${id}"]) > summary`;
  while (await page.$(closed)) {
    await page.evaluate(closed => /** @type {HTMLElement} */ (document.querySelector(closed)).click(), closed);
    await settled(page);
  }
}

/** @param {Page | Frame} page @param {string} id */
export function value(page, id) {
  return page.evaluate(id => Number(document.querySelector(`[data-node="${id}"]`)?.getAttribute('data-value')), id);
}

/** Gives the page a table as if it had been chosen. @param {Page | Frame} page @param {string} name @param {string} text */
export async function choose_file(page, name, text) {
  await page.evaluate(
    (name, text) => {
      const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-node=file] .control'));
      const chosen = new DataTransfer();
      chosen.items.add(new File([text], name, { type: 'text/csv' }));
      field.files = chosen.files;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    },
    name,
    text,
  );
  await page.waitForFunction(name => document.querySelector('[data-node=file]')?.textContent?.includes(name), {}, name);
  await settled(page);
}

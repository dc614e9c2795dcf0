// UX-03 in Firefox: paste and copy with the system's clipboard, also in a frame on another origin.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { host_page, iframe, serve_host } from '../web/embedding.mjs';
import { url } from '../web/support.mjs';
import { press_by_mouse, settled, unfold, use_firefox, value } from './firefox.mjs';

/** @typedef {import('puppeteer-core').Page} Page */
/** @typedef {import('puppeteer-core').Frame} Frame */

// Reading the clipboard asks nobody: it is the test that reads it.
const { with_page } = use_firefox({ 'dom.events.testing.asyncClipboard': true });

/** @param {Page | Frame} page */
const from_clipboard = page => page.evaluate(() => navigator.clipboard.readText());

for (const view of ['text', 'calculator']) {
  describe(`UX-03 ${view}`, () => {
    test('1.500,00 € pasted into a money field is 1500', () =>
      with_page(async page => {
        await page.goto(`${url}?lang=de&view=${view}`);
        await settled(page);
        await page.evaluate(() => navigator.clipboard.writeText('1.500,00 €\r\n'));
        for (const id of ['mrr_start', 'mrr_churned']) {
          await unfold(page, id);
          await page.focus(`[data-node="${id}"] .control`);
          await page.keyboard.down('Control');
          await page.keyboard.press('a');
          await page.keyboard.press('v');
          await page.keyboard.up('Control');
          await settled(page);
        }
        assert.equal(await value(page, 'value_lost'), 1500);
      }));

    test('results are copied as a table in the language’s format', () =>
      with_page(async page => {
        await page.goto(`${url}?lang=de&view=${view}`);
        await settled(page);
        await press_by_mouse(page, 'copy_results');
        assert.match(await from_clipboard(page), /^Abwanderungsrate\t16,67\u00a0%\t95-%-Intervall 14,9–18,6\u00a0%\r?\n/);
      }));
  });
}

describe('UX-03 in a frame on another origin', () => {
  for (const allow of ['', ' allow="clipboard-write"']) {
    test(`${allow ? 'with' : 'without'} allow=clipboard-write`, async () => {
      const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&view=text', `sandbox="allow-scripts"${allow}`)) });
      await with_page(async page => {
        await page.goto(host);
        const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
        assert.ok(frame);
        await settled(frame);
        await press_by_mouse(frame, 'copy_results');
        await page.goto(url);  // where the clipboard can be read
        assert.match(await from_clipboard(page), /^Abwanderungsrate\t16,67\u00a0%\t/);
      });
      close();
    });
  }
});

// EMB-12: what the dialog hands out works when it is pasted.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, test } from 'node:test';
import { embed_settled, embeds, embed_value, host_page, serve_host } from './embedding.mjs';
import { fill, settled, url, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What the dialog writes. @param {Page} page @param {string} kind */
async function snippet(page, kind) {
  await page.locator(`.embed-dialog [data-kind=${kind}]`).click();
  return page.locator('.embed-dialog textarea').inputValue();
}

/** @param {(page: Page) => Promise<void>} use */
function with_dialog(use) {
  // A preview that is replaced while it loads counts as a failed request.
  return with_page({ at: `${url}?lang=de#v1;start=1000;lost=50;period=month`, troubled: true }, async page => {
    await settled(page);
    await page.locator('[data-word="furniture.embed"]').click();
    await page.locator('dialog[open]').waitFor();
    await use(page);
  });
}

describe('EMB-12 the dialog', () => {
  test('iframe and element, pasted into a page, show these numbers in the chosen language', () =>
    with_dialog(async page => {
      const select = page.locator('.embed-dialog select');
      await select.nth(0).selectOption('fi');
      await select.nth(2).selectOption('benchmark');
      const frame_code = await snippet(page, 'iframe');
      const element_code = await snippet(page, 'element');
      assert.match(frame_code, /title="Asiakaspoistumalaskuri: vertailu julkaistuihin lukuihin"/);
      assert.match(frame_code, /sandbox="allow-scripts allow-downloads"/);
      for (const code of [frame_code, element_code]) assert.match(code, /integrity="sha256-[\w+/=]+" crossorigin="anonymous"/);
      assert.equal(await snippet(page, 'ghost'), frame_code);
      assert.equal(await snippet(page, 'wordpress'), `${url}share/benchmark-fi/`);
      const { host, close } = await serve_host({ '/': host_page(frame_code), '/element': host_page(element_code) });
      await page.goto(host);
      const [frame] = await embeds(page);
      assert.equal(await embed_value(frame, 'customer_churn_rate'), 0.05);
      assert.equal(await frame.locator('html').getAttribute('lang'), 'fi');
      assert.equal(await frame.locator('[data-node=others]').count(), 1);
      await page.setViewportSize({ width: 500, height: 900 });
      await page.waitForFunction(() => {
        const height = document.querySelector('iframe')?.getBoundingClientRect().height ?? 0;
        return height > 1260;  // narrower, so higher than the snippet says
      });
      await page.goto(`${host}/element`);
      await page.waitForSelector('churn-calculator[data-kirnu=ready]');
      assert.equal(await page.locator('churn-calculator [data-node=customer_churn_rate]').getAttribute('data-value'), '0.05');
      close();
    }));

  test('the preview follows the choices, and the code can be copied', () =>
    with_dialog(async page => {
      const preview = () => page.locator('.embed-dialog iframe');
      assert.match((await preview().getAttribute('src')) ?? '', /lang=de&job=counts&controls=min#v1;start=1000/);
      await page.locator('.embed-dialog select').nth(3).selectOption('none');
      assert.match((await preview().getAttribute('src')) ?? '', /controls=none/);
      const [frame] = await embeds(page);
      await embed_settled(frame);
      assert.equal(await embed_value(frame, 'customer_churn_rate'), 0.05);
      assert.equal(await frame.locator('[data-node=form]').count(), 0);
      await page.locator('.embed-dialog .dialog-toggle input').uncheck();
      assert.doesNotMatch(await page.locator('.embed-dialog textarea').inputValue(), /#v1/);
      await page.getByRole('button', { name: 'Code kopieren' }).click();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), await page.locator('.embed-dialog textarea').inputValue());
      assert.equal(await page.locator('.embed-dialog [role=status]').textContent(), 'Kopiert.');
    }));

  for (const dialog of ['embed', 'privacy']) {
    test(`${dialog}: nothing that axe finds wrong, in three languages, and Escape closes it`, () =>
      with_page({ at: `${url}?lang=de` }, async page => {
        await settled(page);
        await page.evaluate(axe);
        for (const language of ['de', 'fi', 'en']) {
          await fill(page, 'language', language);
          await page.locator(`[data-word="furniture.${dialog}"]`).click();
          const found = await page.evaluate(async () => {
            const { violations } = await /** @type {any} */ (globalThis).axe.run('dialog[open]', { iframes: false });
            return violations.map((/** @type {any} */ each) => `${each.id}: ${each.nodes[0].html}`);
          });
          assert.deepEqual(found, [], language);
          for (const preview of await embeds(page)) await embed_settled(preview);  // or what it still loads is given up
          await page.keyboard.press('Escape');
          await page.locator('dialog').waitFor({ state: 'detached' });
        }
      }));
  }
});

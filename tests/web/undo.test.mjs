// What was typed is never lost for good, and the address says what a reload would bring.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { choose, drop } from './files.mjs';
import { outline_of_page } from './outline.mjs';
import { click_drawn, control, fill, metric, settled, unfold, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

const kPasted = 'Monat\tBeginn\tVerloren\n2025-01\t1000\t10\n2025-02\t990\t30\n';
const kFile = 'Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;20\n';

/** @param {Page} page @param {string} text */
async function paste_elsewhere(page, text) {
  await page.evaluate(text => navigator.clipboard.writeText(text), text);
  await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  await page.keyboard.press('Control+V');
  await settled(page);
}

/** @param {Page} page @param {string} name @param {string} text */
async function read_file(page, name, text) {
  await choose(page, 'file', { name, text });
  await page.waitForFunction(name => document.querySelector('[data-node=file] .file-name')?.textContent === name, name);
  await settled(page);
}

/** @param {Page} page @param {string} fragment */
async function follow_link(page, fragment) {
  await page.evaluate(fragment => void (location.hash = fragment), fragment);
  await settled(page);
  const asked = page.getByRole('button', { name: boot_words('de', 'open_link') });
  if (await asked.isVisible()) await asked.click();  // a table is not taken away without being asked
  await page.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('[data-node=start] .control')).value === '77');
  await settled(page);
}

/** @type {{name: string, act: (page: Page) => Promise<unknown>}[]} */
const replacing = [
  { name: 'clear', act: page => control(page, 'clear').click() },
  { name: 'the example', act: page => control(page, 'example').click() },
  { name: 'a link', act: page => follow_link(page, '#v1;start=77;lost=7;period=month') },
  { name: 'a pasted table', act: page => paste_elsewhere(page, kPasted) },
  { name: 'a file', act: page => read_file(page, 'new.csv', kFile) },
];

/** @type {{name: string, make: (page: Page) => Promise<unknown>}[]} */
const own = [
  {
    name: 'typed numbers',
    make: async page => {
      await fill(page, 'start', '1234');
      await fill(page, 'lost', '77');
      await fill(page, 'period', 'quarter');
      await fill(page, 'mrr_start', '5.000,50');
    },
  },
  { name: 'a pasted table', make: page => paste_elsewhere(page, kPasted.replaceAll('1000', '2000')) },
  {
    name: 'a file',
    make: async page => {
      await read_file(page, 'old.csv', kFile.replaceAll('990', '980'));
      await fill(page, 'period', 'quarter');
      await fill(page, 'margin', '70 %');
    },
  },
];

/** What was there is replaced, and the notice brings it back. @param {Page} page @param {(page: Page) => Promise<unknown>} act */
async function comes_back(page, act) {
  const before = await outline_of_page(page);
  await act(page);
  await settled(page);
  assert.notDeepEqual(await outline_of_page(page), before);
  const notice = page.locator('.notice');
  assert.equal(await notice.locator('span').textContent(), boot_words('de', 'replaced'));
  await notice.getByRole('button', { name: boot_words('de', 'undo') }).click();
  await settled(page);
  if (before.some(node => JSON.stringify(node).includes('old.csv'))) assert.match(await words(page, 'file'), /old\.csv/);
  assert.deepEqual(await outline_of_page(page), before);
  assert.equal(await notice.isVisible(), false);
}

for (const { name, make } of own) {
  test(`${name}, replaced, come back`, t =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await make(page);
      assert.equal(await page.locator('.notice').isVisible(), false, 'the example is nobody’s');
      await unfold(page, 'mrr_start');
      for (const { name, act } of replacing) await t.test(name, () => comes_back(page, act));
    }));
}

test('typed numbers that are cleared on the canvas come back', () =>
  with_page({ query: '?lang=de' }, async page => {
    await own[0].make(page);
    await comes_back(page, () => click_drawn(page, 'clear'));
  }));

test('nothing is offered where nothing of one’s own was lost', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    await control(page, 'clear').click();
    await settled(page);
    await fill(page, 'start', '1234');
    await fill(page, 'lost', '77');
    await fill(page, 'lost', '');
    for (const language of ['fi', 'en', 'de']) await fill(page, 'language', language);
    await fill(page, 'theme', 'dark');
    assert.equal(await page.locator('.notice').isVisible(), false);
  }));

test('the offer outlives a moment’s notice, speaks the language chosen, and keeps it', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    await fill(page, 'start', '1.234');
    await control(page, 'clear').click();
    await fill(page, 'language', 'en');
    assert.equal(await page.locator('.notice span').textContent(), boot_words('en', 'replaced'));
    await control(page, 'share').click();
    assert.equal(await page.locator('.notice span').textContent(), boot_words('en', 'copied'));
    await page.getByRole('button', { name: boot_words('en', 'undo') }).click();
    await settled(page);
    assert.equal(await control(page, 'start').inputValue(), '1,234');
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
  }));

describe('each change is taken back and done again', () => {
  const start = (/** @type {Page} */ page) => control(page, 'start').inputValue();
  const leave_fields = (/** @type {Page} */ page) => page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement)?.blur());
  const press = async (/** @type {Page} */ page, /** @type {string} */ key) => {
    await page.keyboard.press(key);
    await settled(page);
  };

  for (const query of ['?lang=de&view=text', '?lang=de']) {
    test(`by keys outside text fields: ${query}`, () =>
      with_page({ query }, async page => {
        assert.equal(await control(page, 'undo').count(), 0);
        await fill(page, 'start', '1234');
        await fill(page, 'lost', '7');
        await fill(page, 'lost', '77');
        await fill(page, 'period', 'quarter');
        await leave_fields(page);
        await press(page, 'Control+z');
        assert.equal(await control(page, 'period').inputValue(), 'year');
        await press(page, 'Control+z');
        assert.equal(await control(page, 'lost').inputValue(), '250', 'what is typed into one field is one step');
        await fill(page, 'language', 'fi');
        await leave_fields(page);
        await press(page, 'Control+z');
        assert.equal(await start(page), '1\u00a0500', 'the example, in the language chosen meanwhile');
        assert.equal(await control(page, 'undo').count(), 0);
        await press(page, 'Control+y');
        await press(page, 'Control+Shift+Z');
        assert.equal(await control(page, 'lost').inputValue(), '77');
        await press(page, 'Control+y');
        assert.equal(await control(page, 'period').inputValue(), 'quarter');
        assert.equal(await control(page, 'redo').count(), 0);
        await press(page, 'Control+z');
        await fill(page, 'start', '99');
        assert.equal(await control(page, 'redo').count(), 0, 'another change begins anew');
      }));
  }

  test('by buttons on the canvas, with the files in place', () =>
    with_page({ query: '?lang=de' }, async page => {
      await fill(page, 'start', '1234');
      await read_file(page, 'months.csv', kFile);
      await fill(page, 'margin', '70 %');
      await click_drawn(page, 'undo');
      assert.equal(await control(page, 'margin').inputValue(), '');
      assert.match(await words(page, 'file'), /months\.csv/, 'still in place');
      await click_drawn(page, 'undo');
      assert.equal(await start(page), '1234');
      assert.doesNotMatch(await words(page, 'file'), /months\.csv/);
      await click_drawn(page, 'redo');
      await page.waitForFunction(() => document.querySelector('[data-node=file]')?.textContent?.includes('months.csv'));
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 20);
    }));

  test('on a slider, which knows no taking back of its own', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await fill(page, 'arpa', '50');
      await unfold(page, 'slide.lost');
      const slider = control(page, 'slide.lost');
      const before = await slider.inputValue();
      await slider.focus();
      await press(page, 'ArrowRight');
      assert.notEqual(await slider.inputValue(), before);
      await press(page, 'Control+z');
      assert.equal(await slider.inputValue(), before);
    }));

  test('the focus stays where it was, and goes to the page where its button goes', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      const focused = () => page.evaluate(() => document.activeElement?.closest('[data-node]')?.getAttribute('data-node') ?? document.activeElement?.className ?? '');
      await fill(page, 'start', '1234');
      await fill(page, 'lost', '77');
      await fill(page, 'period', 'quarter');
      await control(page, 'period').focus();
      await press(page, 'Control+z');
      assert.equal(await focused(), 'period');
      await control(page, 'undo').focus();
      await press(page, 'Enter');
      assert.equal(await control(page, 'lost').inputValue(), '250');
      assert.equal(await focused(), 'undo');
      await press(page, 'Enter');
      assert.equal(await control(page, 'undo').count(), 0);
      assert.equal(await focused(), 'stage', 'a keyboard goes on from here, and not from the top');
      await control(page, 'lost').focus();
      await control(page, 'redo').click();
      await settled(page);
      assert.equal(await focused(), 'redo');
    }));

  test('in a text field, and where nothing was changed, Ctrl+Z is the browser’s own', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await page.evaluate(() => addEventListener('keydown', event => (globalThis.taken = event.defaultPrevented)));
      const taken = async (/** @type {string} */ key) => {
        await press(page, key);
        return page.evaluate(() => globalThis.taken);
      };
      for (const key of ['Control+Z', 'Control+Y']) assert.equal(await taken(key), false, key);
      await fill(page, 'start', '1234');
      await control(page, 'lost').focus();
      assert.equal(await taken('Control+Z'), false);
      await fill(page, 'start', '1234');  // the browser may have taken it back
      await control(page, 'clear').click();
      await settled(page);
      assert.equal(await taken('Control+Alt+Z'), false);
      assert.equal(await taken('Control+Z'), true);
      assert.equal(await start(page), '1234');
    }));
});

describe('the address has numbers or nothing', () => {
  const hash = (/** @type {Page} */ page) => page.evaluate(() => location.hash);

  test('a reload opens the example', t =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      for (const { name, act } of replacing.filter(({ name }) => !name.includes('link'))) {
        await t.test(`after ${name}`, async () => {
          await fill(page, 'start', '1234');
          await fill(page, 'margin', '70 %');
          await page.waitForFunction(() => location.hash.includes('start=1234'));
          await act(page);
          await settled(page);
          await page.waitForFunction(() => location.hash === '');
          await page.reload();
          await settled(page);
          assert.equal((await metric(page, 'customers_lost')).value, 250);
          assert.equal(await hash(page), '');
        });
      }
    }));

  test('numbers of money alone are numbers', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await control(page, 'clear').click();
      await fill(page, 'mrr_start', '100');
      await page.waitForFunction(() => location.hash.includes('mrr_start=100'));
    }));
});

describe('a focused field shows what is in place', () => {
  for (const query of ['?lang=de&view=text', '?lang=de']) {
    test(`after a table was pasted into it, and after a file: ${query}`, () =>
      with_page({ query }, async page => {
        const start = control(page, 'start');
        await start.focus();
        await page.keyboard.press('Control+A');
        await page.keyboard.type('4321');
        await settled(page);
        await page.evaluate(text => navigator.clipboard.writeText(text), kPasted);
        await page.keyboard.press('Control+V');
        await settled(page);
        assert.equal(await start.inputValue(), '');
        await page.keyboard.type('98');
        await settled(page);
        await drop(page, { name: 'new.csv', text: kFile });
        await page.waitForFunction(() => document.querySelector('[data-node=file] .file-name')?.textContent === 'new.csv');
        await settled(page);
        assert.equal(await start.inputValue(), '');
        const folded = await start.evaluate(control => document.activeElement === control.closest('details')?.querySelector('summary'));
        assert.equal(folded, true, 'the fold in which the field went has the focus');
      }));
  }

  test('a text that State refused is not left standing', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await control(page, 'start').focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText('7'.repeat(300));
      await settled(page);
      await control(page, 'lost').focus();
      assert.equal((await control(page, 'start').inputValue()).length, 200);
    }));

  test('typing fast keeps every letter and the caret', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      const start = control(page, 'start');
      await start.fill('');
      await start.focus();
      for (const key of '123456789012') await page.keyboard.press(key);
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('0');
      await page.keyboard.press('5');
      await settled(page);
      assert.equal(await start.inputValue(), '12345678901052');
      assert.equal(await start.evaluate(control => /** @type {HTMLInputElement} */ (control).selectionStart), 13);
    }));
});

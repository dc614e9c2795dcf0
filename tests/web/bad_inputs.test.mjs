// The table of tests/inputs through the page's file input: the page says of each what the core says of it, nothing of a
// file takes effect in it, and the next file can be read.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bytes_of, files_of, input_mismatches, read_bad_inputs, stream } from '../wasm/bad_input.mjs';
import { load_core } from './core.mjs';
import { assert_same_outline, outline_of_page, outline_of_view } from './outline.mjs';
import { answered, control, settled, unfold, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../wasm/bad_input.mjs').BadInput} BadInput */
/** @typedef {import('../wasm/bad_input.mjs').Part} Part */

const { with_page } = use_browser();
const earlier = 'Month;Start;New;Lost\n2025-01;100;0;5\n2025-02;95;0;10\n';

/** What a person brings as files: streams that break or are given up are in import.test.mjs, and what is chosen before a
 * file is no part of the page. @param {BadInput} input */
const through_the_page = input => !input.action && !input.slow && !input.set && input.breaks_after === undefined && input.cancels_after === undefined;

/** A part as the page can build it: files of this folder become base64. @param {Part} part @returns {any} */
function portable(part) {
  if (typeof part === 'string' || 'hex' in part) return part;
  if (Array.isArray(part)) return part.map(portable);
  if ('file' in part) return { base64: readFileSync(new URL(`../../${part.file}`, import.meta.url)).toString('base64') };
  return { repeat: portable(part.repeat), times: part.times };
}

/** The files of an input, described. @param {BadInput} input @returns {{name: string, part: any}[]} */
function described(input) {
  return files_of(input).map((part, at) => {
    const whole = input.encode && input.encode !== 'utf-8' ? { base64: bytes_of(part, input.encode).toString('base64') } : portable(part);
    return { name: input.filename ?? (at === 0 ? 'input.csv' : `input ${at + 1}.csv`), part: whole };
  });
}

/** Chooses files that are built in the page, where 200 MB are a repeated Blob. @param {Page} page
 * @param {{name: string, part: any}[]} files */
async function choose_built(page, files) {
  await control(page, 'file').evaluate((control, files) => {
    /** @param {string} base64 */
    const bytes_of_base64 = base64 => Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    /** @param {string} hex */
    const bytes_of_hex = hex => Uint8Array.from(hex.match(/../g) ?? [], byte => parseInt(byte, 16));
    /** @param {any} part @returns {Blob} */
    const build = part => {
      if (typeof part === 'string') return new Blob([part]);
      if (Array.isArray(part)) return new Blob(part.map(build));
      if ('hex' in part) return new Blob([bytes_of_hex(part.hex)]);
      if ('base64' in part) return new Blob([bytes_of_base64(part.base64)]);
      if (typeof part.repeat === 'string') return new Blob([part.repeat.repeat(part.times)]);
      return new Blob(new Array(part.times).fill(build(part.repeat)));
    };
    const data = new DataTransfer();
    for (const { name, part } of files) data.items.add(new File([build(part)], name));
    const input = /** @type {HTMLInputElement} */ (control);
    input.multiple = true;
    input.files = data.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }, files);
  await answered(page);
}

/** What the core answers to the same, and what its report lacks. @param {BadInput} input */
async function core_answer(input) {
  const k = await load_core('en');
  k.dispatch({ type: 'press', id: 'clear' });
  if (!input.alone) await k.open(earlier, { name: 'earlier.csv' });
  const files = files_of(input).map((part, at) => ({ part, name: described(input)[at].name }));
  if (files.length === 1) await k.open(stream(files[0].part, input.encode), { name: files[0].name });
  else await k.open(files.map(({ part, name }) => new File([Uint8Array.from(bytes_of(part, input.encode))], name)));
  return k;
}

/** @param {Page} page @param {BadInput} input */
async function bring(page, input) {
  await control(page, 'clear').click();
  await answered(page);
  if (!input.alone) await choose_built(page, [{ name: 'earlier.csv', part: earlier }]);
  await choose_built(page, described(input));
  await settled(page);
  const k = await core_answer(input);
  assert.deepEqual(input_mismatches(input.expect, k.report), []);
  assert_same_outline(await outline_of_page(page), outline_of_view(k.view));
  k.close();
  const strange = await page.evaluate(() => [...document.querySelectorAll('main img, main script, main iframe, main object, .stage ~ * script, [onerror]')].map(each => each.outerHTML));
  assert.deepEqual(strange, [], 'nothing of a file becomes markup');
  const raw = /RuntimeError|undefined|\bNaN\b|\babort/;
  if (!raw.test(JSON.stringify(input))) assert.doesNotMatch(await page.locator('.text-view').innerText(), raw, 'every error is said in words');
  if (input.expect.download) await hand_over(page, input.expect.download);
}

/** @param {Page} page @param {{id: string, has: string[]}} expected */
async function hand_over(page, { id, has }) {
  await unfold(page, id);
  const [download] = await Promise.all([page.waitForEvent('download'), control(page, id).click()]);
  const text = readFileSync(await download.path(), 'utf8');
  for (const part of has) assert.ok(text.includes(part), `${part} in ${text}`);
}

test('REL-01, REL-10 bad inputs through the file input', t =>
  with_page({ query: '?lang=en&view=text', context: { acceptDownloads: true } }, async page => {
    page.on('dialog', dialog => assert.fail(`a dialog: ${dialog.message()}`));
    for (const input of read_bad_inputs().filter(through_the_page)) {
      await t.test(`${input.row} ${input.name}`, () => bring(page, input));
    }
  }));

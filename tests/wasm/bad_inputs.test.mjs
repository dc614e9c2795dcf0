import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bytes_of, files_of, input_mismatches, read_bad_inputs, stream } from './bad_input.mjs';
import { load } from './core.mjs';

/** @typedef {import('./bad_input.mjs').BadInput} BadInput */
/** @typedef {Awaited<ReturnType<typeof load>>} Core */

const earlier = 'Month;Start;New;Lost\n2025-01;100;0;5\n2025-02;95;0;10\n';
const inputs = read_bad_inputs();

/** Data in place must stay where the new ones are refused; choices made before belong to them, not to the file to come.
 * @param {BadInput} input */
const has_earlier = input => !input.set && !input.alone;

/** @param {BadInput} input */
async function core_for(input) {
  const k = await load();
  k.dispatch({ type: 'press', id: 'clear' });
  if (has_earlier(input)) await k.open(earlier);
  for (const [id, value] of Object.entries(input.set ?? {})) k.dispatch({ type: 'set', id, value });
  return k;
}

/** The answer's numbers, without what is said about the file that was refused. @param {Core} k */
function numbers_of(k) {
  const { kind, period, metrics, series } = k.report;
  return { kind, period, metrics, series };
}

/** The bytes of a file as its transport brings them, counted. @param {BadInput} input @param {AbortController} stop
 * @param {{bytes: number}} fed */
async function* transport(input, stop, fed) {
  for await (const part of stream(files_of(input)[0], input.encode)) {
    fed.bytes += part.length;
    yield part;
    if (input.breaks_after !== undefined) throw new Error('the disk is gone');
    if (input.cancels_after !== undefined) stop.abort();
  }
}

/** Whether the files are in place now. @param {Core} k @param {BadInput} input @param {{bytes: number}} fed */
async function feed(k, input, fed) {
  const stop = new AbortController();
  const gives_up = input.breaks_after !== undefined || input.cancels_after !== undefined;
  const files = files_of(input);
  if (files.length > 1) await k.open(files.map(file => bytes_of(file, input.encode)));
  else if (!gives_up) await k.open(transport(input, stop, fed), { name: input.filename ?? 'input.csv' });
  else await assert.rejects(k.open(transport(input, stop, fed), { signal: stop.signal }));
  return gives_up ? false : k.placed;
}

describe('REL-01 bad inputs get what the table says', () => {
  for (const input of inputs.filter(input => input.action === undefined && !input.slow)) {
    test(`${input.row} ${input.name}`, async () => {
      const k = await core_for(input);
      const before = numbers_of(k);
      const fed = { bytes: 0 };
      const placed = await feed(k, input, fed);
      assert.deepEqual(input_mismatches(input.expect, k.report), []);
      assert.equal(placed, input.expect.placed ?? true);
      if (input.stops_within !== undefined) assert.ok(fed.bytes <= input.stops_within, `${fed.bytes}`);
      if (!placed && has_earlier(input)) assert.deepEqual(numbers_of(k), before, 'the earlier data are there');
      if (input.expect.shown) assert.ok(k.text.includes(input.expect.shown), k.text);
      const { download } = input.expect;
      for (const part of download?.has ?? []) assert.ok(k.download(download?.id ?? '')?.includes(part), part);
      await k.open(earlier);
      assert.equal(k.placed, true, 'the next import works');
      k.close();
    });
  }
});

describe('bad actions change nothing', () => {
  for (const input of inputs.filter(input => input.action !== undefined)) {
    test(`${input.row} ${input.name}`, async () => {
      const k = await load();
      const before = numbers_of(k);
      try {
        k.dispatchText(bytes_of(input.action ?? '', input.encode).toString());
      } catch (error) {
        assert.equal(/** @type {any} */ (error).code, 'action_unreadable');
      }
      assert.deepEqual(numbers_of(k), before);
      assert.equal(k.dead, false);
    });
  }
});

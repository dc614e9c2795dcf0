// A core whose memory may grow less far: wherever it ends, an import is right or ends with a clear error, and a new
// instance of the same module reads the file that fits.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Kirnu } from '../../web/kirnu.mjs';
import { core_bytes, load } from './core.mjs';

const kPage = 65536;
const kMemorySection = 5;

/** A whole number of wasm's (LEB128) and the place behind it. @param {Uint8Array} bytes @param {number} at */
function read_number(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7) {
    const byte = bytes[at++];
    value += (byte & 0x7f) * 2 ** shift;
    if (byte < 0x80) return { value, at };
  }
}

/** @param {number} value */
function write_number(value) {
  const bytes = [];
  for (; value >= 0x80; value = Math.floor(value / 0x80)) bytes.push((value % 0x80) | 0x80);
  return [...bytes, value];
}

/** The first and the most pages of a module's memory, and where its section lies. @param {Uint8Array} bytes */
function find_memory(bytes) {
  for (let at = 8; at < bytes.length; ) {
    const section = bytes[at];
    const size = read_number(bytes, at + 1);
    const end = size.at + size.value;
    if (section === kMemorySection) {
      const count = read_number(bytes, size.at);
      assert.equal(count.value, 1);
      assert.equal(bytes[count.at], 1, 'the memory has a limit');
      return { from: at, end, first: read_number(bytes, count.at + 1).value };
    }
    at = end;
  }
  throw new Error('no memory section');
}

/** The core with so many pages more than it starts with. @param {number} more */
function core_with(more) {
  const bytes = core_bytes();
  const { from, end, first } = find_memory(bytes);
  const limits = [1, 1, ...write_number(first), ...write_number(first + more)];
  return new Uint8Array([...bytes.subarray(0, from), kMemorySection, ...write_number(limits.length), ...limits, ...bytes.subarray(end)]);
}

/** @param {number} rows */
const subscriptions = rows =>
  `customer_id,start,end\n${Array.from({ length: rows }, (_, i) => `customer-${i},2024-0${1 + (i % 9)}-13,${i % 3 ? '' : '2025-01-31'}`).join('\n')}\n`;

const small = subscriptions(20);
const big = subscriptions(300_000);

describe('memory that ends', async () => {
  const whole = (await (await load()).open(big)).import;
  let finished = 0, failed = 0;

  for (const pages of [0, 16, 32, 64, 96, 128, 192, 256, 320, 384, 448, 512, 2048]) {
    test(`${pages} pages more`, async () => {
      const module = await WebAssembly.compile(core_with(pages));
      try {
        const k = await Kirnu.load({ wasm: module });
        const { import: read } = await k.open(big);
        assert.deepEqual(read, whole);
        ++finished;
      } catch (error) {
        assert.ok(['no_memory', 'engine_stopped'].includes(/** @type {any} */ (error).code), String(error));
        ++failed;
      }
      const next = await Kirnu.load({ wasm: module });
      assert.equal(/** @type {any} */ ((await next.open(small)).import).accepted, 20, 'the next import works');
    });
  }

  test('both ends were seen', () => {
    assert.ok(finished > 0 && failed > 2, `${finished} finished, ${failed} failed`);
  });
});

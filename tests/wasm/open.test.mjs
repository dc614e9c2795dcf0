import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './core.mjs';

const table = [
  'Month;Start;New;Lost;End',
  'Jan 2025;1000;20;13;1007',
  'Feb 2025;1007;15;15;1007',
  'Mar 2025;1007;12;12;1007',
  'Apr 2025;1007;30;16;1021',
  'May 2025;1021;10;14;1017',
  'Jun 2025;1017;10;26;1001',
  'Jul 2025;1001;20;15;1006',
  '',
].join('\n');

/** @param {string} text @param {number} size */
async function* in_chunks(text, size) {
  const bytes = new TextEncoder().encode(text);
  for (let from = 0; from < bytes.length; from += size) yield bytes.slice(from, from + size);
}

test('a file gives the same report however it is cut and wherever it comes from', async () => {
  const whole = JSON.stringify(await (await load()).open(table, { name: 'counts.csv' }));
  assert.match(whole, /"series"/);
  const bytes = new TextEncoder().encode(table);
  const sources = [bytes, bytes.buffer, new Blob([table]), new Blob([table]).stream(), in_chunks(table, 1), in_chunks(table, 7)];
  for (const source of sources) {
    assert.equal(JSON.stringify(await (await load()).open(source, { name: 'counts.csv' })), whole);
  }
});

test('progress counts the bytes of the file', async () => {
  const k = await load();
  /** @type {[number, number | null][]} */
  const seen = [];
  await k.open(new Blob([table]), { onProgress: ({ read, size }) => seen.push([read, size]) });
  assert.deepEqual(seen.at(-1), [table.length, table.length]);
});

test('a file that was given up leaves the earlier numbers in place', async () => {
  const k = await load();
  const before = JSON.stringify(k.counts({ start: 100, lost: 10, period: 'month' }));
  const stop = new AbortController();
  await assert.rejects(k.open(in_chunks(table, 16), { signal: stop.signal, onProgress: () => stop.abort() }), { name: 'AbortError' });
  assert.equal(JSON.stringify(k.report), before);
  await assert.rejects(k.open(broken()), /disk/);
  assert.equal(JSON.stringify(k.report), before);
});

async function* broken() {
  yield new TextEncoder().encode('Month;Start\n');
  throw new Error('disk');
}

test('one file at a time', async () => {
  const k = await load();
  const first = k.open(in_chunks(table, 16));
  await assert.rejects(k.open(table), { code: 'file_refused' });
  await first;
});

test('a chunk larger than the window is read to its end', async () => {
  const k = await load();
  const big = `${table}${'\n'.repeat(3_000_000)}`;
  const report = await k.open(big, { name: 'counts.csv' });
  assert.equal(/** @type {any} */ (report).series?.length, 7);
});

import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { KirnuError } from '../../web/kirnu.mjs';
import { find_node } from '../web/stories.mjs';
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

test('REL-02 a file gives the same report however it is cut and wherever it comes from', async () => {
  const whole = JSON.stringify(await (await load()).open(table, { name: 'counts.csv' }));
  assert.match(whole, /"series"/);
  const bytes = new TextEncoder().encode(table);
  const sources = [bytes, bytes.buffer, new Blob([table]), new Blob([table]).stream(), in_chunks(table, 1), in_chunks(table, 7)];
  for (const source of sources) {
    assert.equal(JSON.stringify(await (await load()).open(source, { name: 'counts.csv' })), whole);
  }
});

/** @param {...any} chunks */
async function* made_of(...chunks) {
  yield* chunks;
}

test('REL-02 chunks are bytes in any wrapping, or text', async () => {
  const words = `${table}# Müller, Łódź, 😀\n`;
  const whole = JSON.stringify(await (await load()).open(words, { name: 'counts.csv' }));
  const bytes = new TextEncoder().encode(words);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  const [half, rest] = [bytes.slice(0, 40), bytes.slice(40)];
  const wider = new Uint8Array([0x30, ...rest, 0x30]).buffer;
  /** @type {[string, any][]} */
  const sources = [
    ['text', made_of(words.slice(0, 40), words.slice(40))],
    ['a stream of text', new ReadableStream({ start: controller => (controller.enqueue(words), controller.close()) })],
    ['a file of Node as text', Readable.from([words.slice(0, 7), words.slice(7)])],
    ['buffers', made_of(half.buffer, rest.buffer)],
    ['looks at a part of a buffer', made_of(half, new DataView(wider, 1, rest.length))],
    ['shared memory', made_of(shared.buffer)],
    ['shared memory that is looked at', made_of(shared.subarray(0, 9), new DataView(shared.buffer, 9))],
    ['shared memory alone', shared.buffer],
    ['a mixture', made_of(Buffer.from(half), words.slice(40, 60), bytes.slice(60).buffer)],
    ['answers at once', { [Symbol.asyncIterator]: () => [bytes][Symbol.iterator]() }],
  ];
  for (const [name, source] of sources) assert.equal(JSON.stringify(await (await load()).open(source, { name: 'counts.csv' })), whole, name);
});

test('a chunk that is neither bytes nor text is refused, the source is closed, and the earlier data stay', async () => {
  const k = await load();
  const before = JSON.stringify(k.counts({ start: 100, lost: 10, period: 'month' }));
  for (const odd of [7, null, undefined, {}, [1, 2], new Blob([table])]) {
    let closed = false;
    const source = async function* () {
      try {
        yield 'Month;Start\n';
        yield odd;
      } finally {
        closed = true;
      }
    };
    await assert.rejects(k.open(/** @type {any} */ (source())), { code: 'file_refused' });
    assert.equal(closed, true);
    assert.equal(JSON.stringify(k.report), before);
  }
  await k.open(table);
  assert.equal(k.placed, true);
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

test('giving up does not wait for a chunk that never comes, and closes the file', async () => {
  const k = await load();
  const before = JSON.stringify(k.counts({ start: 100, lost: 10, period: 'month' }));
  let closed = 0;
  const stuck = new ReadableStream({
    pull: controller => (controller.desiredSize === null ? undefined : new Promise(() => {})),
    cancel: () => void ++closed,
  });
  const silent = { [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => {}), return: async () => ({ done: true, value: void ++closed }) }) };
  for (const source of [stuck, silent]) {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 20);
    await assert.rejects(k.open(/** @type {any} */ (source), { signal: stop.signal }), { name: 'AbortError' });
    assert.equal(JSON.stringify(k.report), before);
  }
  assert.equal(closed, 2);
});

test('a file whose bytes stop coming says so with a code and the cause', async () => {
  const k = await load();
  await assert.rejects(k.open(broken()), error => {
    assert.ok(error instanceof KirnuError);
    assert.equal(error.code, 'file_unreadable');
    assert.equal(/** @type {Error} */ (error.cause).message, 'disk');
    return true;
  });
});

test('the next chunk is asked for before this one is parsed', async () => {
  const k = await load();
  /** @type {string[]} */
  const happened = [];
  const chunks = [...new Array(4).keys()].map(() => new TextEncoder().encode('\n'));
  const stream = new ReadableStream(
    {
      pull: controller => {
        happened.push('asked');
        const chunk = chunks.shift();
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
    },
    { highWaterMark: 0 },
  );
  await k.open(stream, { onProgress: () => happened.push('told') });
  assert.deepEqual(happened.slice(0, 3), ['asked', 'asked', 'told']);
});

test('progress is told several times a second, not at every chunk', async () => {
  const k = await load();
  let told = 0;
  const from = performance.now();
  await k.open(in_chunks(table.repeat(1000), 3), { onProgress: () => ++told });
  assert.ok(told <= 2 + (performance.now() - from) / 140, `${told}`);
});

test('while a file is read the view says how far, and nothing of it stays', async () => {
  const k = await load();
  /** @type {(number | undefined)[]} */
  const shares = [];
  const share = () => /** @type {import('../../web/kirnu.d.ts').ProgressNode | undefined} */ (find_node(k.view.page, 'progress'))?.fraction;
  await k.open(new Blob([table]), { onProgress: () => shares.push(share()) });
  assert.equal(shares.at(-1), 1);
  assert.equal(find_node(k.view.page, 'progress'), undefined);
  const stop = new AbortController();
  await assert.rejects(k.open(in_chunks(table, 16), { signal: stop.signal, onProgress: () => stop.abort() }));
  assert.equal(find_node(k.view.page, 'progress'), undefined);
});

test('whether the data were put in place can be asked', async () => {
  const k = await load();
  await k.open(table);
  assert.equal(k.placed, true);
  await k.open('');
  assert.equal(k.placed, false);
  assert.equal(/** @type {any} */ (k.report).series?.length, 7, 'the earlier data are there');
});

test('the same file again keeps what was chosen since', async () => {
  const k = await load();
  await k.open(table);
  k.ask({ period: 'quarter' });
  await k.open(table, { again: true });
  assert.equal(/** @type {any} */ (k.state).period, 'quarter');
  await k.open(table);
  assert.equal(/** @type {any} */ (k.state).period, 'month');
});

test('what is no file, or too many of them, is refused', async () => {
  const k = await load();
  for (const odd of [[], [table, table, table, table], 7, null, {}]) {
    await assert.rejects(k.open(/** @type {any} */ (odd)), { code: 'file_refused' });
  }
  await k.open(table);
});

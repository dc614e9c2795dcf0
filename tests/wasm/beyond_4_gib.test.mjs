// More bytes than 32 bits can count, streamed from parts that come again and again.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './core.mjs';

const head = 'customer_id,started_at,canceled_at,plan,mrr,country\n';
const row = 'cus_0123456789abcd,2024-01-01,2024-06-30,"Pro, annual",49.90,DE\n';
const last = 'only,two\n';
const kRowsOfPart = 16_384;
const kParts = Math.ceil((2 ** 32 + 2 ** 24) / (row.length * kRowsOfPart));

async function* bytes() {
  const encoder = new TextEncoder();
  const part = encoder.encode(row.repeat(kRowsOfPart));
  yield encoder.encode(head);
  for (let i = 0; i < kParts; ++i) yield part;
  yield encoder.encode(last);
}

test('REL-04 a file beyond 4 GiB streams through a window, and what is said of its last row is right', async t => {
  const k = await load();
  k.set({ check: 'fields' });
  let read = 0;
  const began = process.cpuUsage();
  await k.read(bytes(), { onProgress: progress => (read = progress.read) });
  const { user, system } = process.cpuUsage(began);
  const rows = kRowsOfPart * kParts + 1;
  const byte = head.length + row.length * (rows - 1);
  t.diagnostic(`${(read / 2 ** 30).toFixed(2)} GiB with ${Math.round((user + system) / 1000)} ms of the processor`);
  assert.ok(byte > 2 ** 32);
  assert.equal(read, byte + last.length);
  const { import: file, issues } = /** @type {any} */ (k.report);
  assert.deepEqual([file.rows, file.fields], [rows, 6 + 6 * (rows - 1) + 2]);
  assert.deepEqual(issues.map((/** @type {any} */ issue) => [issue.code, issue.row, issue.line, issue.byte]), [['row_too_short', rows, rows + 1, byte]]);
});

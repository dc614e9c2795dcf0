// The table that Ctrl+C is about, and its text.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { current_table, table_text } from '../../web/copy_table.mjs';

/** @typedef {import('../../web/kirnu.d.ts').Node} Node */

/** @param {string} id @param {string} word @returns {Node} */
const table = (id, word) => ({ kind: 'table', id, columns: [{ label: 'Name' }], rows: [[{ text: word }]] });

/** @type {Node} */
const page = {
  kind: 'page',
  id: 'page',
  children: [
    { kind: 'section', id: 'form', children: [{ kind: 'field', id: 'start', label: 'Start' }] },
    { kind: 'section', id: 'others', children: [{ kind: 'chart', id: 'chart', table: { columns: [{ label: 'Name' }], rows: [[{ text: 'first' }]] } }, { kind: 'select', id: 'figure' }] },
    { kind: 'section', id: 'lost', children: [table('empty', ''), table('customers', 'second')] },
  ],
};

/** @param {string} focused */
const text_at = focused => table_text(current_table(page, focused) ?? {});

test('the table of the section in focus, of its chart where that has it, and the first of all elsewhere', () => {
  assert.equal(text_at('figure'), 'Name\nfirst');
  assert.equal(text_at('chart'), 'Name\nfirst');
  assert.equal(text_at('customers'), 'Name\nsecond');
  for (const id of ['', 'start', 'nothing']) assert.equal(text_at(id), 'Name\nfirst', id);
});

test('cells stay in their row, whatever they hold', () => {
  assert.equal(table_text({ columns: [{ label: 'a\tb' }, {}], rows: [[{ text: 'c\r\nd' }, { text: '=1' }], [{ text: '+0.8' }, { text: '-x' }]] }), "a b\t\nc d\t'=1\n+0.8\t'-x");
});

// Which files are read together.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PageFiles } from '../../web/page_files.mjs';

/** @param {string} name */
const file = name => new File([], name);
/** @param {File[]} files */
const names = files => files.map(({ name }) => name).join(' ');

/** A page with these fields that notes what it is to read. @param {string[]} fields */
function page_with(fields) {
  /** @type {{in_place: File[], said: string[]}} */
  const page = { in_place: [], said: [] };
  const files = new PageFiles({
    in_place: () => page.in_place,
    has_field: id => fields.includes(id),
    open: files => (page.in_place = files),
    say: sentence => page.said.push(sentence),
  });
  return { page, files, pick: (/** @type {string} */ id, /** @type {string[]} */ ...chosen) => (files.pick(id, chosen.map(file)), names(page.in_place)) };
}

test('one file after the other replaces it where there is no second', () => {
  const { pick } = page_with(['file']);
  assert.equal(pick('file', 'a'), 'a');
  assert.equal(pick('file', 'b'), 'b');
});

test('a second list joins the first, in either order, and each can be exchanged', () => {
  const { pick } = page_with(['file', 'file2']);
  assert.equal(pick('file', 'a'), 'a');
  assert.equal(pick('file2', 'b'), 'a b');
  assert.equal(pick('file2', 'c'), 'a c');
  assert.equal(pick('file', 'd'), 'd c');
  const late = page_with(['file', 'file2']);
  assert.equal(late.pick('file2', 'b'), 'b');
  assert.equal(late.pick('file2', 'c'), 'c');
  assert.equal(late.pick('file', 'a'), 'a c');
});

test('two or three at once are all there is, four are refused', () => {
  const { page, pick } = page_with(['file', 'file2']);
  pick('file', 'x');
  assert.equal(pick('file', 'a', 'b'), 'a b');
  assert.equal(pick('file', 'a', 'b', 'c'), 'a b c');
  assert.equal(pick('file', 'a', 'b', 'c', 'd'), 'a b c');
  assert.deepEqual(page.said, ['too_many_files']);
});

test('several at once stay in the order in which they are given: which is earlier, the core tells', () => {
  const { pick } = page_with(['file']);
  assert.equal(pick('file', 'kunden_2025.csv', 'kunden_2024.csv'), 'kunden_2025.csv kunden_2024.csv');
  assert.equal(pick('file', '2025.csv', '2023.csv', '2024.csv'), '2025.csv 2023.csv 2024.csv');
});

test('what is dropped joins a list that waits for a later one, and else takes its place', () => {
  const drop = (/** @type {string[]} */ fields, /** @type {string[]} */ ...dropped) => {
    const { page, files } = page_with(fields);
    page.in_place = [file('a')];
    files.drop(/** @type {any} */ ({ items: [], files: dropped.map(file) }));
    return names(page.in_place);
  };
  assert.equal(drop(['file', 'file2'], 'b'), 'a b');
  assert.equal(drop(['file', 'file2'], 'b', 'c'), 'b c');
  assert.equal(drop(['file'], 'b'), 'b');
});

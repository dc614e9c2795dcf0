// Where the dialect is fixed, `kirnu read` gives the rows that Python's csv and Papa Parse give: random tables of every
// delimiter, quoting and line end. KIRNU_SEED repeats a run.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import Papa from 'papaparse';

const kProgram = process.env.KIRNU ?? fileURLToPath(new URL('../../build/native/kirnu', import.meta.url));
const kSeed = Number(process.env.KIRNU_SEED ?? Date.now() % 1_000_000);
const kTables = 60;

/** A row of words that no table has as a total, so that none is blank, a sum or the header once more. */
const kFirstCells = ['anna', 'ben', 'cay', 'Müller', 'Ääkkönen', '0042', '7.210', '=1+1', '日本'];
const kPieces = ['', 'a', ' b', 'c ', '1', '2,5', '3.5', ';', '\t', '|', ',', '"', '""', '\n', '\r\n', 'ö', '€', "'", 'x y', '\\'];

/** Numbers from 0 to 1, the same for the same seed. @param {number} seed */
function random_from(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** @param {() => number} random */
function make_table(random) {
  const below = (/** @type {number} */ n) => Math.floor(random() * n);
  const one_of = (/** @type {any[]} */ list) => list[below(list.length)];
  const columns = 2 + below(5);
  const rows = Array.from({ length: 2 + below(30) }, (_, at) => [
    `${one_of(kFirstCells)}${at}`,
    ...Array.from({ length: columns - 1 }, () => Array.from({ length: below(4) }, () => one_of(kPieces)).join('')),
  ]);
  const delimiter = one_of([',', ';', '\t', '|']);
  const line_end = one_of(['\n', '\r\n']);
  const needs_quotes = (/** @type {string} */ cell) => new RegExp(`["\r\n${delimiter === '|' ? '\\|' : delimiter}]|^\\s|\\s$`).test(cell);
  const write = (/** @type {string} */ cell) => (needs_quotes(cell) || random() < 0.2 ? `"${cell.replaceAll('"', '""')}"` : cell);
  const text = rows.map(row => row.map(write).join(delimiter)).join(line_end) + (random() < 0.5 ? line_end : '');
  return { rows, delimiter, text };
}

/** @param {string} delimiter @param {string} text @returns {string[][]} */
function kirnu_rows(delimiter, text) {
  const settings = ['encoding=utf-8', `delimiter=${delimiter === '\t' ? 'tab' : delimiter}`, 'header=no', 'quote="'];
  const { stdout, stderr } = spawnSync(kProgram, ['read', '-', '--format', 'json', ...settings.flatMap(each => ['--set', each])], { input: text });
  assert.equal(stderr.toString(), '');
  return JSON.parse(stdout.toString()).rows;
}

/** @param {{delimiter: string, text: string}[]} tables @returns {string[][][]} */
function python_rows(tables) {
  const program = 'import csv, io, json, sys\nprint(json.dumps([list(csv.reader(io.StringIO(t["text"], newline=""), delimiter=t["delimiter"])) for t in json.load(sys.stdin)]))';
  const { stdout, stderr, status } = spawnSync('/usr/bin/python3', ['-c', program], { input: JSON.stringify(tables), maxBuffer: 1 << 28 });
  assert.equal(status, 0, stderr.toString());
  return JSON.parse(stdout.toString());
}

describe(`kirnu read, Python's csv and Papa Parse agree (KIRNU_SEED=${kSeed})`, () => {
  const random = random_from(kSeed);
  const tables = Array.from({ length: kTables }, () => make_table(random));
  const by_python = python_rows(tables);
  tables.forEach(({ rows, delimiter, text }, at) => {
    test(`table ${at}`, () => {
      const found = kirnu_rows(delimiter, text);
      assert.deepEqual(found, rows, 'what was written');
      assert.deepEqual(found, by_python[at], "Python's csv");
      assert.deepEqual(found, Papa.parse(text, { delimiter, skipEmptyLines: true }).data, 'Papa Parse');
    });
  });
});

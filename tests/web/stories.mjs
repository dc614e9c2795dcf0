// The stories of tests/cases for JavaScript: what is asked, as actions, and what must come out.
import { readFileSync, readdirSync } from 'node:fs';

const kFolder = new URL('../cases/', import.meta.url);
const kUnits = ['month', 'quarter', 'year', 'none'];

/**
 * @typedef {object} Story
 * @property {string} name
 * @property {'en' | 'de' | 'fi'} language
 * @property {Record<string, string>} set  field id → text
 * @property {Record<string, string>} [ask]  setting → value, once the table is there
 * @property {string} [table]              what somebody would paste
 * @property {string} [table_path]
 * @property {string} [table2]             a later list
 * @property {string} [table2_path]
 * @property {Record<string, any>} report  tests/cases/README.md
 * @property {Record<string, string>} [view]
 */

/** All stories, by name. @returns {Story[]} */
export function read_stories() {
  const folders = readdirSync(kFolder, { withFileTypes: true }).filter(entry => entry.isDirectory());
  return folders.map(({ name }) => read_story(name)).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** @param {string} name @returns {Story} */
function read_story(name) {
  const folder = new URL(`${name}/`, kFolder);
  const story = JSON.parse(readFileSync(new URL('case.json', folder), 'utf8'));
  if (!story.table) return { name, ...story };
  const path = new URL(story.table, folder);
  const read = { name, ...story, table: readFileSync(path, 'utf8'), table_path: path.pathname };
  if (!story.table2) return read;
  const path2 = new URL(story.table2, folder);
  return { ...read, table2: readFileSync(path2, 'utf8'), table2_path: path2.pathname };
}

/** The story's files given to a Kirnu, and what is asked of them. @param {import('../../web/kirnu.mjs').Kirnu} k @param {Story} story */
export async function open_files(k, story) {
  const { table, table_path, table2, table2_path } = story;
  if (!table) return;
  if (table2) await k.open([named(table, table_path), named(table2, table2_path)]);
  else await k.open(table, { name: table_path });
  ask_of_files(k, story);
  if (k.reread) await k.open(table, { name: table_path, again: true });
}

/** A table as a file with its name. @param {string} text @param {string} [path] */
const named = (text, path = '') => new File([text], path.slice(path.lastIndexOf('/') + 1));

/** What is asked once the files are there. @param {import('../../web/kirnu.mjs').Kirnu} k @param {Story} story */
export function ask_of_files(k, story) {
  for (const [id, value] of Object.entries(story.ask ?? {})) k.dispatch({ type: 'set', id, value });
}

/** Fields and selects in the order they are filled; a period in days is two of them. @param {Record<string, string>} set */
export function entries_of(set) {
  const { period = 'none', ...fields } = set;
  /** @type {[string, string][]} */
  const days = kUnits.includes(period) ? [['period', period]] : [['period', 'days'], ['days', period]];
  return [...days, ...Object.entries(fields)];
}

/** The same on a Kirnu: from nothing, in the story's language. @param {import('../../web/kirnu.mjs').Kirnu} k
 * @param {{language: string, set: Record<string, string>}} story */
export function ask(k, { language, set }) {
  k.dispatch({ type: 'set', id: 'language', value: language });
  k.dispatch({ type: 'press', id: 'clear' });
  for (const [id, value] of entries_of(set)) k.dispatch({ type: 'set', id, value });
}

/** @param {any} json @param {string} pointer */
function value_at(json, pointer) {
  return pointer.slice(1).split('/').reduce((at, part) => at?.[part], json);
}

/** What was found instead; undefined when it is as told. @param {any} report @param {string} key @param {any} expected */
function mismatch(report, key, expected) {
  const rest = key.slice(1);
  /** @type {import('../../web/kirnu.d.ts').Issue[]} */
  const issues = report.issues ?? [];
  if (key[0] === '!') return issues.filter(issue => issue.code === rest).length >= expected ? undefined : 'too few';
  if (key[0] === '#') {
    const verdict = report.benchmarks?.find((/** @type {{id: string}} */ figure) => figure.id === rest)?.verdict;
    return verdict === expected ? undefined : `${verdict}`;
  }
  const found = value_at(report, key[0] === '/' ? key : rest);
  if (key[0] === '?') return (found !== undefined) === expected ? undefined : JSON.stringify(found);
  const [value, tolerance] = key[0] === '~' ? expected : [expected, 0];
  const same = typeof value === 'number' && typeof found === 'number' ? Math.abs(found - value) <= tolerance : found === value;
  return same ? undefined : JSON.stringify(found) ?? 'nothing';
}

/** What of the story's expectations a report does not meet, one line each. @param {Story} story @param {any} report */
export function report_mismatches(story, report) {
  return Object.entries(story.report).flatMap(([key, expected]) => {
    const found = mismatch(report, key, expected);
    return found === undefined ? [] : [`${key} should be ${JSON.stringify(expected)} but is ${found}`];
  });
}

/** A node of a View. @param {any} node @param {string} id @returns {any} */
export function find_node(node, id) {
  if (node.id === id) return node;
  for (const child of node.children ?? []) {
    const found = find_node(child, id);
    if (found) return found;
  }
}

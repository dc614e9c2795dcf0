// The table of tests/inputs for JavaScript: bytes from their description, and what a report lacks.
import { readFileSync } from 'node:fs';

const kTables = ['files', 'csv', 'numbers', 'dates', 'meaning', 'security'];
const root = new URL('../../', import.meta.url);

/**
 * @typedef {string | any[] | {hex: string} | {file: string} | {repeat: any, times: number}} Part text, parts one after the other …
 * @typedef {object} BadInput tests/inputs/README.md
 * @property {number} row
 * @property {string} name
 * @property {Part} [bytes]
 * @property {Part[]} [files]
 * @property {string} [filename]
 * @property {'utf-8' | 'utf-16le' | 'utf-16be'} [encode]
 * @property {Record<string, string>} [set]
 * @property {boolean} [alone]
 * @property {Part} [action]
 * @property {number} [stops_within]
 * @property {number} [breaks_after]
 * @property {number} [cancels_after]
 * @property {boolean} [zones]
 * @property {boolean} [slow]
 * @property {{placed?: boolean, issues?: (string | Record<string, any>)[], never?: string[], report?: Record<string, any>,
 *    shown?: string, download?: {id: string, has: string[]}, inert?: boolean}} expect
 */

/** All cases. @returns {BadInput[]} */
export function read_bad_inputs() {
  return kTables.flatMap(table => JSON.parse(readFileSync(new URL(`tests/inputs/${table}.json`, root), 'utf8')));
}

/** @param {BadInput} input @returns {Part[]} */
export function files_of(input) {
  return input.files ?? (input.bytes === undefined ? [] : [input.bytes]);
}

/** @param {Part} part @param {BadInput['encode']} encode @returns {Buffer} */
export function bytes_of(part, encode = 'utf-8') {
  if (typeof part === 'string') return encoded(part, encode);
  if (Array.isArray(part)) return Buffer.concat(part.map(one => bytes_of(one, encode)));
  if ('hex' in part) return Buffer.from(part.hex, 'hex');
  if ('file' in part) return readFileSync(new URL(part.file, root));
  return Buffer.concat(new Array(part.times).fill(bytes_of(part.repeat, encode)));
}

/** @param {string} text @param {BadInput['encode']} encode */
function encoded(text, encode) {
  if (encode === 'utf-8') return Buffer.from(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encode === 'utf-16be' ? bytes.swap16() : bytes;
}

/** The bytes in parts: what is repeated comes once for each time. @param {Part} part @param {BadInput['encode']} [encode] */
export async function* stream(part, encode) {
  for (const one of Array.isArray(part) ? part : [part]) {
    const repeats = typeof one === 'object' && 'repeat' in one;
    const bytes = bytes_of(repeats ? one.repeat : one, encode);
    for (let i = 0; i < (repeats ? one.times : 1); ++i) yield bytes;
  }
}

/** @param {any} json @param {string} pointer */
function value_at(json, pointer) {
  return pointer.slice(1).split('/').reduce((at, part) => (at !== null && typeof at === 'object' && Object.hasOwn(at, part) ? at[part] : undefined), json);
}

/** @param {any} found @param {any} wanted */
const same = (found, wanted) => JSON.stringify(found) === JSON.stringify(wanted);

/** @param {any} issue @param {Record<string, any>} wanted */
function matches(issue, wanted) {
  return Object.entries(wanted).every(([key, value]) => {
    if (key === 'code') return value.split('|').includes(issue.code);
    if (key === 'values') return Object.entries(value).every(([name, expected]) => same(issue.values[name], expected));
    return same(issue[key], value);
  });
}

/** What a report lacks or has too much, one line each. @param {BadInput['expect']} expect @param {any} report */
export function input_mismatches({ issues = [], never = [], report: wanted = {} }, report) {
  const lines = issues
    .map(issue => (typeof issue === 'string' ? { code: issue } : issue))
    .filter(issue => !report.issues.some((/** @type {any} */ found) => matches(found, issue)))
    .map(issue => `no issue ${JSON.stringify(issue)} in ${JSON.stringify(report.issues)}`);
  lines.push(...report.issues.filter((/** @type {any} */ { code }) => never.includes(code)).map((/** @type {any} */ issue) => `unexpected ${JSON.stringify(issue)}`));
  for (const [key, expected] of Object.entries(wanted)) {
    const found = value_at(report, key[0] === '?' ? key.slice(1) : key);
    const right = key[0] === '?' ? (found !== undefined) === expected : same(found ?? null, expected);
    if (!right) lines.push(`${key} should be ${JSON.stringify(expected)} but is ${JSON.stringify(found)}`);
  }
  return lines;
}

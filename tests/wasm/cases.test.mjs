// The stories of tests/cases through kirnu.mjs, against the same expectations as natively, and byte for byte against
// what the native program says, in any time zone.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { describe, test } from 'node:test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ask, ask_of_files, entries_of, find_node, open_files, read_stories, report_mismatches } from '../web/stories.mjs';
import { load } from './core.mjs';

const native = process.env.KIRNU_PROGRAM ?? fileURLToPath(new URL('../../build/native/kirnu', import.meta.url));
const without_native = why_not_native();
const time_zones = ['UTC', 'Europe/Helsinki', 'America/Los_Angeles', 'Pacific/Apia'];
const stories = read_stories();

/** False when there is a native program of these sources to compare with. */
function why_not_native() {
  if (!existsSync(native)) return 'build/native/kirnu is not built';
  const source = fileURLToPath(new URL('../../src/', import.meta.url));
  const files = readdirSync(source, { recursive: true }).map(String).filter(name => /^(?!gui|wasm).*\.(cpp|h)$/.test(name));
  const newest = Math.max(...files.map(name => statSync(join(source, name)).mtimeMs));
  return newest > statSync(native).mtimeMs ? 'build/native/kirnu is older than src/' : false;
}

/** The story as a command line. @param {import('../web/stories.mjs').Story} story */
function arguments_of({ language, set, table_path, table2_path, ask: settings = {} }) {
  const words = table_path ? ['report', table_path] : ['counts'];
  if (table2_path) words.push(table2_path);
  for (const [id, text] of Object.entries(set)) {
    if (id === 'period' && text === 'none') continue;
    if (table_path || id === 'definition') words.push('--set', `${id}=${text}`);
    else words.push(`--${id.replaceAll('_', '-')}`, text);
  }
  for (const [key, value] of Object.entries(settings)) words.push('--set', `${key}=${value}`);
  return [...words, '--lang', language, '--format', 'json'];
}

/** @param {import('../web/stories.mjs').Story} story @param {string} [zone] */
function native_report(story, zone = 'UTC') {
  const { stdout, stderr, status } = spawnSync(native, arguments_of(story), { encoding: 'utf8', env: { TZ: zone } });
  assert.ok(status === 0 || status === 1, stderr);
  return stdout.replace(/\n$/, '');
}

/** @type {Map<string, Record<string, string>>} */
const reports_by_zone = new Map();

/** The reports of all stories as text, computed by a Node that lives in this time zone. @param {string} zone */
function wasm_reports(zone) {
  const known = reports_by_zone.get(zone);
  if (known) return known;
  const program = fileURLToPath(new URL('print_reports.mjs', import.meta.url));
  const printed = execFileSync(process.execPath, [program], {
    encoding: 'utf8',
    env: { ...process.env, TZ: zone },
    maxBuffer: 1 << 28,
  });
  const reports = JSON.parse(printed);
  reports_by_zone.set(zone, reports);
  return reports;
}

describe('stories come out as told', () => {
  for (const story of stories) {
    test(story.name, async () => {
      const k = await load(story.language);
      ask(k, story);
      await open_files(k, story);
      assert.deepEqual(report_mismatches(story, k.report), []);
      for (const [id, text] of Object.entries(story.view ?? {})) assert.equal(find_node(k.view.page, id)?.text, text, id);
      assert.doesNotMatch(`${k.text}${k.viewText}`, /NaN|Infinity|∞|undefined|⟦/);
    });
  }
});

describe('a pasted table answers like the same table as a file', () => {
  for (const story of stories.filter(({ table, table2 }) => table && !table2)) {
    test(story.name, async () => {
      const k = await load(story.language);
      ask(k, { ...story, set: { ...story.set, paste: story.table ?? '' } });
      ask_of_files(k, story);
      assert.deepEqual(report_mismatches(story, k.report), []);
    });
  }
});

test('every story fills only what the page has', async () => {
  for (const story of stories) {
    const k = await load(story.language);
    ask(k, story);
    for (const [id] of entries_of(story.set)) {
      const node = find_node(k.view.page, `input.${id}`) ?? find_node(k.view.page, id);  // where a metric has the field's id
      assert.ok(node, `${story.name}: ${id}`);
    }
  }
});

describe('REL-09 wasm and native say the same bytes', { skip: without_native }, () => {
  for (const story of stories) {
    test(story.name, () => assert.equal(wasm_reports('UTC')[story.name], native_report(story)));
  }
});

describe('REL-09 the time zone changes nothing', () => {
  for (const zone of time_zones) {
    test(zone, () => {
      assert.deepEqual(wasm_reports(zone), wasm_reports('UTC'));
      if (without_native) return;
      for (const story of stories) assert.equal(native_report(story, zone), native_report(story), story.name);
    });
  }
});

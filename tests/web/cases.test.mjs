// The stories of tests/cases in the text view: fields typed, tables pasted; the answer is the story's and, word for
// word, the core's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load_core } from './core.mjs';
import { assert_same_outline, outline_of_page, outline_of_view } from './outline.mjs';
import { ask, ask_of_files, entries_of, read_stories, report_mismatches } from './stories.mjs';
import { ask_in_text, control, fill, metric, settled, use_browser } from './support.mjs';

const { with_page } = use_browser();

/** @param {import('playwright-core').Page} page @param {string} table */
async function paste_table(page, table) {
  await page.evaluate(text => navigator.clipboard.writeText(text), table);
  await control(page, 'paste').focus();
  await page.keyboard.press('Control+V');
  await settled(page);
}

/** Metrics whose value the story names: id → [value, tolerance]. @param {import('./stories.mjs').Story} story */
function told_metrics(story) {
  return Object.entries(story.report).flatMap(([key, expected]) => {
    const id = /^~?\/(?:metrics|span)\/(\w+)(?:\/value)?$/.exec(key)?.[1];
    if (!id) return [];
    const [value, tolerance] = key[0] === '~' ? expected : [expected, 1e-12];
    return [{ id, value, tolerance }];
  });
}

/** The answer of the core to the same. @param {import('./stories.mjs').Story} story */
async function core_answer(story) {
  const k = await load_core(story.language);
  ask(k, story);
  if (story.table) k.dispatch({ type: 'set', id: 'paste', value: story.table.replace(/\r\n?/g, '\n') });
  ask_of_files(k, story);
  return k;
}

/** Whether the page has a control for it that takes the value. @param {import('playwright-core').Page} page @param {string} id @param {string} value */
async function can_be_said(page, id, value) {
  const found = control(page, id);
  if ((await found.count()) === 0) return false;
  return found.evaluate((element, wanted) => !(element instanceof HTMLSelectElement) || [...element.options].some(option => option.value === wanted), value);
}

/** @param {import('playwright-core').Page} page @param {import('./stories.mjs').Story} story */
async function tell(page, story) {
  await ask_in_text(page, story.language, entries_of(story.set));
  if (story.table) await paste_table(page, story.table);
  const k = await core_answer(story);
  for (const [id, value] of Object.entries(story.ask ?? {})) {
    if (!(await can_be_said(page, id, value))) return;  // only the command and the wrapper ask that
    await fill(page, id, value);
  }
  assert.deepEqual(report_mismatches(story, k.report), []);
  const shown = await outline_of_page(page);
  assert_same_outline(shown, outline_of_view(k.view));
  for (const { id, value, tolerance } of told_metrics(story).filter(({ id }) => shown.some(node => node.id === id && node.kind === 'metric'))) {
    const found = (await metric(page, id)).value;
    if (value === null) assert.equal(found, null, id);
    else assert.ok(Math.abs(Number(found) - value) <= tolerance, `${id}: ${found} is not ${value}`);
  }
  for (const [id, text] of Object.entries(story.view ?? {})) assert.equal((await metric(page, id)).text, text, id);
}

test('stories in the text view', t =>
  with_page({ query: '?view=text' }, async page => {
    for (const story of read_stories().filter(({ table2 }) => !table2)) await t.test(story.name, () => tell(page, story));
  }));

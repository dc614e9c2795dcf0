// UX-11: numbers in and out in each language's habit, and all words in the room there is.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { load_core } from './core.mjs';
import { ask, entries_of, read_stories } from './stories.mjs';
import { answered, ask_in_text, control, fill, metric, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {'de' | 'fi' | 'en'} Language */
/** @typedef {{language: Language, text: string, value: number | 'negative' | null}} Row  null: refused */

const { with_page } = use_browser();
const languages = /** @type {const} */ (['de', 'fi', 'en']);
const locales = { de: 'de-DE', fi: 'fi-FI', en: 'en-US' };

/** How other places write the same, typed by a reader of the language beside it. */
const places = /** @type {const} */ ([['de-DE', 'de'], ['de-AT', 'de'], ['de-CH', 'de'], ['fi-FI', 'fi'], ['en-US', 'en'], ['en-IN', 'en']]);

/** @param {number} value @param {string} locale @param {number} [digits] */
const written = (value, locale, digits = 2) => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value);

/** @returns {Row[]} */
function rows_of_places() {
  return places.flatMap(([locale, language]) => [
    ...[1234567.5, 999.99, 12, 0.05, 45000.25].map(value => ({ language, text: written(value, locale), value })),
    { language, text: written(-1234567.5, locale), value: /** @type {const} */ ('negative') },
  ]);
}

/** What people bring: spaces of every kind, apostrophes, currencies, signs, and what is no number. @type {Row[]} */
const rows_of_people = languages.flatMap(language => [
  { language, text: '1.234,56', value: 1234.56 },
  { language, text: '1,234.56', value: 1234.56 },
  { language, text: '1234,56 €', value: 1234.56 },
  { language, text: '€ 1.234,56', value: 1234.56 },
  { language, text: '1500,00 EUR', value: 1500 },
  { language, text: '$1,234.56', value: 1234.56 },
  { language, text: '1 500', value: 1500 },
  { language, text: '1\u00a0500,25', value: 1500.25 },
  { language, text: '1\u202f500,25', value: 1500.25 },
  { language, text: '1\u2009500,25', value: 1500.25 },
  { language, text: "1'500.00", value: 1500 },
  { language, text: '1’500.00', value: 1500 },
  { language, text: '1,50,000', value: 150000 },
  { language, text: '12 000 €/kk', value: 12000 },
  { language, text: '1,2E+05', value: 120000 },
  { language, text: '1.500', value: language === 'en' ? 1.5 : 1500 },
  { language, text: '1,500', value: language === 'en' ? 1500 : 1.5 },
  { language, text: '$1.2k', value: 1200 },
  { language, text: '90k', value: 90000 },
  { language, text: '12,50-', value: 'negative' },
  { language, text: '(12,50)', value: 'negative' },
  { language, text: '\u221212,50', value: 'negative' },
  ...['1e400', 'NaN', 'Inf', '#REF!', '١٢', '12 34', '1.2.3'].map(text => ({ language, text, value: null })),
]);

/** @param {Page} page @param {Row} row */
async function assert_read(page, { language, text, value }) {
  const said = `${language} ${JSON.stringify(text)}`;
  const error = (await page.locator('[data-node=mrr_churned] .error').textContent()) ?? '';
  if (typeof value === 'number') {
    assert.equal(error, '', said);
    assert.equal((await metric(page, 'value_lost')).value, value, said);
    assert.equal((await metric(page, 'value_lost')).text, written(value, locales[language], Number.isInteger(value) ? 0 : 2), said);
    return;
  }
  assert.notEqual(error, '', said);
  assert.equal(await page.locator('[data-node=value_lost][data-value]').count(), 0, said);
  if (text.includes('1')) assert.ok(value === null || error.includes(written(-Math.abs(text.includes('12,50') ? 12.5 : 1234567.5), locales[language]).replace('-', '−')), `${said}: ${error}`);
}

describe('UX-11 the same number, however it is written', () => {
  for (const language of languages) {
    test(`typed, ${language}`, () =>
      with_page({ query: `?lang=${language}&view=text` }, async page => {
        await ask_in_text(page, language, [['period', 'month'], ['mrr_start', '1000000000000']]);
        for (const row of [...rows_of_places(), ...rows_of_people].filter(row => row.language === language)) {
          await fill(page, 'mrr_churned', row.text);
          await assert_read(page, row);
        }
      }));

    test(`pasted, ${language}`, () =>
      with_page({ query: `?lang=${language}&view=text` }, async page => {
        await ask_in_text(page, language, [['period', 'month'], ['mrr_start', '1000000000000']]);
        for (const row of rows_of_places().filter(row => row.language === language)) {
          await page.evaluate(text => navigator.clipboard.writeText(`${text}\r\n`), row.text);
          await control(page, 'mrr_churned').focus();
          await page.keyboard.press('Control+A');
          await page.keyboard.press('Control+V');
          await settled(page);
          await assert_read(page, row);
        }
      }));
  }

  test('a count of 1.500, 1,500 or 1 500 is 1500 in every language', () =>
    with_page({ query: '?view=text' }, async page => {
      for (const language of languages) {
        await ask_in_text(page, language, [['period', 'year'], ['start', '2000']]);
        for (const text of ['1.500', '1,500', '1 500', '1\u00a0500', '1’500', '1500']) {
          await fill(page, 'lost', text);
          assert.equal((await metric(page, 'customers_lost')).value, 1500, `${language} ${text}`);
        }
      }
    }));
});

/** Numbers that repeat with the seed. @param {number} seed */
function random(seed) {
  return () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
}

/** @param {any} node @returns {any[]} */
const metrics_of = node => [...(node.kind === 'metric' ? [node] : []), ...(node.children ?? []).flatMap(metrics_of)];

/** The ways in which a value may be shown: always with a true minus. @param {number} value @param {string} locale */
function shown_forms(value, locale) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return [percent.format(value), ...[0, 1, 2].map(digits => written(value, locale, digits))].map(form => form.replace('-', '−'));
}

for (const language of languages) {
  test(`UX-11 every number is shown as Intl.NumberFormat writes it: ${language}`, async () => {
    const locale = locales[language];
    const k = await load_core(language);
    const next = random(2026);
    const whole = (/** @type {number} */ most) => Math.floor(next() * most);
    for (let round = 0; round < 150; ++round) {
      const start = 1 + whole(10 ** (1 + (round % 7)));
      // Every fifth asks for a tie: eighths of a percent end in 5 after two digits.
      const counts = round % 5 === 0 ? { start: 800, lost: 1 + whole(799) } : { start, lost: whole(start + 1) };
      k.counts({ ...counts, new: whole(50), period: 'month', mrr_start: whole(10 ** 9) / 100, mrr_churned: whole(10 ** 7) / 100, mrr_expansion: whole(10 ** 8) / 100, mrr_new: whole(10 ** 6) / 100, arpa: whole(10 ** 5) / 100, margin: '50%' });
      for (const { id, value, text } of metrics_of(k.view.page)) {
        if (value === undefined || id === 'ten_percent_test') continue;
        const number = shown_forms(value, locale).some(form => text === form || text.startsWith(`${form} `) || text.startsWith(`${form}\u00a0`));
        assert.ok(number, `${id}: ${text} is ${value}, as in ${JSON.stringify(counts)}`);
      }
    }
  });
}

/** Percentages in another language's habit. */
const foreign = { de: /\d\.\d{1,2}\s?%|\d%|\d\u0020%/, fi: /\d\.\d{1,2}\s?%|\d%|\d\u0020%/, en: /\d,\d{1,2}\s?%|\d\s%/ };

test('UX-11 no sentence, table or chart writes a percentage in another language’s way', async () => {
  for (const story of read_stories()) {
    const k = await load_core(story.language);
    ask(k, story);
    if (story.table) k.dispatch({ type: 'set', id: 'paste', value: story.table });
    for (const language of languages) {
      const { page } = k.dispatch({ type: 'set', id: 'language', value: language });
      const found = foreign[language].exec(JSON.stringify({ ...page, children: page.children?.map(without_inputs) }));
      assert.equal(found, null, `${language} ${story.name}: …${found?.input.slice(Math.max(0, found.index - 80), found.index + 20)}`);
    }
  }
});

/** What people typed stays as they typed it. @param {any} node @returns {any} */
function without_inputs({ value, placeholder, copy, ...node }) {
  return { ...node, children: node.children?.map(without_inputs) };
}

/** Elements of the text view whose content is wider than they are. @param {Page} page @returns {Promise<string[]>} */
function too_wide(page) {
  return page.evaluate(() => {
    const page_width = document.documentElement.clientWidth;
    const all = [...document.querySelectorAll('.text-view *')].filter(each => each instanceof HTMLElement && !each.closest('.table-scroll, .unseen, [hidden]') && !each.matches('textarea'));
    const wide = all.filter(each => each.scrollWidth > each.clientWidth && each.clientWidth > 0 && getComputedStyle(each).display !== 'inline');
    const out = all.filter(each => each.getBoundingClientRect().right > page_width + 0.5);
    return [...new Set([...wide, ...out])].map(each => `${each.closest('[data-node]')?.getAttribute('data-node')} ${each.localName}.${each.className} ${each.scrollWidth} > ${each.clientWidth}: ${each.textContent?.slice(0, 60)}`);
  });
}

/** @param {Page} page */
async function open_all(page) {
  const opened = await page.evaluate(() => {
    const closed = [...document.querySelectorAll('details')].filter(details => !details.open);
    for (const details of closed) details.open = true;
    return closed.length;
  });
  if (opened > 0) await settled(page);
}

test('UX-11 all words have room at 320 px', t =>
  with_page({ query: '?view=text', context: { viewport: { width: 320, height: 800 } } }, async page => {
    for (const language of languages) {
      await fill(page, 'language', language);
      await open_all(page);
      assert.deepEqual(await too_wide(page), [], `the example, ${language}`);
    }
    for (const story of read_stories()) {
      await t.test(story.name, async () => {
        await ask_in_text(page, story.language, entries_of(story.set));
        if (story.table) await fill(page, 'paste', story.table);
        for (const language of languages) {
          await control(page, 'language').selectOption(language);
          await answered(page);  // a chart is as wide as its place, in whatever language it was drawn last
          await open_all(page);
          assert.deepEqual(await too_wide(page), [], language);
        }
      });
    }
  }));

// What a designer looks at: rows that stand level, room that is used, print that can be read, words in every choice.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { choose } from './files.mjs';
import { control, fill, settled, use_browser } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kPhone = { viewport: { width: 360, height: 800 } };

/** @param {Page} page @param {string} sample */
async function open_sample(page, sample) {
  await control(page, `sample.${sample}`).press('Enter');
  await settled(page);
}

/** The upper edges of elements. @param {Page} page @param {string} selector */
const tops = (page, selector) => page.locator(selector).evaluateAll(all => all.map(each => Math.round(each.getBoundingClientRect().top)));

for (const lang of ['de', 'fi', 'en']) {
  test(`the page's own controls stand in one row on a phone, in ${lang}`, () =>
    with_page({ query: `?lang=${lang}&view=text`, context: kPhone }, async page => {
      assert.equal(new Set(await tops(page, '.header .control')).size, 1);
    }));
}

test('numbers of a card stand level, however long their labels are', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    const lifetime = '[data-node=lifetime_figures] .metric';
    const labels = await page.locator(`${lifetime} .label`).evaluateAll(all => all.map(each => {
      const words = document.createRange();
      words.selectNodeContents(each);
      return words.getBoundingClientRect().height;
    }));
    assert.ok(Math.max(...labels) > Math.min(...labels) + 10, 'one label has two lines');
    const heights = await page.locator(`${lifetime} .value`).evaluateAll(all => all.map(each => each.getBoundingClientRect().top));
    assert.ok(heights.length > 1 && Math.max(...heights) - Math.min(...heights) < 1, heights.join());
  }));

test('a number in a table is never broken, and whose row it is stays in sight on a phone', () =>
  with_page({ query: '?lang=de&view=text', context: kPhone }, async page => {
    await open_sample(page, 'subscriptions');
    await page.locator('[data-node=mrr] .card-fold > .control').press('Enter');
    await settled(page);
    const table = page.locator('[data-node="table_mrr.0"]');
    const lines = await table.locator('tbody th, td.numeric').evaluateAll(all =>
      all.filter(each => each.textContent).map(each => {
        const range = document.createRange();
        range.selectNodeContents(each);
        return new Set([...range.getClientRects()].map(rect => Math.round(rect.top))).size;
      }));
    assert.ok(lines.length > 100 && lines.every(count => count === 1));
    assert.ok(await table.evaluate(each => each.scrollWidth <= each.clientWidth + 1), 'without columns of zeros it fits');
    await table.evaluate(each => (each.style.width = '220px'));
    assert.ok(await table.evaluate(each => each.scrollWidth > each.clientWidth + 50));
    await table.evaluate(each => (each.scrollLeft = 200));
    const [left, edge] = await table.evaluate(each => [each.querySelector('tbody th'), each].map(one => one?.getBoundingClientRect().left ?? -1));
    assert.ok(Math.abs(left - edge) < 1, `${left} at ${edge}`);
  }));

test('a table of two columns is not as wide as its card', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    await open_sample(page, 'lists');
    const wide = await page.locator('[data-node=lists] table').first().evaluate(each => each.getBoundingClientRect().width);
    assert.ok(wide <= 520, `${wide}`);
  }));

test('a long report prints its tables in letters that can be read', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    await open_sample(page, 'subscriptions');
    await page.emulateMedia({ media: 'print' });
    const sizes = await page.evaluate(() => {
      const zoom = Number(getComputedStyle(/** @type {Element} */ (document.querySelector('.main'))).zoom);
      return [...document.querySelectorAll('.cards td')].map(each => parseFloat(getComputedStyle(each).fontSize) * zoom);
    });
    assert.ok(sizes.length > 100 && Math.min(...sizes) >= 8, `${Math.min(...sizes)} px`);
    const [chart, note] = await page.evaluate(() => ['chart_over_time', 'span'].map(id => document.querySelector(`[data-node=${id}]`)?.getBoundingClientRect()));
    assert.ok(chart && note && note.top < chart.bottom, 'its figures stand beside the chart');
  }));

test('a choice that is none has its words, and can be taken again', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    const rows = Array.from({ length: 40 }, (_, at) => `${1 + (at % 20)};${at % 3 ? 1 : 0};${at % 2 ? 'a' : 'b'};${at % 4 ? 'Nord' : 'Süd'}`);
    await choose(page, 'file', { name: 'dauer.csv', text: `Monate;Gekündigt;Gruppe;Region\n${rows.join('\n')}\n` });
    await page.waitForSelector('[data-node=segment]', { state: 'attached' });
    await settled(page);
    const chosen = () => control(page, 'segment').evaluate(each => (each instanceof HTMLSelectElement ? each.selectedOptions[0]?.textContent : null));
    assert.equal(await chosen(), 'gar nicht');
    await fill(page, 'segment', 'Region');
    assert.match((await page.locator('[data-node=table_groups]').textContent()) ?? '', /Nord.*Süd|Süd.*Nord/);
    await fill(page, 'segment', '');
    assert.equal(await chosen(), 'gar nicht');
    assert.equal(await page.locator('[data-node=table_groups]').count(), 0);
    assert.equal(await page.locator('.messages .message[data-level=warning]').count(), 0);
  }));

const kLongName = 'B2B-Software ab 5 Mio. USD ARR, Median (KBCM 2016)';

for (const width of [320, 768]) {
  test(`what is chosen in a select is shown whole at ${width} px, in both views`, () =>
    with_page({ query: '?lang=de&view=text', context: { viewport: { width, height: 800 } } }, async page => {
      const value = await control(page, 'benchmark').evaluate((each, name) => [.../** @type {HTMLSelectElement} */ (each).options].find(option => option.label === name)?.value, kLongName);
      assert.ok(value);
      await fill(page, 'benchmark', value);
      const shown = page.locator('[data-node=benchmark] .chosen');
      assert.equal(await shown.textContent(), kLongName);
      const [wide, room, height] = await shown.evaluate(each => [each.scrollWidth, each.clientWidth, each.clientHeight]);
      assert.ok(wide <= room, `${wide} in ${room}`);
      assert.ok(width > 320 ? height < 50 : height > 50, `${height} high`);
      const own = await control(page, 'benchmark').evaluate(each => each.getBoundingClientRect().height);
      assert.ok(own >= height, 'the select is under the whole of it');
    }));
}

test('two figures of a card stand side by side on a phone, and none is wider than its room', () =>
  with_page({ query: '?lang=de&view=text', context: kPhone }, async page => {
    await open_sample(page, 'subscriptions');
    await page.locator('[data-node=revenue] .card-fold > .control').press('Enter');
    await settled(page);
    const figures = await page.locator('[data-node=revenue_figures] .metric').evaluateAll(all => all.map(each => {
      const value = /** @type {Element} */ (each.querySelector('.value'));
      const { top, left } = each.getBoundingClientRect();
      return { top: Math.round(top), left: Math.round(left), fits: value.scrollWidth <= value.clientWidth };
    }));
    assert.equal(figures.length, 3, 'the others unfold');
    assert.ok(figures.every(({ fits }) => fits));
    assert.equal(figures[0].top, figures[1].top);
    assert.ok(figures[1].left > figures[0].left + 100);
  }));

test('a short table that is wider than a phone is stacked, and no id is broken', () =>
  with_page({ query: '?lang=de&view=text', context: kPhone }, async page => {
    await open_sample(page, 'subscriptions');
    await page.locator('[data-node=definitions] .card-fold > .control').press('Enter');
    await settled(page);
    const tables = await page.locator('[data-node=definitions] .table-scroll').evaluateAll(all => all.map(scroller => ({
      stacked: !!scroller.querySelector('table.stacked'),
      roles: [...new Set([...scroller.querySelectorAll('table, tr, td')].map(part => part.getAttribute('role')))],
      fits: scroller.scrollWidth <= scroller.clientWidth + 1,
      whole: [...scroller.querySelectorAll('.whole')].map(name => name.getClientRects().length),
    })));
    assert.ok(tables.some(({ stacked }) => stacked));
    for (const { stacked, roles, fits, whole } of tables) {
      if (stacked) assert.deepEqual([roles, fits], [['table', 'row', 'cell'], true]);
      assert.ok(whole.every(lines => lines === 1), String(whole));
    }
  }));

test('on a wide screen the controls of the page stand over its columns', () =>
  with_page({ query: '?lang=de&view=text', context: { viewport: { width: 1920, height: 900 } } }, async page => {
    const lefts = await page.evaluate(() => ['.masthead .title', '.form', '.furniture-item'].map(selector => Math.round(document.querySelector(selector)?.getBoundingClientRect().left ?? -1)));
    assert.deepEqual(lefts, [352, 352, 352]);
  }));

for (const width of [360, 768, 1280]) {
  test(`the page's own line stands under the canvas's columns at ${width} px`, () =>
    with_page({ query: '?lang=de', context: { viewport: { width, height: 900 } } }, async page => {
      const [form, own] = await page.evaluate(() => [Number(document.querySelector('[data-node=form]')?.getAttribute('data-place')?.split(' ')[0]), document.querySelector('.furniture-item')?.getBoundingClientRect().left]);
      assert.equal(own, form);
    }));
}

test('periods of a heat map are as wide as one another', () =>
  with_page({ query: '?lang=de&view=text' }, async page => {
    await open_sample(page, 'subscriptions');
    const widths = await page.locator('[data-node=table_cohorts] tbody tr:first-child td.shaded').evaluateAll(all => all.map(each => each.getBoundingClientRect().width));
    assert.equal(widths.length, 24);
    assert.ok(Math.max(...widths) - Math.min(...widths) < 2, widths.join());
  }));

test('under the canvas no bar of the browser shows how far a file is read', () =>
  with_page({ query: '?lang=de' }, async page => {
    const shown = await page.evaluate(() => {
      const bar = document.createElement('progress');
      document.querySelector('.text-view [data-node=form]')?.append(bar);
      return getComputedStyle(bar).display;
    });
    assert.equal(shown, 'none');
  }));

test('with forced colours the grid of a chart stays behind its data, and what nobody observed is hatched', () =>
  with_page({ query: '?lang=de&view=text', context: { forcedColors: 'active' } }, async page => {
    await open_sample(page, 'subscriptions');
    const opacity = await page.locator('.plot [stroke="var(--line)"]').first().evaluate(each => getComputedStyle(each).strokeOpacity);
    assert.equal(opacity, '0.25');
    const hatch = await page.locator('.unobserved').first().evaluate(each => getComputedStyle(each).backgroundImage);
    assert.match(hatch, /repeating-linear-gradient/);
  }));

test('no sign of a negative number is a hyphen', () =>
  with_page({ query: '?lang=en&view=text' }, async page => {
    await open_sample(page, 'subscriptions');
    const text = (await page.locator('[data-node=time], [data-node=mrr]').allTextContents()).join('\n');
    assert.match(text, /−\d/);
    assert.doesNotMatch(text, /(^|[\s(])-[\d€$]/m);
    const drawn = await page.locator('[data-node="chart_mrr.0"] .plot svg').innerHTML();
    assert.match(drawn, />−\d/);
  }));

// What is taken along: copied, saved, printed, drawn; by both views, in an embed that may only run scripts and download,
// and in the single file.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { boot_words } from '../../web/boot_words.mjs';
import { embed_settled, embeds, host_page, iframe, serve_host } from './embedding.mjs';
import { choose } from './files.mjs';
import { click_drawn, control, fill, metric, settled, url, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

const { with_page } = use_browser();
const kMark = '\ufeff';

/** Presses something that hands over a file: its name and content. @param {Page} page @param {() => Promise<unknown>} press */
async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** @param {Page} page */
const from_clipboard = page => page.evaluate(() => navigator.clipboard.readText());

/** @param {Page} page @param {string} text */
const copied = (page, text) => page.waitForFunction(text => document.querySelector('.notice')?.textContent === text, text);

const views = [
  { name: 'text view', query: '?lang=de&view=text', press: (/** @type {Page} */ page, /** @type {string} */ id) => control(page, id).click() },
  { name: 'canvas', query: '?lang=de', press: click_drawn },
];

for (const { name, query, press } of views) {
  test(`${name}: text, Markdown and link are copied; tables, report and charts are saved`, () =>
    with_page({ query }, async page => {
      await press(page, 'copy_text');
      await copied(page, boot_words('de', 'copied'));
      assert.match(await from_clipboard(page), /^Sie haben im Jahr 16,7\u00a0% .*\n[^]*\nAbwanderungsrate +16,67\u00a0% /);
      await press(page, 'copy_markdown');
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('# '));
      assert.match(await from_clipboard(page), /\n- Abwanderungsrate: \*\*16,67\u00a0%\*\*[^]*\n\| Dez 2025 \| 1\.511 \|/);
      await press(page, 'copy_link');
      await page.waitForFunction(async () => (await navigator.clipboard.readText()).startsWith('http'));
      assert.match(await from_clipboard(page), /^http[^#]+#v1;start=1500;lost=250;period=year$/);

      const csv = await downloaded(page, () => press(page, 'save_csv'));
      assert.equal(csv.name, 'kirnu.csv');
      assert.ok(csv.bytes.toString().startsWith(`${kMark}period;metric;value;`));
      assert.match(csv.bytes.toString(), /\r\nyear;customer_churn_rate;0,166666666667;250;1500;/);
      const json = await downloaded(page, () => press(page, 'save_json'));
      assert.equal(JSON.parse(json.bytes.toString()).metrics.customer_churn_rate.numerator, 250);

      const svg = await downloaded(page, () => press(page, 'chart_over_time.svg'));
      assert.equal(svg.name, 'chart_over_time.svg');
      assert.match(svg.bytes.toString(), /^<svg [^]*>Im Lauf der Zeit<\/text>[^]*>Kirnu<\/text><\/svg>\n$/);
      assert.doesNotMatch(svg.bytes.toString(), /var\(|href|<script|<style/);
      const png = await downloaded(page, () => press(page, 'chart_over_time.png'));
      assert.equal(png.name, 'chart_over_time.png');
      await assert_picture(page, png.bytes);
    }));
}

/** Twice as wide as the SVG, with the colours of paper, ink and data in it. @param {Page} page @param {Buffer} bytes */
async function assert_picture(page, bytes) {
  const seen = await page.evaluate(async base64 => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    const drawing = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    const colours = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = `${data[at]},${data[at + 1]},${data[at + 2]}`;
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    return { width: canvas.width, paper: colours.get('255,255,255'), data: colours.get('31,100,114'), ink: colours.get('29,27,24') };
  }, bytes.toString('base64'));
  assert.equal(seen.width, 1440);
  assert.ok(seen.paper > 100_000 && seen.data > 1000 && seen.ink > 100, JSON.stringify(seen));
}

test('tables follow the language, and cells that a spreadsheet would compute are made safe', () =>
  with_page({ query: '?lang=en&view=text' }, async page => {
    const english = await downloaded(page, () => control(page, 'save_csv').click());
    assert.match(english.bytes.toString(), /^\ufeffperiod,metric,value,[^]*\r\nyear,customer_churn_rate,0\.166666666667,250,1500,/);
    await choose(page, 'file', { name: '2024.csv', text: 'customer,value\n=1+1,5\n-5,-2.5\n+49,1\n@x,2\nzoe,3\n' }, { name: '2025.csv', text: 'customer,value\nzoe,3\n' });
    await page.waitForFunction(() => document.querySelector('[data-node=lost_customers]'));
    await settled(page);
    await fill(page, 'language', 'fi');
    const lost = await downloaded(page, () => control(page, 'lost_customers').click());
    assert.equal(lost.name, 'lost_customers.csv');
    const rows = lost.bytes.toString().slice(1).trim().split('\r\n');
    assert.equal(rows[0], 'lost_customer;value');
    assert.deepEqual(rows.slice(1).sort(), ["'+49;1", "'=1+1;5", "'@x;2", '-5;-2,5']);
    assert.equal(await page.locator('[data-node=copy_link]').count(), 0, 'a link would not bring the lists back');
  }));

test('on a phone the tools are folded, and unfold by a press in both views', () =>
  with_page({ query: '?lang=fi', context: { viewport: { width: 390, height: 800 } } }, async page => {
    const folder = page.locator('[data-node=take] .folder');
    const csv = control(page, 'save_csv');
    assert.equal(await folder.getAttribute('aria-expanded'), 'false');
    assert.equal(await csv.isVisible(), false);
    await click_drawn(page, 'take', 0.5, 0.5);
    assert.equal(await folder.getAttribute('aria-expanded'), 'true');
    assert.match((await downloaded(page, () => click_drawn(page, 'save_csv'))).bytes.toString(), /^\ufeffperiod;/);
    await page.keyboard.press('F2');
    await settled(page);
    assert.equal(await csv.isVisible(), true);
    await folder.press('Enter');
    await settled(page);
    assert.equal(await csv.isVisible(), false);
  }));

test('a frame with sandbox="allow-scripts allow-downloads" copies, saves and says that it may not print', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&view=text#v1;start=1000;lost=100', 'sandbox="allow-scripts allow-downloads"')) });
  await with_page({ at: host, troubled: true }, async page => {
    const [frame] = await embeds(page);
    await embed_settled(frame);
    const press = (/** @type {string} */ id) => frame.locator(`[data-node="${id}"] .control`).click();
    await press('copy_markdown');
    await frame.waitForFunction(() => document.querySelector('.notice')?.textContent === 'Kopiert.');
    assert.match(await from_clipboard(page), /^# Sie haben im Jahr 10\u00a0%/);
    assert.match((await downloaded(page, () => press('save_csv'))).bytes.toString(), /customer_churn_rate;0,1;100;1000/);
    assert.match((await downloaded(page, () => press('save_scenario'))).bytes.toString(), /"start":"1.000"/);
    await assert_is_png((await downloaded(page, () => press('chart_others.png'))).bytes);
    await press('print');
    await frame.waitForFunction(text => document.querySelector('.notice')?.textContent?.includes(text), boot_words('de', 'cannot_print'));
  });
  close();
});

test('a frame whose sandbox allows no downloads says so, and hands the text over by copying', async () => {
  const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de&view=text#v1;start=1000;lost=100', 'sandbox="allow-scripts"')) });
  await with_page({ at: host, troubled: true }, async page => {
    let downloads = 0;
    page.on('download', () => ++downloads);
    const [frame] = await embeds(page);
    await embed_settled(frame);
    await frame.locator('[data-node=save_csv] .control').click();
    const notice = frame.locator('.notice');
    await notice.getByText(boot_words('de', 'save_by_hand')).waitFor();
    await notice.getByRole('button', { name: boot_words('de', 'copy_it') }).click();
    await notice.getByText(boot_words('de', 'copied')).waitFor();
    assert.match(await from_clipboard(page), /customer_churn_rate;0,1;100;1000/);
    assert.equal(downloads, 0);
  });
  close();
});

test('where the page around an element lets no picture be drawn, PNG says so, and SVG is saved', async () => {
  const policy = `default-src 'none'; style-src 'unsafe-inline'; script-src ${url} 'wasm-unsafe-eval'; connect-src ${url}; worker-src blob:`;
  const element = `<churn-calculator lang="de" view="text" height="600"></churn-calculator><script src="${url}embed.js"></script>`;
  const { host, close } = await serve_host({ '/': host_page(element) }, { 'Content-Security-Policy': policy });
  await with_page({ at: host, troubled: true }, async page => {
    await page.waitForSelector('churn-calculator[data-kirnu=ready]');
    await control(page, 'chart_over_time.png').click();
    await page.locator('.notice').getByText(boot_words('de', 'picture_failed')).waitFor();
    const svg = await downloaded(page, () => control(page, 'chart_over_time.svg').click());
    assert.match(svg.bytes.toString(), /^<svg /);
  });
  close();
});

/** @param {Buffer} bytes */
function assert_is_png(bytes) {
  assert.equal(bytes.subarray(1, 4).toString(), 'PNG');
  assert.ok(bytes.length > 5000, `${bytes.length} bytes`);
}

test('the single file copies and saves from file://', () =>
  with_page({ at: `${pathToFileURL(fileURLToPath(new URL('../../build/site/kirnu-offline.html', import.meta.url)))}?lang=de&view=text` }, async page => {
    await settled(page);
    await control(page, 'copy_text').click();
    await copied(page, boot_words('de', 'copied'));
    assert.match((await downloaded(page, () => control(page, 'save_csv').click())).bytes.toString(), /customer_churn_rate;0,166666666667/);
    await assert_is_png((await downloaded(page, () => control(page, 'chart_over_time.png').click())).bytes);
  }));

describe('inputs are a file', () => {
  const saved = (/** @type {Page} */ page) => downloaded(page, () => control(page, 'save_scenario').click());

  test('saved in German, opened in English by drop: the same numbers, and the earlier ones come back', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await fill(page, 'start', '1.234');
      await fill(page, 'lost', '77');
      await fill(page, 'margin', '70,5 %');
      await fill(page, 'period', 'quarter');
      const { name, bytes } = await saved(page);
      assert.equal(name, 'kirnu-scenario.json');
      const before = await metric(page, 'customer_churn_rate');
      await with_page({ query: '?lang=en' }, async other => {
        await fill(other, 'start', '10');
        await choose(other, 'file', { name: 'anything.txt', text: bytes.toString() });
        await other.waitForFunction(() => /** @type {HTMLInputElement} */ (document.querySelector('[data-node=start] .control')).value === '1,234');
        await settled(other);
        assert.equal((await metric(other, 'customer_churn_rate')).value, before.value);
        assert.equal(await control(other, 'margin').inputValue(), '70.5%');
        assert.equal(await control(other, 'period').inputValue(), 'quarter');
        assert.equal(await other.locator('html').getAttribute('lang'), 'en');
        await other.getByRole('button', { name: boot_words('en', 'undo') }).first().click();
        await settled(other);
        assert.equal(await control(other, 'start').inputValue(), '10');
      });
    }));

  test('no rows are in it, and what is no scenario is refused in words', () =>
    with_page({ query: '?lang=de&view=text' }, async page => {
      await fill(page, 'paste', 'Monat\tBeginn\tVerloren\n2025-01\t1000\t10\n2025-02\t990\t30\n');
      assert.doesNotMatch((await saved(page)).bytes.toString(), /2025-01|990/);
      for (const text of ['{"kirnu":"scenario","v":2,"fields":{}}', '{"kirnu":"scenario", broken']) {
        await choose(page, 'file', { name: 'kirnu-scenario.json', text });
        await page.waitForFunction(() => document.querySelector('[data-node=messages]')?.textContent?.includes('Der gespeicherte Stand'));
        await settled(page);
        assert.equal((await metric(page, 'customers_lost')).value, 30, 'what was there stays');
        await fill(page, 'lost', '');
      }
    }));
});

test('UX-10 print is text with charts: every result and table, the day and what was asked, on at most three pages', () =>
  with_page({ query: '?lang=de' }, async page => {
    await fill(page, 'start', '1.600');
    await fill(page, 'paste', 'Monat\tBeginn\tNeu\tVerloren\tEnde\n2025-01\t1500\t24\t20\t1504\n2025-02\t1504\t21\t23\t1502\n2025-03\t1502\t26\t61\t1467\n');
    await fill(page, 'theme', 'dark');
    const shown = await page.evaluate(() => [...document.querySelectorAll('.answer .figure, .answer dl .note, .answer .chart td, .answer .chart th, .text.lead, .chart-summary')].map(each => each.textContent ?? ''));
    const folder = await mkdtemp(join(tmpdir(), 'kirnu-print-'));
    try {
      const file = join(folder, 'page.pdf');
      await writeFile(file, await page.pdf({ format: 'A4' }));
      const run = promisify(execFile);
      const text = (await run('pdftotext', ['-layout', file, '-'])).stdout.replace(/\s+/g, ' ');
      const words_only = text.replace(/\s/g, '');
      for (const each of shown) assert.ok(words_only.includes(each.replace(/\s/g, '')), `“${each}” is printed`);
      const day = new Intl.DateTimeFormat('de', { dateStyle: 'long' }).format(new Date());
      assert.ok(words_only.startsWith(`Kirnu·${day}`.replace(/\s/g, '')), text.slice(0, 80));
      assert.match(words_only, /ZeitraumMonat/);
      assert.match(words_only, /Jan.*Feb.*Mär/, 'the chart’s own words');
      assert.doesNotMatch(text, /So gerechnet|Alles löschen|Drucken/);
      const pages = Number(/Pages: +(\d+)/.exec((await run('pdfinfo', [file])).stdout)?.[1]);
      assert.ok(pages >= 1 && pages <= 3, `${pages} pages`);
      await run('pdftoppm', ['-r', '40', '-png', '-f', '1', '-l', '1', file, join(folder, 'page')]);
      await assert_has_ink(page, await readFile(join(folder, 'page-1.png')));
    } finally {
      await rm(folder, { recursive: true });
    }
    assert.equal(await page.evaluate(() => document.querySelectorAll('details[open]').length), 0, 'folds are as before');
  }));

/** What must stand on one page: each title with what follows it, and the words of each chart. @param {Page} page */
const kept_together = page => page.evaluate(() => {
  const unprinted = '[hidden], .stop, .table-title, .pictures, [data-node=what_if]:not(:has(.metric))';  // a slider does nothing on paper
  const seen = (/** @type {Element} */ each) => !each.closest(unprinted) && each.textContent?.trim();
  const words = [...document.querySelectorAll('.cards :is(.section-title, .chart-title, .section-text, .chart-summary, .plot text, th, td, .metric .label, .text)')].filter(seen);
  const titles = words.flatMap((each, at) => {
    const next = words[at + 1];
    return each.matches('.section-title, .chart-title') && next ? [[each.textContent ?? '', next.textContent ?? '']] : [];
  });
  const long = document.querySelectorAll('.wide_card').length > 5;  // its charts are drawn for paper
  const charts = [...document.querySelectorAll(long ? '.paper' : '.plot')].map(plot => [...plot.querySelectorAll('text')].map(text => text.textContent ?? ''));
  return { titles, charts: charts.filter(chart => chart.length > 0) };
});

for (const language of ['de', 'fi']) {
  test(`UX-10 every sample is printed on at most three pages, and nothing is torn, in ${language}`, () =>
    with_page({ query: `?lang=${language}` }, async page => {
      const folder = await mkdtemp(join(tmpdir(), 'kirnu-print-'));
      const run = promisify(execFile);
      try {
        for (const sample of ['history', 'lists', 'subscriptions', 'transactions', 'reasons', 'survival']) {
          await control(page, `sample.${sample}`).press('Enter');
          await settled(page);
          const { titles, charts } = await kept_together(page);
          assert.ok(titles.length > 0, sample);
          const file = join(folder, `${sample}.pdf`);
          await writeFile(file, await page.pdf({ format: 'A4' }));
          const { stdout } = await run('pdftotext', ['-raw', file, '-']);
          const pages = stdout.split('\f').map(text => text.replace(/\s/g, '')).filter(text => text);
          const on_one = (/** @type {string[]} */ parts) => pages.some(text => {
            const from = text.indexOf(parts[0].replace(/\s/g, ''));
            return from >= 0 && parts.every(part => text.indexOf(part.replace(/\s/g, ''), from) >= 0);
          });
          assert.ok(pages.length <= 3, `${sample} needs ${pages.length} pages`);
          for (const title of titles) assert.ok(on_one(title), `${sample}: ${title.join(' / ')}`);
          for (const chart of charts) assert.ok(pages.some(text => text.includes(chart.join('').replace(/\s/g, ''))), `${sample}: the chart of ${chart}`);
        }
      } finally {
        await rm(folder, { recursive: true });
      }
    }));
}

/** A printed page in light colours with the chart's line in it. @param {Page} page @param {Buffer} png */
async function assert_has_ink(page, png) {
  const seen = await page.evaluate(async base64 => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
    const drawing = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
    drawing.drawImage(image, 0, 0);
    const { data } = drawing.getImageData(0, 0, canvas.width, canvas.height);
    let light = 0;
    let teal = 0;
    for (let at = 0; at < data.length; at += 4) {
      if (data[at] > 240 && data[at + 1] > 240 && data[at + 2] > 240) ++light;
      if (data[at] < 110 && data[at + 2] - data[at] > 40) ++teal;
    }
    return { light: light / (data.length / 4), teal };
  }, png.toString('base64'));
  assert.ok(seen.light > 0.7 && seen.teal > 30, JSON.stringify(seen));
}

test('UX-10 the words of the drawn page are found', () =>
  with_page({ query: '?lang=de' }, async page => {
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).find('Abwanderungsrate')), true);
    assert.equal(await page.evaluate(() => /** @type {any} */ (window).find('Abwanderungsraten gibt es hier nicht')), false);
    assert.match(await words(page, 'verdict'), /16,7/);
  }));

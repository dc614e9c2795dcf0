// The gallery: pictures of every section of the page, by the samples that the page brings along.
// screenshots.mjs SITE OUT [--lang …] [--width …] [--theme …] [--view …] [--job …]
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch_chromium } from './chromium.mjs';
import { serve } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{job: string, section: string, look: string, file: string}} Picture */

const kTall = 4000;  // CSS pixels: a window that shows a section at once
const kBetween = 250;  // milliseconds until the canvas has drawn what was answered

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'de,fi,en' },
    width: { type: 'string', default: '360,768,1280' },
    theme: { type: 'string', default: 'light,dark' },
    view: { type: 'string', default: 'canvas,text' },
    job: { type: 'string', default: 'counts,history,lists,subscriptions,transactions,reasons,survival' },
  },
});
const [site, out] = positionals;
const list = (/** @type {string | undefined} */ text) => (text ?? '').split(',');

/** @param {Page} page */
async function settle(page) {
  await page.waitForTimeout(kBetween);
  await page.waitForSelector('html[data-kirnu=ready]', { state: 'attached' });
  await page.waitForTimeout(kBetween);
}

/** The sections of the page and where they are, whichever view shows them. @param {Page} page */
function sections(page) {
  return page.evaluate(() => {
    const stage = /** @type {Element} */ (document.querySelector('.stage'));
    const drawn = stage.getAttribute('data-show') === 'canvas';
    const edge = stage.getBoundingClientRect();
    const first = ['form', 'verdict', 'figures', 'question', 'import', 'messages'];
    const cards = [...document.querySelectorAll(':is(.card, .wide_card)[data-node]')].map(card => card.getAttribute('data-node') ?? '');
    return [...first, ...cards].flatMap(id => {
      const element = document.querySelector(`[data-node="${id}"]`);
      const place = element?.getAttribute('data-place')?.split(' ').map(Number);
      const seen = element?.getBoundingClientRect();
      if (!element || (drawn && !place)) return [];
      const [x, y, width, height] = drawn && place ? [edge.left + place[0], edge.top + place[1], place[2], place[3]] : [seen?.left ?? 0, seen?.top ?? 0, seen?.width ?? 0, seen?.height ?? 0];
      return width > 8 && height > 8 ? [{ id, x: x + scrollX, y: y + scrollY, width, height }] : [];
    });
  });
}

/** Opens what is folded on a phone, so that it is seen. @param {Page} page */
async function unfold(page) {
  const folds = page.locator('.card-fold > .control[aria-expanded="false"]');
  for (let left = await folds.count(); left > 0 && (await folds.first().isVisible()); --left) {
    await folds.first().press('Enter');
    await settle(page);
  }
}

/** @param {Page} page @param {string} job @param {string} look @returns {Promise<Picture[]>} */
async function take(page, job, look) {
  const pictures = [];
  const margin = 8;
  for (const { id, x, y, width, height } of await sections(page)) {
    const file = `${job}-${id}-${look}.png`.replace(/[^\w.-]/g, '_');
    const from = Math.max(0, y - 40);
    await page.evaluate(top => scrollTo({ top, behavior: 'instant' }), from);
    await page.waitForTimeout(80);
    const scrolled = await page.evaluate(() => scrollY);
    const clip = { x: Math.max(0, x - margin), y: y - scrolled - margin, width: width + 2 * margin, height: Math.min(height + 2 * margin, kTall - 80) };
    await page.screenshot({ path: `${out}/${file}`, clip: { ...clip, y: Math.max(0, clip.y) } });
    pictures.push({ job, section: id, look, file });
  }
  return pictures;
}

/** @param {Picture[]} pictures */
function gallery(pictures) {
  const groups = new Map();
  for (const picture of pictures) {
    const name = `${picture.job}: ${picture.section}`;
    groups.set(name, [...(groups.get(name) ?? []), picture]);
  }
  const figures = (/** @type {Picture[]} */ group) =>
    group.map(({ file, look }) => `<figure><img src="${file}" alt="" loading="lazy"><figcaption>${look}</figcaption></figure>`).join('\n');
  const body = [...groups].map(([name, group]) => `<h2>${name}</h2>\n<div>${figures(group)}</div>`).join('\n');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Kirnu: every section</title>
<style>body{font:14px/1.5 sans-serif;margin:24px;background:#888}div{display:flex;flex-wrap:wrap;gap:16px;align-items:start}
figure{margin:0;max-width:100%}img{max-width:100%;display:block}figcaption{color:#fff}</style>
<h1>Every section</h1>
${body}
</html>
`;
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const { url, server } = await serve(site, 0);
const browser = await launch_chromium();
/** @type {Picture[]} */
const pictures = [];
for (const language of list(values.lang)) for (const theme of list(values.theme)) for (const width of list(values.width)) {
  for (const view of list(values.view)) {
    const context = await browser.newContext({ viewport: { width: Number(width), height: kTall }, serviceWorkers: 'block' });
    const page = await context.newPage();
    await page.goto(`${url}?lang=${language}&theme=${theme}${view === 'text' ? '&view=text' : ''}`);
    await settle(page);
    for (const job of list(values.job)) {
      await page.locator(`[data-node="${job === 'counts' ? 'example' : `sample.${job}`}"] .control`).press('Enter');
      await settle(page);
      await unfold(page);
      pictures.push(...(await take(page, job, `${view} ${language} ${theme} ${width}`)));
    }
    await context.close();
    console.log(`${language} ${theme} ${width} ${view}: ${pictures.length} pictures so far`);
  }
}
writeFileSync(`${out}/index.html`, gallery(pictures));
await browser.close();
server.close();
server.closeAllConnections();
console.log(`${out}/index.html`);

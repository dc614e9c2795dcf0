// The gallery: pictures of every section of the page, and of the page as a whole, by the samples that the page brings
// along and in the states that pass or go wrong.
// screenshots.mjs SITE OUT [--lang …] [--width …] [--theme …] [--view …] [--job …]
// screenshots.mjs SITE --readme: the page as it opens, for the README
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { launch_chromium } from './chromium.mjs';
import { scenes } from './scenes.mjs';
import { serve } from './server.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{job: string, section: string, look: string, file: string}} Picture */
/** @typedef {{language: string, theme: string, width: number, view: string}} Look */

const kTall = 4000;  // CSS pixels: a window that shows a section at once
const kBetween = 250;  // milliseconds until the canvas has drawn what was answered
const kUsual = 'counts,history,lists,subscriptions,transactions,reasons,survival,cohorts,benchmark';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: 'string', default: 'de,fi,en' },
    width: { type: 'string', default: '360,768,1280' },
    theme: { type: 'string', default: 'light,dark' },
    view: { type: 'string', default: 'canvas,text' },
    job: { type: 'string', default: kUsual },
    readme: { type: 'boolean', default: false },
  },
});
const [site, out] = positionals;
const list = (/** @type {string | undefined} */ text) => (text ?? '').split(',');

/** @param {Page} page @param {boolean} [passing] */
async function settle(page, passing) {
  await page.waitForTimeout(kBetween);
  if (passing) return;
  await page.waitForSelector('html[data-kirnu=ready]', { state: 'attached' });
  await page.waitForTimeout(kBetween);
}

/** The sections of the page and where they are, whichever view shows them. @param {Page} page */
function sections(page) {
  return page.evaluate(() => {
    const stage = document.querySelector('.stage');
    if (!stage) return [];
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

/** @param {string} job @param {string} section @param {Look} look @returns {Picture} */
function picture_of(job, section, { view, language, theme, width }) {
  const said = `${view} ${language} ${theme} ${width}`;
  return { job, section, look: said, file: `${job}-${section}-${said}.png`.replace(/[^\w.-]/g, '_') };
}

/** The whole page, a window after another: a canvas draws no more than is seen. @param {Page} page @param {string} job @param {Look} look */
async function take_windows(page, job, look) {
  const pictures = [];
  const [whole, window] = await page.evaluate(() => [document.documentElement.scrollHeight, innerHeight]);
  for (let top = 0; top < whole; top += window) {
    const picture = picture_of(job, top ? `page ${top / window + 1}` : 'page', look);
    await page.evaluate(top => scrollTo({ top, behavior: 'instant' }), top);
    await page.waitForTimeout(80);
    await page.screenshot({ path: `${out}/${picture.file}` });
    pictures.push(picture);
  }
  return pictures;
}

/** @param {Page} page @param {string} job @param {Look} look @returns {Promise<Picture[]>} */
async function take(page, job, look) {
  const pictures = await take_windows(page, job, look);
  const margin = 8;
  for (const { id, x, y, width, height } of await sections(page)) {
    const picture = picture_of(job, id, look);
    const from = Math.max(0, y - 40);
    await page.evaluate(top => scrollTo({ top, behavior: 'instant' }), from);
    await page.waitForTimeout(80);
    const scrolled = await page.evaluate(() => scrollY);
    const clip = { x: Math.max(0, x - margin), y: y - scrolled - margin, width: width + 2 * margin, height: Math.min(height + 2 * margin, kTall - 80) };
    await page.screenshot({ path: `${out}/${picture.file}`, clip: { ...clip, y: Math.max(0, clip.y) } });
    pictures.push(picture);
  }
  return pictures;
}

/** The pages that a printer would make. @param {Page} page @param {string} job @param {Look} look @returns {Promise<Picture[]>} */
async function print(page, job, look) {
  const pdf = `${out}/print.pdf`;
  writeFileSync(pdf, await page.pdf({ format: 'A4', printBackground: false }));
  const name = picture_of(job, 'print', look).file.replace('.png', '');
  execFileSync('pdftoppm', ['-r', '110', '-png', pdf, `${out}/${name}`]);
  rmSync(pdf);
  return readdirSync(out).filter(file => file.startsWith(name)).map(file => ({ ...picture_of(job, 'print', look), file }));
}

/** Forced colours come with the reader's own theme. @param {string} theme */
const media = theme => (theme === 'forced' ? { forcedColors: /** @type {const} */ ('active') } : {});

/** @param {Look} look @param {string} job */
function address(look, job) {
  const query = [`lang=${look.language}`, ...(look.theme === 'forced' ? [] : [`theme=${look.theme}`]), ...(look.view === 'canvas' || look.view === 'embed' ? [] : ['view=text']), ...(scenes[job].query ? [scenes[job].query] : [])];
  return `${url}${look.view === 'embed' ? 'embed.html' : ''}?${query.join('&')}`;
}

/** One job in one look, on a page of its own. @param {Look} look @param {string} job @returns {Promise<Picture[]>} */
async function take_scene(look, job) {
  const { before, bring, passing } = scenes[job];
  const context = await browser.newContext({ viewport: { width: look.width, height: before ? 900 : kTall }, serviceWorkers: 'block', ...media(look.theme) });
  try {
    const page = await context.newPage();
    await before?.(page);
    await page.goto(address(look, job), { waitUntil: 'domcontentloaded' });
    await settle(page, before && passing);
    await bring?.(page);
    await settle(page, passing);
    if (look.view === 'print') return await print(page, job, look);
    if (!passing) await unfold(page);
    return await take(page, job, look);
  } finally {
    await context.close();
  }
}

/** The pictures that previews show, as they were built. @returns {Picture[]} */
function posters() {
  return readdirSync(`${site}/posters`).map(file => {
    copyFileSync(`${site}/posters/${file}`, `${out}/poster-${file}`);
    return { job: 'poster', section: file.split('-')[0], look: file, file: `poster-${file}` };
  });
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

async function take_readme() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  await page.goto(`${url}?lang=en&theme=light`);
  await settle(page);
  await page.screenshot({ path: 'docs/images/page-light.png' });
}

for (const job of list(values.job)) if (!scenes[job]) throw new Error(`there is no ${job}: ${Object.keys(scenes).join()}`);
const { url, server } = await serve(site, 0);
const browser = await launch_chromium();
if (values.readme) {
  await take_readme();
  await browser.close();
  process.exit();
}
rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
/** @type {Picture[]} */
const pictures = [];
const views = list(values.view);
if (views.includes('poster')) pictures.push(...posters());
for (const language of list(values.lang)) for (const theme of list(values.theme)) for (const width of list(values.width)) {
  for (const view of views.filter(each => each !== 'poster')) {
    for (const job of list(values.job)) pictures.push(...(await take_scene({ language, theme, width: Number(width), view }, job)));
    console.log(`${language} ${theme} ${width} ${view}: ${pictures.length} pictures so far`);
  }
}
writeFileSync(`${out}/index.html`, gallery(pictures));
await browser.close();
server.close();
server.closeAllConnections();
console.log(`${out}/index.html`);

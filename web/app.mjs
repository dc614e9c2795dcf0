// The site's page from first byte to ready: core and text view first, then fonts and canvas. While it starts, or where
// it cannot, the article in index.html is there.
//
// <html data-kirnu>: loading, then ready (busy while something is computed), or failed. Ready means that the text view
// answers and everything else has loaded or failed; no request is made after it except on a click.
import { is_link, read_address } from './address.mjs';
import { boot_words } from './boot_words.mjs';
import { element } from './dom.mjs';
import { fetch_bytes } from './gui.mjs';
import { Page } from './page.mjs';
import { places } from './places.mjs';

const kPatience = 10_000;  // milliseconds until a part that has not come is done without

const html = document.documentElement;
const asked = read_address(location, navigator.languages ?? [navigator.language]);

/** @template Value @param {Promise<Value>} promise @returns {Promise<Value>} */
function in_time(promise) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('took too long')), kPatience);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

function choose_article() {
  html.lang = asked.language;
  html.dataset.languageKnown = '';
  document.querySelector(`.fallback article[lang="${asked.language}"]`)?.setAttribute('data-chosen', '');
  if (asked.theme) html.dataset.theme = asked.theme;
}

/** @param {import('./boot_words.mjs').Sentence} sentence @param {() => void} retry */
function show_trouble(sentence, retry) {
  html.dataset.kirnu = 'failed';
  const button = element('button', 'button', boot_words(asked.language, 'retry'));
  button.type = 'button';
  button.addEventListener('click', retry);
  hide_trouble();
  const words = element('p', '', boot_words(asked.language, sentence));
  const trouble = element('div', 'trouble', words, button);
  trouble.setAttribute('role', 'alert');
  document.querySelector('.fallback')?.prepend(trouble);
}

function hide_trouble() {
  document.querySelector('.fallback .trouble')?.remove();
}

/** @returns {import('./kirnu.d.ts').Action[]} */
function first_actions() {
  /** @type {import('./kirnu.d.ts').Action[]} */
  const actions = [{ type: 'set', id: 'language', value: asked.language }];
  if (asked.theme) actions.push({ type: 'set', id: 'theme', value: asked.theme });
  if (is_link(location.hash)) actions.push({ type: 'link', fragment: location.hash });
  return actions;
}

/** The same bytes for HTML and canvas, fetched once. Without them both do with less. */
async function load_fonts() {
  const fonts = await Promise.all(
    places.fonts.map(async ({ weight, address }) => ({ weight, bytes: await in_time(fetch_bytes(address)) })),
  );
  for (const { weight, bytes } of fonts) {
    const face = new FontFace('Inter', bytes, { weight: String(weight) });
    document.fonts.add(await face.load());
  }
  return fonts;
}

let alive = false;
const page = new Page(/** @type {HTMLElement} */ (document.querySelector('.kirnu')), places, {
  as_text: asked.as_text,
  on_busy: busy => {
    if (alive) html.dataset.kirnu = busy ? 'busy' : 'ready';
  },
  on_failed: () => {
    alive = false;
    show_trouble('stopped', () => location.reload());
  },
});

async function boot() {
  html.dataset.kirnu = 'loading';
  hide_trouble();
  const slow = setTimeout(() => show_trouble('slow', boot), kPatience);
  const fonts = load_fonts().catch(() => []);
  try {
    await page.start(first_actions());
  } catch (error) {
    console.info(error);
    return show_trouble('cannot_start', boot);
  } finally {
    clearTimeout(slow);
  }
  html.dataset.kirnu = 'busy';
  page.set_fonts(await fonts);
  await in_time(page.start_canvas()).catch(() => {});
  addEventListener('hashchange', () => page.follow_link(location.hash));
  alive = true;
  html.dataset.kirnu = page.busy ? 'busy' : 'ready';
  /** @type {any} */ (globalThis).churnReady = true;
}

choose_article();
boot();

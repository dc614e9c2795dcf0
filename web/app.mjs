// The site's page, and the single-file edition: the article in index.html until the program is there.
import { first_actions, is_link, read_address } from './address.mjs';
import { element } from './dom.mjs';
import { close_webrtc } from './close_webrtc.mjs';
import { furnish } from './furniture.mjs';
import { remember, remembered } from './memory.mjs';
import { keep_offline } from './offline_copy.mjs';
import { Starter } from './starter.mjs';

const html = document.documentElement;
const asked = read_address(location, navigator.languages ?? [navigator.language]);

function choose_article() {
  html.lang = asked.language;
  html.dataset.languageKnown = '';
  document.querySelector(`.fallback article[lang="${asked.language}"]`)?.setAttribute('data-chosen', '');
  if (asked.theme) html.dataset.theme = asked.theme;
}

close_webrtc();
/** @type {any} */ (globalThis).churnReady = false;
choose_article();
let link = '';
const kept = remembered();
const starter = new Starter({
  host: html,
  root: /** @type {HTMLElement} */ (document.querySelector('.kirnu')),
  fallback: /** @type {HTMLElement} */ (document.querySelector('.fallback')),
  alone: true,
  thrifty: false,
  whole: false,
  as_text: asked.as_text,
  visits: parent === window,  // a frame's entries would be the page's around it
  first: first_actions(asked, is_link(location.hash) || !kept.params ? location.hash : `#${kept.params}`),
  on_shown: (_, now, touched) => {
    link = now;
    if (touched && remembered().asked) remember(link);
  },
  on_ready: () => (/** @type {any} */ (globalThis).churnReady = true),
  last: () => keep_offline(act => starter.page.say('new_version', {}, { words: 'load_it', act })),
});
const furniture = element('nav', 'furniture');
html.querySelector('body')?.append(furniture);
starter.run().then(() => {
  const ready_at = performance.now();
  furnish(furniture, { ready_at: () => ready_at, numbers: () => link });
  if (kept.unreadable) starter.page.say('memory_unreadable');
});

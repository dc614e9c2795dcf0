// An embed before it is started: words in the reader's language, and the program on a click or when somebody can see it.
// Inline in embed.html; all it loads is the program.
import { read_address } from './address.mjs';
import { program_address } from './trusted.mjs';

const html = document.documentElement;
const asked = read_address(location, navigator.languages ?? [navigator.language]);
html.lang = asked.language;
html.dataset.languageKnown = '';
if (asked.theme) html.dataset.theme = asked.theme;

const kPatience = 10_000;  // milliseconds until a program that has not come is said to be missing
const kHeight = 640;  // until the program knows better
let started = false;

function start() {
  if (started) return;
  started = true;
  html.dataset.kirnu = 'loading';
  const script = document.createElement('script');
  script.src = program_address(KIRNU_EMBED.name);
  script.integrity = KIRNU_EMBED.integrity;
  script.crossOrigin = 'anonymous';
  const late = setTimeout(() => tell_trouble(true), kPatience);
  script.onload = script.onerror = () => {
    clearTimeout(late);
    const runs = 'program' in html.dataset;  // an old browser may stop at the first lines
    tell_trouble(!runs);
    if (runs) return;
    started = false;
    html.dataset.kirnu = 'failed';
    script.remove();
  };
  document.head.append(script);
}

/** As soon as the browser has given up, the button tries again. @param {boolean} any */
function tell_trouble(any) {
  for (const trouble of document.querySelectorAll('.poster .missing')) /** @type {HTMLElement} */ (trouble).hidden = !any;
}

addEventListener('DOMContentLoaded', () => {
  document.querySelector(`.poster article[lang="${asked.language}"]`)?.setAttribute('data-chosen', '');
  document.querySelector('.poster')?.addEventListener('click', start);
  const sight = new IntersectionObserver(entries => {
    if (entries.some(entry => entry.isIntersecting)) start();
  });
  sight.observe(html);
  // WordPress shows a frame only after it has said how high it is.
  const secret = /#\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash)?.[1];
  if (secret) parent.postMessage({ message: 'height', value: asked.height || kHeight, secret }, '*');
});

// A page that knows how far away the embed is may start it a little earlier.
addEventListener('message', ({ source, data }) => {
  if (source === parent && data?.type === 'churn:start') start();
});

// embed.js: makes the frames of embeds as high as their content, starts them shortly before they come into sight, and loads
// the custom element where one is used. It reads nothing of the page. Nothing that can be seen is moved: a height changes
// while the reader works in the frame, with its width, while its lower edge is out of sight, or where nothing stands below.
import { program_address } from './trusted.mjs';

const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
const base = new URL('.', src).href;
const kLeast = 160;
const kMost = 4000;
/** Frames that were met; a height of 0 is not known yet. @type {WeakMap<HTMLIFrameElement, {height: number, width: number}>} */
const known = new WeakMap();

const frames = () => [...document.querySelectorAll('iframe')].filter(frame => frame.src.startsWith(base));

/** @param {HTMLIFrameElement} frame @param {object} message */
const tell = (frame, message) => frame.contentWindow?.postMessage({ v: 1, ...message }, '*');

/** Whether all that can be seen below a frame is what holds it. @param {DOMRect} place @param {HTMLIFrameElement} frame */
function ends_the_page({ left, width, bottom }, frame) {
  for (let y = bottom + 2; y < innerHeight; y += 8) {
    for (const part of [0.1, 0.5, 0.9]) {
      const there = document.elementFromPoint(left + part * width, y);
      if (there && !there.contains(frame)) return false;
    }
  }
  return true;
}

/** @param {HTMLIFrameElement} frame */
function fit(frame) {
  const wanted = known.get(frame);
  if (!wanted?.height) return;
  const place = frame.getBoundingClientRect();
  const { bottom, width, height } = place;
  if (Math.abs(height - wanted.height) >= 2) {
    const free = document.activeElement === frame || width !== wanted.width || bottom > innerHeight || bottom < 0;
    if (!free && !ends_the_page(place, frame)) return;
    frame.style.height = `${wanted.height}px`;
  }
  wanted.width = width;
  tell(frame, { type: 'churn:fit', height: wanted.height });
}

addEventListener('message', ({ source, origin, data }) => {
  const frame = frames().find(each => each.contentWindow === source);
  if (!frame || (origin !== 'null' && !base.startsWith(`${origin}/`)) || data?.type !== 'churn:height' || !(data.height > 0)) return;
  const met = known.get(frame);
  if (!met) return;  // its height is asked for as soon as it is
  met.width ||= frame.getBoundingClientRect().width;
  met.height = Math.min(kMost, Math.max(kLeast, data.height));
  fit(frame);
});
const fit_all = () => frames().forEach(fit);
addEventListener('scroll', fit_all);
addEventListener('blur', () => setTimeout(fit_all));  // the reader went into a frame

const near = new IntersectionObserver(
  entries => {
    for (const { isIntersecting, target } of entries) {
      const frame = /** @type {HTMLIFrameElement} */ (target);
      if (!isIntersecting) continue;
      near.unobserve(frame);
      const start = () => tell(frame, { type: 'churn:start' });
      start();
      frame.addEventListener('load', start);
    }
  },
  { rootMargin: '100% 0%' },
);
let element_wanted = true;

/** Takes care of what is on the page by now. */
function look() {
  for (const frame of frames()) {
    if (known.has(frame)) continue;
    known.set(frame, { width: 0, height: 0 });
    near.observe(frame);
    tell(frame, { type: 'churn:ping' });
  }
  if (!element_wanted || !document.querySelector('churn-calculator')) return;
  element_wanted = false;
  const script = document.createElement('script');
  script.src = program_address(base + KIRNU_ELEMENT.name);
  script.integrity = KIRNU_ELEMENT.integrity;
  script.crossOrigin = '';
  document.head.append(script);
}

look();
new MutationObserver(look).observe(document, { childList: true, subtree: true });

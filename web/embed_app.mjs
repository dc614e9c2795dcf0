// The program behind embed.html, from the moment it is wanted.
import { first_actions, read_address } from './address.mjs';
import { close_webrtc } from './close_webrtc.mjs';
import { Frame } from './frame.mjs';
import { Starter } from './starter.mjs';

close_webrtc();
const html = document.documentElement;
const asked = read_address(location, navigator.languages ?? [navigator.language]);
const root = /** @type {HTMLElement} */ (document.querySelector('.kirnu'));

if (asked.height) root.style.minHeight = `${asked.height}px`;
const style = new CSSStyleSheet();
style.replaceSync(KIRNU_STYLE);
document.adoptedStyleSheets = [style];

const frame = new Frame({
  root,
  emits: new URLSearchParams(location.search).get('emit') === '1',
  secret: /#\?secret=([A-Za-z0-9]{1,64})$/.exec(location.hash)?.[1] ?? '',
  set: fragment => starter.page.set_numbers(fragment),
});
const starter = new Starter({
  host: html,
  root,
  fallback: /** @type {HTMLElement} */ (document.querySelector('.poster')),
  alone: true,
  thrifty: parent !== window,
  whole: true,
  as_text: asked.as_text,
  first: first_actions(asked, location.hash),
  on_shown: (view, link) => frame.result(view, link),
  on_ready: () => {
    addEventListener('hashchange', () => starter.page.follow_link(location.hash));
    frame.ready();
  },
});
html.dataset.program = 'runs';  // the poster waits for that
starter.run();

// OFF-06: the ways in which a page can send something are closed, or not used.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { lint, lint_site } from '../../scripts/site/lint.mjs';
import { settled, url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

const { with_page } = use_browser();

/** Somebody who would like to hear from the page. */
async function listen() {
  /** @type {string[]} */
  const heard = [];
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    const type = request.url === '/page' ? 'text/html' : 'text/javascript';
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Content-Type': type }).end('');
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(0)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { heard, address: `http://127.0.0.1:${port}/`, close: () => (server.closeAllConnections(), server.close()) };
}

/** Ways that a policy can close; each is tried in the page as a script of the page would. */
const kWays = {
  fetch: 'fetch(to)',
  'fetch no-cors': "fetch(to, { mode: 'no-cors', method: 'POST', body: 'x' })",
  XMLHttpRequest: "{ const request = new XMLHttpRequest(); request.open('GET', to); request.send(); }",
  beacon: "navigator.sendBeacon(to, 'x')",
  EventSource: 'new EventSource(to)',
  WebSocket: "new WebSocket(to.replace('http', 'ws'))",
  image: 'new Image().src = to',
  style: "add('link', { rel: 'stylesheet', href: to })",
  font: "new FontFace('x', `url(${to})`).load()",
  prefetch: "add('link', { rel: 'prefetch', href: to })",
  preload: "add('link', { rel: 'preload', as: 'script', href: to })",
  modulepreload: "add('link', { rel: 'modulepreload', href: to })",
  icon: "add('link', { rel: 'icon', href: to })",
  manifest: "add('link', { rel: 'manifest', href: to })",
  script: "add('script', { src: to })",
  form: "{ const form = add('form', { action: to, method: 'post', target: add('iframe', { name: 'there' }).name }); form.submit(); }",
  iframe: "add('iframe', { src: to })",
  object: "add('object', { data: to })",
  embed: "add('embed', { src: to })",
  media: "add('video', { src: to, autoplay: true, muted: true })",
  'worker that fetches': "new Worker(URL.createObjectURL(new Blob([`fetch('${to}')`], { type: 'text/javascript' })))",
  'worker that imports': "new Worker(URL.createObjectURL(new Blob([`importScripts('${to}')`], { type: 'text/javascript' })))",
  'image in CSS': "document.body.style.backgroundImage = `url(${to})`",
};

/** Tries every way in the page, from the debugger, which no policy stops. @param {import('playwright-core').Page} page @param {string} address */
async function try_all(page, address) {
  for (const [name, way] of Object.entries(kWays)) {
    const to = JSON.stringify(`${address}${encodeURIComponent(name)}`);
    const tried = way.startsWith('{') ? `(() => ${way})()` : way;
    await page.evaluate(`(async () => {
      const to = ${to};
      const add = (tag, properties) => document.body.appendChild(Object.assign(document.createElement(tag), properties));
      try {
        await Promise.race([${tried}, new Promise(resolve => setTimeout(resolve, 100))]);
      } catch {
        // refused at once
      }
    })()`);
  }
  await page.waitForTimeout(700);
}

describe('OFF-06 what is tried', () => {
  for (const page_name of ['', 'embed.html', 'kirnu-offline.html']) {
    test(page_name || 'index.html', async () => {
      const listener = await listen();
      const at = page_name === 'kirnu-offline.html' ? `file://${built_site}/${page_name}` : `${url}${page_name}?lang=de`;
      await with_page({ at, troubled: true }, async page => {
        await settled(page);
        await try_all(page, listener.address);
        assert.deepEqual(listener.heard, []);
        if (page_name === '') assert.equal(await page.evaluate(() => 'RTCPeerConnection' in globalThis), false);
      });
      listener.close();
    });
  }

  test('the same ways do reach the listener from a page without a policy', async t => {
    const listener = await listen();
    await with_page({ at: `${listener.address}page`, troubled: true }, async page => {
      listener.heard.length = 0;
      await try_all(page, listener.address);
      const reached = new Set(listener.heard.map(path => decodeURIComponent(path.slice(1))).filter(name => name in kWays));
      t.diagnostic(`did not arrive: ${Object.keys(kWays).filter(name => !reached.has(name)).join(', ')}`);
      assert.ok(reached.size >= 18, `${reached.size} of ${Object.keys(kWays).length}`);
    });
    listener.close();
  });
});

describe('OFF-06 what is not used', () => {
  test('the built scripts use nothing beyond what is known', () => assert.deepEqual(lint_site(built_site), []));

  for (const text of ['new RTCPeerConnection()', 'window.open("x")', 'navigator.sendBeacon(a)', 'new WebSocket(a)', 'new EventSource(a)', 'new XMLHttpRequest', 'location.href="x"', 'location=x', 'eval("1")', 'a.innerHTML=b', 'indexedDB.open("x")']) {
    test(`${text} is found`, () => assert.equal(lint(text).length, 1));
  }

  test('links carry no data and no referrer', () =>
    with_page({}, async page => {
      const links = await page.locator('a[href]').evaluateAll(all => all.map(each => [each.getAttribute('href'), each.getAttribute('rel')]));
      assert.ok(links.length >= 2);
      for (const [href, rel] of links) {
        assert.doesNotMatch(href ?? '', /[?#]|^http/);
        assert.equal(rel, 'noreferrer');
      }
    }));
});

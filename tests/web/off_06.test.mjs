// OFF-06: the ways in which a page can send something are closed, or not used.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { describe, test } from 'node:test';
import { lint, lint_site } from '../../scripts/site/lint.mjs';
import { embed_settled, embeds, host_page, iframe, serve_host } from './embedding.mjs';
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
  server.unref();  // a test that fails does not close it, and is to end all the same
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
  ping: "add('a', { href: '#', ping: to }).click()",
  'worker that fetches': "new Worker(URL.createObjectURL(new Blob([`fetch('${to}')`], { type: 'text/javascript' })))",
  'worker that imports': "new Worker(URL.createObjectURL(new Blob([`importScripts('${to}')`], { type: 'text/javascript' })))",
  'image in CSS': "document.body.style.backgroundImage = `url(${to})`",
};

/** What may be done only by a name that the page's programs do not use (lint below); here it is looked for in the page.
 * @param {import('playwright-core').Page | import('playwright-core').Frame} page */
const has_webrtc = page => page.evaluate(() => ['RTCPeerConnection', 'webkitRTCPeerConnection'].some(name => name in globalThis));

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
  // In the page's own worker, which trusted types let be.
  for (const [at, way] of ["fetch(to).catch(() => {})", "importScripts(to)", "new WebSocket(to.replace('http', 'ws'))", "{ const request = new XMLHttpRequest(); request.open('GET', to); request.send(); }"].entries()) {
    for (const worker of page.workers()) await worker.evaluate(`(() => { const to = '${address}core${at}'; try { ${way} } catch {} })()`);
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
        assert.equal(await has_webrtc(page), false);
      });
      listener.close();
    });
  }

  test('an embed in its sandbox opens no window and sends the page around it nowhere', async () => {
    const listener = await listen();
    const { host, close } = await serve_host({ '/': host_page(iframe('?lang=de')) });
    await with_page({ at: host, troubled: true }, async page => {
      const [frame] = await embeds(page);
      await embed_settled(frame);
      for (const way of ["window.open(to)", "top.location = to", "parent.location.replace(to)", "Object.assign(document.createElement('a'), { href: to, target: '_blank' }).click()", "Object.assign(document.createElement('a'), { href: to, target: '_top' }).click()"]) {
        await frame.evaluate(`(() => { const to = '${listener.address}out'; try { ${way} } catch {} })()`);
      }
      await page.waitForTimeout(700);
      assert.deepEqual(listener.heard, []);
      assert.equal(page.context().pages().length, 1);
      assert.equal(new URL(page.url()).origin, host);
      assert.equal(await has_webrtc(frame), false);
    });
    close();
    listener.close();
  });

  test('the same ways do reach the listener from a page without a policy', async t => {
    const listener = await listen();
    await with_page({ at: `${listener.address}page`, troubled: true }, async page => {
      listener.heard.length = 0;
      await try_all(page, listener.address);
      const reached = new Set(listener.heard.map(path => decodeURIComponent(path.slice(1))).filter(name => name in kWays));
      const missing = Object.keys(kWays).filter(name => !reached.has(name));
      t.diagnostic(`did not arrive: ${missing.join(', ')}`);
      // Without a window nobody asks for these.
      assert.deepEqual(missing.filter(name => !['icon', 'manifest'].includes(name)), []);
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

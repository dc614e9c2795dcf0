// EMB-10: odd servers and mixed caches.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { boot_words } from '../../web/boot_words.mjs';
import { metric, settled, url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** @param {import('playwright-core').APIResponse} response @param {Buffer} body @param {Record<string, string>} [more] headers */
const answer = (response, body, more) => ({ status: response.status(), headers: { ...response.headers(), ...more, 'content-length': String(body.length) }, body });

/** How hosts serve what is not HTML: with types that are not wasm's, and packed or not. */
const kHosts = {
  'application/octet-stream': (/** @type {Buffer} */ body) => ({ body, headers: { 'content-type': 'application/octet-stream' } }),
  'text/plain': (/** @type {Buffer} */ body) => ({ body, headers: { 'content-type': 'text/plain' } }),
  'no type': (/** @type {Buffer} */ body) => ({ body, headers: { 'content-type': '' } }),
  'packed with gzip': (/** @type {Buffer} */ body) => ({ body: gzipSync(body), headers: { 'content-encoding': 'gzip' } }),
  'packed with brotli': (/** @type {Buffer} */ body) => ({ body: brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 3 } }), headers: { 'content-encoding': 'br' } }),
};

/** A server of its own for each: what a browser unpacks must come over the wire. @param {keyof typeof kHosts} kind */
async function serve_as(kind) {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://site').pathname.slice(1) || 'index.html';
    if (!existsSync(join(built_site, path))) return void response.writeHead(404).end();
    const whole = readFileSync(join(built_site, path));
    const { body, headers } = /\.wasm$/.test(path) ? kHosts[kind](whole) : { body: whole, headers: { 'content-type': /\.html$/.test(path) ? 'text/html' : /\.css$/.test(path) ? 'text/css' : /\.js$/.test(path) ? 'text/javascript' : 'application/octet-stream' } };
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', ...headers }).end(body);
  });
  server.unref();
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(0)));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { at: `http://127.0.0.1:${port}/`, close: () => (server.closeAllConnections(), server.close()) };
}

describe('EMB-10 whatever type and packing the host gives wasm', () => {
  for (const kind of /** @type {(keyof typeof kHosts)[]} */ (Object.keys(kHosts))) {
    for (const path of ['', 'embed.html']) {
      test(`${kind}: ${path || 'index.html'}`, async () => {
        const { at, close } = await serve_as(kind);
        await with_page({ at: `${at}${path}?lang=de`, context: { serviceWorkers: 'block' } }, async page => {
          await settled(page);
          assert.equal((await metric(page, 'customers_lost')).value, 250);
          assert.equal(await page.locator('.stage').getAttribute('data-show'), 'canvas');
        });
        close();
      });
    }
  }
});

describe('EMB-10 a core of another version', () => {
  /** A cache answers with something else so many times. @param {Page} page @param {number} times
   * @param {(body: Buffer) => Buffer} [change] */
  async function with_old_core(page, times, change = body => (body.writeUInt8(body[body.length - 1] ^ 1, body.length - 1), body)) {
    const asked = { times: 0 };
    await page.route('**/kirnu-core-*.wasm', async route => {
      if (route.request().method() === 'HEAD') return route.continue();
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill(answer(response, asked.times++ < times ? change(body) : body));
    });
    return asked;
  }

  /** A program for drawing that is as good, but another one. @param {Page} page */
  async function with_earlier_gui(page) {
    await page.route('**/kirnu-gui-*.wasm', async route => {
      if (route.request().method() === 'HEAD') return route.continue();
      const response = await route.fetch();
      const body = await response.body();
      await route.fulfill(answer(response, Buffer.concat([body, Buffer.from([0, 2, 1, 120])])));  // a section of its own: valid, and another
    });
  }

  test('a valid program that is not this build\'s is not run: the page is shown as text', () =>
    with_page({ troubled: true, prepare: with_earlier_gui }, async page => {
      assert.equal(await page.locator('.stage').getAttribute('data-show'), 'text');
      assert.equal((await metric(page, 'customers_lost')).value, 250);
    }));

  for (const [name, change] of Object.entries({
    'the page of a host that answers everything': () => Buffer.from('<!doctype html><title>Welcome</title>'),
    'half of it': (/** @type {Buffer} */ body) => body.subarray(0, body.length / 2),
  })) {
    test(`${name}, in an embed: a sentence and a way on`, () =>
      with_page({ at: `${url}embed.html?lang=de`, troubled: true, prepare: page => with_old_core(page, 2, change) }, async page => {
        const trouble = page.getByRole('alert');
        await trouble.waitFor();
        assert.equal(await trouble.locator('p').textContent(), boot_words('de', 'mixed'));
        await trouble.getByRole('button').click();
        await settled(page);
        assert.equal((await metric(page, 'customers_lost')).value, 250);
      }));
  }

  test('from a cache once: it is loaded again, and works', () => {
    /** @type {{times: number}} */
    let asked;
    return with_page({ troubled: true, prepare: async page => (asked = await with_old_core(page, 1)) }, async page => {
      assert.equal((await metric(page, 'customers_lost')).value, 250);
      assert.equal(asked.times, 2);
    });
  });

  test('always: it is loaded once more, and then there is a sentence and a way on', () => {
    /** @type {{times: number}} */
    let asked;
    return with_page({ ready: false, troubled: true, prepare: async page => (asked = await with_old_core(page, 2)) }, async page => {
      const trouble = page.getByRole('alert');
      await trouble.waitFor();
      assert.equal(await trouble.locator('p').textContent(), boot_words('de', 'mixed'));
      assert.equal(asked.times, 2, 'loaded twice and no more');
      assert.equal(await page.locator('article[lang=de] .formula').first().isVisible(), true);
      await trouble.getByRole('button').click();
      await settled(page);
      assert.equal((await metric(page, 'customers_lost')).value, 250);
    });
  });
});

// A page of somebody else, with embeds: served from another origin than Kirnu, so that all that separates them is there.
import { createServer } from 'node:http';
import { url } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').Frame} Frame */

export const sandbox = 'allow-scripts allow-downloads';

/** An iframe as an author pastes it. @param {string} address of embed.html on: query and fragment @param {string} [more] attributes */
export function iframe(address, more = `sandbox="${sandbox}"`) {
  return `<iframe src="${url}embed.html${address.replace(/&/g, '&amp;')}" title="Churn-Rechner" width="100%" height="640" style="border:0" ${more}></iframe>`;
}

/** Serves pages by path on "localhost", which is another origin than 127.0.0.1.
 * @param {Record<string, string | ((request: import('node:http').IncomingMessage) => string)>} pages
 * @param {Record<string, string>} [headers] of the page "/" */
export async function serve_host(pages, headers = {}) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[pathname];
    response.writeHead(page === undefined ? 404 : 200, { 'Content-Type': 'text/html; charset=utf-8', ...(pathname === '/' ? headers : {}) });
    response.end(typeof page === 'function' ? page(request) : (page ?? ''));
  });
  await new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(0)));
  server.unref();
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return { host: `http://localhost:${port}`, close: () => (server.closeAllConnections(), server.close()) };
}

/** A host page around this. @param {string} body @param {string} [head] */
export function host_page(body, head = '') {
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><title>Blog</title><link rel="icon" href="data:,">${head}</head><body>${body}</body></html>`;
}

/** The frames of a page that show Kirnu, in the order of the page. @param {Page} page @returns {Promise<Frame[]>} */
export async function embeds(page) {
  const found = [];
  for (const handle of await page.locator('iframe').elementHandles()) {
    const frame = await handle.contentFrame();
    if (frame) found.push(frame);
  }
  return found;
}

/** Waits until an embed has answered. @param {Frame} frame */
export async function embed_settled(frame) {
  await frame.waitForSelector('html:is([data-kirnu=ready], [data-kirnu=failed])', { state: 'attached' });
  await frame.waitForFunction(
    () =>
      new Promise(resolve => {
        // What was just done may still be on its way as an event.
        setTimeout(() => resolve(document.documentElement.dataset.kirnu !== 'busy'), 30);
      }),
  );
}

/** A metric's number in an embed. @param {Frame} frame @param {string} id */
export async function embed_value(frame, id) {
  await embed_settled(frame);
  return frame.locator(`[data-node="${id}"]`).evaluate(shown => (shown.hasAttribute('data-value') ? Number(shown.getAttribute('data-value')) : null));
}

/** Writes into a field of an embed. @param {Frame} frame @param {string} id @param {string} text */
export async function embed_fill(frame, id, text) {
  await frame.locator(`[data-node="${id}"] .control`).first().fill(text);
  await embed_settled(frame);
}

/** Collects every message that arrives at the page, from its start. @param {Page} page */
export function record_messages(page) {
  return page.addInitScript(() => {
    /** @type {any} */ (globalThis).heard = [];
    addEventListener('message', ({ data, origin }) => /** @type {any} */ (globalThis).heard.push({ data, origin }));
  });
}

/** What was heard of one type. @param {Page} page @param {string} type @returns {Promise<any[]>} */
export function heard(page, type) {
  return page.evaluate(type => /** @type {any} */ (globalThis).heard.filter(({ data }) => data?.type === type).map(({ data }) => data), type);
}

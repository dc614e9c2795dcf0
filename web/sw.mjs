// The service worker: one cache a version, filled as a whole or not at all, each file compared with the hash it was built
// with. A page never gets files of two versions; a new version takes over only when the reader asks for it.

/** @typedef {{path: string, integrity: string, bytes: number}} KeptFile */
/** @typedef {{waitUntil: (promise: Promise<unknown>) => void, respondWith: (response: Promise<Response>) => void, request: Request, data: any}} WorkerEvent */
/** @type {{registration: {scope: string}, skipWaiting: () => void, addEventListener: (type: string, listener: (event: WorkerEvent) => void) => void}} */
const worker = /** @type {any} */ (globalThis);

const { version, files } = KIRNU_KEPT;
const { scope } = worker.registration;
// Other copies of Kirnu may lie on the same origin.
const ours = `kirnu ${scope} `;
const name = ours + version;
const addresses = new Set(files.map(({ path }) => new URL(path, scope).href));

/** @param {Cache} cache @param {KeptFile} file */
async function keep(cache, { path, integrity, bytes }) {
  const address = new URL(path, scope).href;
  // What carries a hash in its name may come from the browser's cache: the hash is checked either way.
  const response = await fetch(address, { integrity, cache: /-[0-9a-f]{12}\./.test(path) ? 'default' : 'no-cache', credentials: 'omit' });
  const body = await response.clone().arrayBuffer();
  if (!response.ok || response.redirected || body.byteLength !== bytes) throw new Error(`${address} is not what was built`);
  const is_page = (response.headers.get('content-type') ?? '').startsWith('text/html');
  if (is_page !== (path === './' || path.endsWith('.html'))) throw new Error(`${address} is of another type`);
  await cache.put(address, response);
}

async function install() {
  const cache = await caches.open(name);
  try {
    await Promise.all(files.map(file => keep(cache, file)));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
}

async function forget_others() {
  const others = (await caches.keys()).filter(each => each.startsWith(ours) && each !== name);
  await Promise.all(others.map(each => caches.delete(each)));
}

/** @param {Request} request @param {string} address */
async function answer(request, address) {
  const cache = await caches.open(name);
  return (await cache.match(address)) ?? fetch(request);
}

worker.addEventListener('install', event => event.waitUntil(install()));
worker.addEventListener('activate', event => event.waitUntil(forget_others()));
worker.addEventListener('message', event => event.data === 'kirnu:update' && worker.skipWaiting());
worker.addEventListener('fetch', event => {
  const address = event.request.url.split(/[?#]/)[0].replace(/\/index\.html$/, '/');
  if (event.request.method === 'GET' && addresses.has(address)) event.respondWith(answer(event.request, address));
});

// server.mjs FOLDER [PORT]: serves a folder on this machine only. Without PORT: 8080, or the next free one.
import { createServer } from 'node:http';
import { createReadStream, realpathSync, statSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const kFirstPort = 8080;
const kTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/**
 * The file that a request path names, or null when it names none inside the folder.
 * @param {string} root real path @param {string} path
 */
function findFile(root, path) {
  try {
    let file = realpathSync(join(root, decodeURIComponent(path)));
    if (statSync(file).isDirectory()) file = realpathSync(join(file, 'index.html'));
    return file.startsWith(root + sep) ? file : null;
  } catch {
    return null;
  }
}

/**
 * Serves `folder` as a static host does that sets no headers of its own but for CORS.
 * @param {string} folder
 * @param {number} [port] 0: any free one; left out: 8080 or the next free one
 * @returns {Promise<{url: string, server: import('node:http').Server}>}
 */
export function serve(folder, port) {
  const root = realpathSync(folder);
  const server = createServer((request, response) => {
    const file = findFile(root, new URL((request.url ?? '/').replace(/^\/+/, '/'), 'http://localhost').pathname);
    if (!file || !['GET', 'HEAD'].includes(request.method ?? '')) {
      response.writeHead(file ? 405 : 404, { 'Content-Type': 'text/plain' }).end(file ? 'Only GET' : 'Not found');
      return;
    }
    response.writeHead(200, {
      'Access-Control-Allow-Origin': '*',
      'Cache-Control': 'no-store',
      'Content-Length': statSync(file).size,
      'Content-Type': kTypes[/** @type {keyof typeof kTypes} */ (extname(file))] ?? 'application/octet-stream',
    });
    if (request.method === 'HEAD') response.end();
    else createReadStream(file).on('error', () => response.destroy()).pipe(response);
  });
  return new Promise((resolve, reject) => {
    let next = port ?? kFirstPort;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && port === undefined && next < 65535) server.listen(++next, '127.0.0.1');
      else reject(error);
    });
    server.on('listening', () => {
      const { port: taken } = /** @type {import('node:net').AddressInfo} */ (server.address());
      resolve({ url: `http://127.0.0.1:${taken}/`, server });
    });
    server.listen(next, '127.0.0.1');
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [folder, port] = process.argv.slice(2);
  try {
    const { url } = await serve(folder, port === undefined ? undefined : Number(port));
    console.log(`Kirnu is at ${url}  (Ctrl+C ends it)`);
  } catch (error) {
    const { code, message } = /** @type {NodeJS.ErrnoException} */ (error);
    console.error(code === 'EADDRINUSE' ? `Port ${port} is taken: choose another with --port` : `Cannot serve: ${message}`);
    process.exit(1);
  }
}

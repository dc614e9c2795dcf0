// Versions of the built site, deployed over one another on a server of the test's own.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashed_name, integrity_of } from '../../scripts/site/files.mjs';
import { serve } from '../../scripts/server.mjs';

/** The built site's folder; KIRNU_SITE names another one. */
export const built_site = process.env.KIRNU_SITE ?? fileURLToPath(new URL('../../build/site', import.meta.url));

/** A served folder into which versions are deployed; everything is gone with close(). */
export async function serve_versions() {
  const folder = mkdtempSync(join(tmpdir(), 'kirnu-site-'));
  const serve_here = async (/** @type {number} */ port) => {
    const made = await serve(folder, port);
    made.server.unref();  // a test that fails does not stop it, and is to end all the same
    return made;
  };
  let served = await serve_here(0);
  const port = Number(new URL(served.url).port);
  const stop = () => (served.server.closeAllConnections(), served.server.close());
  return {
    folder,
    url: served.url,
    stop,
    /** Does something as soon as this path is asked for, before it is answered. @param {RegExp} path @param {() => void} act */
    when_asked: (path, act) => {
      const look = (/** @type {import('node:http').IncomingMessage} */ { url: asked }) => {
        if (!path.test(asked ?? '')) return;
        served.server.off('request', look);
        act();
      };
      served.server.prependListener('request', look);
    },
    start: async () => (served = await serve_here(port)),
    close: () => (stop(), rmSync(folder, { recursive: true })),
    /** The build, or another version of it that says so in a <meta name="version">. @param {string} [version] @param {boolean} [keep] earlier files */
    deploy: (version = '', keep = false) => {
      if (!keep) for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true });
      cpSync(built_site, folder, { recursive: true });
      if (version) make_version(folder, version);
    },
  };
}

/** Another program under another name, another page, another service worker. @param {string} folder @param {string} version */
function make_version(folder, version) {
  const read = (/** @type {string} */ name) => readFileSync(join(folder, name), 'utf8');
  const old_name = readdirSync(folder).find(name => /^kirnu-[0-9a-f]{12}\.js$/.test(name)) ?? '';
  const program = `${read(old_name)}//${version}\n`;
  const new_name = hashed_name('kirnu.js', program);
  rmSync(join(folder, old_name));
  writeFileSync(join(folder, new_name), program);
  const page = read('index.html')
    .replace(/src="kirnu-[0-9a-f]{12}\.js" integrity="[^"]*"/, `src="${new_name}" integrity="${integrity_of(program)}"`)
    .replace('</head>', `<meta name="version" content="${version}"></head>`);
  writeFileSync(join(folder, 'index.html'), page);
  const entry = (/** @type {string} */ path, /** @type {string} */ text) => `path:"${path}",integrity:"${integrity_of(text)}",bytes:${Buffer.byteLength(text)}`;
  const worker = read('sw.js')
    .replace(new RegExp(`path:"${old_name}",integrity:"[^"]*",bytes:\\d+`), entry(new_name, program))
    .replace(/path:"\.\/",integrity:"[^"]*",bytes:\d+/, entry('./', page))
    .replace(/version:"[0-9a-f]{12}"/, `version:"${version}"`);
  writeFileSync(join(folder, 'sw.js'), worker);
}

/** @param {import('playwright-core').Page} page @returns {Promise<string>} which version is shown; "" for the build itself */
export function version_of(page) {
  return page.evaluate(() => document.querySelector('meta[name=version]')?.getAttribute('content') ?? '');
}

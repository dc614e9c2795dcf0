// keep_earlier.mjs OLD_SITE NEW_SITE: takes over the hashed files of earlier releases, each compared with its hash, so that
// pages that are open, or lie in somebody's cache, go on after a new release. earlier.txt names them, for the next release.
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { has_hash, list_files, sha256 } from './files.mjs';

/** @param {string} name @param {Uint8Array} bytes */
function is_whole(name, bytes) {
  return name.includes(`-${sha256(bytes).toString('hex').slice(0, 12)}.`);
}

/** @param {string} earlier @param {string} now @returns {string[]} what was taken over */
export function keep_earlier(earlier, now) {
  const taken = list_files(earlier).filter(path => has_hash(path) && !existsSync(join(now, path)) && is_whole(path, readFileSync(join(earlier, path))));
  for (const path of taken) {
    mkdirSync(dirname(join(now, path)), { recursive: true });
    copyFileSync(join(earlier, path), join(now, path));
  }
  if (taken.length > 0) writeFileSync(join(now, 'earlier.txt'), `${taken.join('\n')}\n`);
  return taken;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [earlier, now] = process.argv.slice(2);
  if (!earlier || !now) {
    console.error('usage: keep_earlier.mjs OLD_SITE NEW_SITE');
    process.exit(2);
  }
  for (const path of keep_earlier(earlier, now)) console.log(`kept ${path}`);
}

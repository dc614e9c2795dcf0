// The files of a site: what is loaded by name carries a hash of its bytes in the name, so that it never changes and can be
// kept for ever.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';

/** @typedef {{name: string, integrity: string}} BuiltFile */

/** @param {string | Uint8Array} bytes */
export const sha256 = bytes => createHash('sha256').update(bytes).digest();

/** For `integrity` attributes and policies. @param {string | Uint8Array} bytes */
export const integrity_of = bytes => `sha256-${sha256(bytes).toString('base64')}`;

/** @param {string} name @param {string | Uint8Array} bytes */
export function hashed_name(name, bytes) {
  const end = extname(name);
  return `${name.slice(0, name.length - end.length)}-${sha256(bytes).toString('hex').slice(0, 12)}${end}`;
}

/** Whether a name carries a hash. @param {string} name */
export const has_hash = name => /-[0-9a-f]{12}\.[a-z0-9]+$/.test(name);

/** @param {string} folder @param {string} [under] @returns {string[]} paths below the folder, in order */
export function list_files(folder, under = '') {
  return readdirSync(join(folder, under), { withFileTypes: true })
    .flatMap(entry => {
      const path = under ? `${under}/${entry.name}` : entry.name;
      return entry.isDirectory() ? list_files(folder, path) : [path];
    })
    .sort();
}

export class Site {
  #folder;

  /** @param {string} folder */
  constructor(folder) {
    this.#folder = folder;
  }

  /** @param {string} path @param {string | Uint8Array} bytes */
  write(path, bytes) {
    const target = join(this.#folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }

  /** @param {string} path @param {string | Uint8Array} bytes @returns {BuiltFile} */
  add(path, bytes) {
    const name = hashed_name(path, bytes);
    this.write(name, bytes);
    return { name, integrity: integrity_of(bytes) };
  }

  /** @param {string} path */
  read(path) {
    return readFileSync(join(this.#folder, path));
  }

  list() {
    return list_files(this.#folder);
  }
}

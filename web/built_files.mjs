// The program's own files: their names and hashes come from the build, they lie beside this script, and nothing that
// differs from what was built is ever run. In the single-file edition their bytes are in the page.

import { program_address } from './trusted.mjs';

export const built = KIRNU_FILES;

/** Base64 of each file, in the single-file edition. @type {Record<string, string> | undefined} */
const inline = /** @type {any} */ (globalThis).kirnuInline;

/** Whether everything is in this one page. */
export const is_single_file = inline !== undefined;

const script = document.currentScript;
const here = script instanceof HTMLScriptElement && script.src !== '' ? script.src : document.baseURI;

/** @param {string} name */
export function address_of(name) {
  return new URL(name, here).href;
}

/** A file that arrived is not the one that belongs to this page: old and new versions were mixed. */
export class MixedVersions extends Error {}

/** @param {BuiltFile} file @returns {Promise<ArrayBuffer>} */
export async function fetch_file({ name, integrity }) {
  if (inline) return bytes_of(inline[name]);
  const address = address_of(name);
  const get = (/** @type {RequestInit} */ how) => fetch(address, { credentials: 'omit', referrerPolicy: 'no-referrer', ...how });
  try {
    return await whole(await get({ integrity }));
  } catch {
    // A cache may hold another version: once more, past it.
  }
  try {
    return await whole(await get({ integrity, cache: 'reload' }));
  } catch (error) {
    const there = await get({ method: 'HEAD', cache: 'reload' });
    throw there.ok ? new MixedVersions(`${address} is of another version`) : error;
  }
}

/** @param {Response} response */
function whole(response) {
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  return response.arrayBuffer();
}

/** @param {string} base64 */
function bytes_of(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; ++at) bytes[at] = text.charCodeAt(at);
  return bytes.buffer;
}

/** Runs a classic script of ours; resolves when it has run. @param {BuiltFile} file @returns {Promise<void>} */
export function run_script({ name, integrity }) {
  return new Promise((resolve, reject) => {
    const made = document.createElement('script');
    made.src = program_address(address_of(name));
    made.integrity = integrity;
    made.crossOrigin = 'anonymous';
    made.onload = () => resolve();
    made.onerror = () => reject(new Error(`${name}: not reachable`));
    document.head.append(made);
  });
}

let worker_address = '';

/** A worker for the core. */
export function create_worker() {
  worker_address ||= URL.createObjectURL(new Blob([KIRNU_WORKER], { type: 'text/javascript' }));
  return new Worker(program_address(worker_address));
}

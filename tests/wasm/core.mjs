// The built core for tests in Node.
import { readFile } from 'node:fs/promises';
import { Kirnu } from '../../web/kirnu.mjs';

const path = process.env.KIRNU_CORE_WASM ?? new URL('../../build/wasm-core/kirnu-core.wasm', import.meta.url);
const bytes = new Uint8Array(await readFile(path));
const module = await WebAssembly.compile(bytes);

/** The core as it was built. */
export const core_bytes = () => bytes;

/** @param {'en' | 'de' | 'fi'} [language] */
export function load(language = 'en') {
  return Kirnu.load({ wasm: module, language });
}

export { module };

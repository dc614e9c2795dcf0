// The built core for tests in Node.
import { readFile } from 'node:fs/promises';
import { Kirnu } from '../../web/kirnu.mjs';

const path = process.env.KIRNU_CORE_WASM ?? new URL('../../build/wasm-core/kirnu-core.wasm', import.meta.url);
const module = await WebAssembly.compile(new Uint8Array(await readFile(path)));

/** @param {'en' | 'de' | 'fi'} [language] */
export function load(language = 'en') {
  return Kirnu.load({ wasm: module, language });
}

export { module };

// The page's own core in Node: what it answers is what the page must show.
import { Kirnu } from '../../web/kirnu.mjs';
import { url } from './support.mjs';

const response = await fetch(`${url}kirnu-core.wasm`);
const module = await WebAssembly.compile(await response.arrayBuffer());

/** @param {'en' | 'de' | 'fi'} [language] */
export function load_core(language = 'en') {
  return Kirnu.load({ wasm: module, language });
}

// The page's own core in Node: what it answers is what the page must show.
import { Kirnu } from '../../web/kirnu.mjs';
import { url } from './support.mjs';

const page = await (await fetch(url)).text();
const program = await (await fetch(`${url}${/kirnu-[0-9a-f]{12}\.js/.exec(page)}`)).text();
const response = await fetch(`${url}${/kirnu-core-[0-9a-f]{12}\.wasm/.exec(program)}`);
const module = await WebAssembly.compile(await response.arrayBuffer());

/** @param {'en' | 'de' | 'fi'} [language] */
export function load_core(language = 'en') {
  return Kirnu.load({ wasm: module, language });
}

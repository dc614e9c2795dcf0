// embed_assets.mjs OUT.cpp BENCHMARKS.json EN.json OTHER.json…: writes them as C++ string_views (src/base/assets.h). Keys of
// the catalogues are the same in all, so they are written once; each language's texts follow in their order.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(1);
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    return fail(`${file}: not readable as JSON: ${error instanceof Error ? error.message : error}`);
  }
}

/** One line a text. @param {string[]} texts @param {string} file */
function lines(texts, file) {
  for (const text of texts) {
    if (typeof text !== 'string' || text === '' || text.includes('\n')) fail(`${file}: no text of one line: ${JSON.stringify(text)}`);
  }
  return texts.map(text => `${text}\n`).join('');
}

/** @param {string} name @param {string} text */
const definition = (name, text) => `const std::string_view ${name} = R"kirnu(${text})kirnu";\n`;

const [out, benchmarks, ...catalogues] = process.argv.slice(2);
const keys = Object.keys(readJson(catalogues[0]));
let source = definition('benchmarks', JSON.stringify(readJson(benchmarks))) + definition('string_keys', lines(keys, catalogues[0]));
for (const file of catalogues) {
  const catalogue = readJson(file);
  for (const key of new Set([...keys, ...Object.keys(catalogue)])) {
    if (!(key in catalogue)) fail(`${file}: '${key}' of ${catalogues[0]} is missing`);
    if (!keys.includes(key)) fail(`${catalogues[0]}: '${key}' of ${file} is missing`);
  }
  source += definition(`strings_${basename(file, '.json')}`, lines(keys.map(key => catalogue[key]), file));
}
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `#include "base/assets.h"\n\nnamespace kirnu::assets {\n${source}}\n`);

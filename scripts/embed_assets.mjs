// embed_assets.mjs OUT.cpp "name;name" "file.json;file.json": writes the JSON files, minified, as C++ string_views.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const [out, names, files] = process.argv.slice(2);
const kDelimiter = 'kirnu_json';

/** @param {string} file */
function minified(file) {
  try {
    return JSON.stringify(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    console.error(`${file}: not readable as JSON: ${error instanceof Error ? error.message : error}`);
    process.exit(1);
  }
}

const paths = files.split(';');
const definitions = names.split(';').map((name, i) =>
  `const std::string_view ${name} = R"${kDelimiter}(${minified(paths[i])})${kDelimiter}";\n`);
mkdirSync(dirname(out), { recursive: true });
writeFileSync(out, `#include "base/assets.h"\n\nnamespace kirnu::assets {\n${definitions.join('')}}\n`);

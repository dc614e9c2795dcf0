// package.mjs FOLDER FONTS: the npm package: core, wrapper, types and custom element, as plain files that need no bundler.
import { cpSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle, shadow_style, small_file } from './bundle.mjs';
import { Site, integrity_of } from './files.mjs';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const [folder, font_folder] = process.argv.slice(2);
const files = new Site(folder);

const version = /project\(kirnu VERSION ([\d.]+)/i.exec(readFileSync('CMakeLists.txt', 'utf8'))?.[1];
if (!version) throw new Error('CMakeLists.txt does not say which version this is');

/** A file of the package under its own name: the package has a version already. @param {string} name @param {string | Uint8Array} bytes */
function add(name, bytes) {
  files.write(name, bytes);
  return { name, integrity: integrity_of(bytes) };
}

const parts = {
  core: add('kirnu-core.wasm', readFileSync('build/wasm-core/kirnu-core.wasm')),
  gui_script: add('kirnu-gui.js', small_file('build/wasm-gui/kirnu-gui.js')),
  gui_wasm: add('kirnu-gui.wasm', readFileSync('build/wasm-gui/kirnu-gui.wasm')),
  fonts: [400, 600].map(weight => ({ weight, file: add(`inter-${weight}.ttf`, readFileSync(`${font_folder}/inter-${weight}.ttf`)) })),
};
add('churn-calculator.js', bundle('web/element.mjs', {
  KIRNU_FILES: parts,
  KIRNU_WORKER: bundle('web/worker.mjs', {}, 'KirnuCore'),
  KIRNU_STYLE: shadow_style(small_file('web/style.css')),
}));
// Modules have no currentScript, from which the element knows where its files are.
add('element.mjs', `const script = document.createElement('script');
script.src = new URL('churn-calculator.js', import.meta.url).href;
document.head.append(script);
await new Promise((done, failed) => Object.assign(script, { onload: done, onerror: failed }));
`);
add('element.d.ts', 'export {};\n');
for (const name of ['kirnu.mjs', 'kirnu_error.mjs', 'kirnu_host.mjs', 'kirnu_limits.mjs', 'kirnu_reading.mjs', 'kirnu_settings.mjs', 'kirnu.d.ts']) {
  cpSync(`web/${name}`, `${folder}/${name}`);
}
for (const name of ['LICENSE', 'THIRD_PARTY_NOTICES.md']) cpSync(name, `${folder}/${name}`);
cpSync('docs/package.md', `${folder}/README.md`);
add('package.json', `${JSON.stringify({
  name: 'kirnu',
  version,
  description: 'Churn and retention: a calculator that runs where your data are, in browsers and Node',
  license: 'MIT',
  type: 'module',
  engines: { node: '>=18' },
  sideEffects: ['./element.mjs', './churn-calculator.js'],
  exports: {
    '.': { types: './kirnu.d.ts', default: './kirnu.mjs' },
    './element': { types: './element.d.ts', default: './element.mjs' },
    './kirnu-core.wasm': './kirnu-core.wasm',
    './package.json': './package.json',
  },
  types: './kirnu.d.ts',
  keywords: ['churn', 'retention', 'cohort', 'survival', 'wasm'],
}, null, 2)}\n`);

// kirnu-offline.html: everything in one page, which runs from a folder or a stick and cannot request anything.
import { readFileSync } from 'node:fs';
import { integrity_of } from './files.mjs';
import { single_file_policy } from './policy.mjs';
import { fill } from './template.mjs';

/** @typedef {import('./files.mjs').BuiltFile} BuiltFile */

/** A script's text as it may stand in HTML. @param {string} text */
function inline_script(text) {
  if (/<\/script|<!--/i.test(text)) throw new Error('A script that is to stand in HTML holds “</script” or “<!--”');
  return text;
}

/** What comes with the program, as a comment. @param {string[]} files */
function licences(files) {
  return `<!--\n${files.map(file => readFileSync(file, 'utf8').replace(/--+/g, '—')).join('\n')}\n-->`;
}

/**
 * @param {object} of
 * @param {string} of.template  web/index.html
 * @param {import('./files.mjs').Site} of.site
 * @param {{core: BuiltFile, gui_script: BuiltFile, gui_wasm: BuiltFile, fonts: {file: BuiltFile}[]}} of.parts
 * @param {string} of.program
 * @param {string} of.style
 * @param {Record<string, string>} of.values
 */
export function single_file({ template, site, parts, program, style, values }) {
  const data = [parts.core, parts.gui_wasm, ...parts.fonts.map(({ file }) => file)];
  const inline = Object.fromEntries(data.map(({ name }) => [name, site.read(name).toString('base64')]));
  const gui = site.read(parts.gui_script.name).toString();
  const script = inline_script(`globalThis.kirnuInline=${JSON.stringify(inline)};\n${gui}\n;${program}`);
  return fill(template, {
    ...values,
    policy: single_file_policy(integrity_of(script), integrity_of(style)),
    head: `<style>${style}</style>`,
    end: `<script>${script}</script>\n${licences(['LICENSE', 'THIRD_PARTY_NOTICES.md'])}`,
  });
}

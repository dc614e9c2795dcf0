// Modules as one classic script, made small by Debian's esbuild.
import { execFileSync } from 'node:child_process';

/**
 * @param {string} entry a module
 * @param {Record<string, unknown>} [values] what stands in place of names (web/build.d.ts), as JSON
 * @param {string} [global] name under which the entry's exports can be had
 */
export function bundle(entry, values = {}, global = '') {
  const defines = Object.entries(values).map(([name, value]) => `--define:${name}=${JSON.stringify(value)}`);
  const named = global ? [`--global-name=${global}`] : [];
  return execFileSync('esbuild', [
    entry, '--bundle', '--minify', '--format=iife', '--target=es2022', '--charset=utf8', '--legal-comments=none',
    '--log-level=warning', '--log-override:empty-import-meta=silent', ...named, ...defines,
  ], { encoding: 'utf8', maxBuffer: 1 << 26 });
}

/** A style sheet or a classic script without comments and needless spaces. @param {string} file */
export function small_file(file) {
  return execFileSync('esbuild', [file, '--minify', '--charset=utf8', '--legal-comments=none', '--log-level=warning'], {
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  }).trim();
}

/** The same sheet for a shadow root: what it says about the document is about the host element. @param {string} style */
export function shadow_style(style) {
  const theirs = style
    .replace(/:root(\[[^\]]*\]|:not\(\[[^\]]*\]\))/g, ':host($1)')
    .replace(/:root\b/g, ':host')
    .replace(/(^|[},])(?:html|body)(?=[{,])/g, '$1:host')
    .replace(/(^|[},{])(\[data-kirnu=[^\]]*\])(?= )/g, '$1:host($2)');
  return `:host{all:initial;display:block;position:relative}:host([hidden]){display:none}${theirs}`;
}

// lint.mjs FOLDER: what the built JavaScript may use. Whatever could send something, go somewhere else or run text as a program
// is on the list below with the number of places that are known, or it is not there at all.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { list_files } from './files.mjs';

/** @type {Record<string, RegExp>} */
const kWatched = {
  'WebRTC': /\b(?:webkit)?RTC\w+/g,
  'window.open': /\bwindow\.open\b|[^.\w]open\(["'`]/g,
  'sendBeacon': /\bsendBeacon\b/g,
  'WebSocket': /\bWebSocket\b|\bWebTransport\b/g,
  'EventSource': /\bEventSource\b/g,
  'XMLHttpRequest': /\bXMLHttpRequest\b/g,
  'navigation': /\blocation\s*=(?!=)|\blocation\.(?:href\s*=(?!=)|assign\b|replace\b)|\bnavigation\.navigate\b/g,
  'text as program': /\beval\(|\bnew Function\b|\bimportScripts\b|\bFunction\("/g,
  'text as markup': /\binnerHTML\b|\bouterHTML\b|\binsertAdjacentHTML\b|\bdocument\.write\b|\bcreateContextualFragment\b/g,
  'storage': /\bindexedDB\b|\bsessionStorage\b|\bdocument\.cookie\b|\bgetDirectory\(/g,
};

/** How often each may be there. The drawn page's program has Emscripten's own loader, which is never called; and GL has
 * locations of its own. @type {Record<string, Record<string, number>>} */
const kKnown = {
  'kirnu-gui': { XMLHttpRequest: 3, navigation: 2 },
  'kirnu': { WebRTC: 2 },
  'kirnu-embed': { WebRTC: 2 },
};

/** @param {string} text @param {string} [name] of the file, without hash @returns {string[]} what is too much */
export function lint(text, name = '') {
  const known = kKnown[name] ?? {};
  return Object.entries(kWatched).flatMap(([what, pattern]) => {
    const found = text.match(pattern) ?? [];
    return found.length > (known[what] ?? 0) ? [`${what}, ${found.length} times: ${[...new Set(found)].join(', ')}`] : [];
  });
}

/** @param {string} folder @returns {string[]} */
export function lint_site(folder) {
  const scripts = list_files(folder).filter(path => path.endsWith('.js'));
  if (scripts.length === 0) return [`${folder} has no scripts`];
  return scripts.flatMap(path => {
    const name = path.replace(/(-[0-9a-f]{12})?\.js$/, '');
    return lint(readFileSync(join(folder, path), 'utf8'), name).map(finding => `${path}: ${finding}`);
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = lint_site(process.argv[2] ?? 'build/site');
  for (const finding of findings) console.error(finding);
  process.exit(findings.length > 0 ? 1 : 0);
}

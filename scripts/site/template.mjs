// HTML with words and names filled in: {{name}}, {{de:key}} for a word of one language, and parts between
// <!-- each language --> and <!-- end -->, in which {{key}} is a word of the language at hand.
import { readFileSync } from 'node:fs';

export const languages = /** @type {const} */ (['en', 'de', 'fi']);

/** @type {Record<string, Record<string, string>>} */
export const words = Object.fromEntries(
  languages.map(language => [language, JSON.parse(readFileSync(new URL(`../../assets/page/${language}.json`, import.meta.url), 'utf8'))]),
);

const kEntities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as HTML. @param {string} text */
export const escaped = text => text.replace(/[&<>"]/g, sign => kEntities[/** @type {keyof typeof kEntities} */ (sign)]);

/** @param {string} language @param {string} key */
export function word(language, key) {
  const text = words[language]?.[key];
  if (text === undefined) throw new Error(`assets/page/${language}.json has no “${key}”`);
  return text;
}

/** @param {string} template @param {Record<string, string>} values HTML by name */
export function fill(template, values) {
  const each = template.replace(/[ \t]*<!-- each language -->\n([^]*?)[ \t]*<!-- end -->\n/g, (_, part) =>
    languages.map(language => fill_part(part, { ...values, language }, language)).join(''),
  );
  return fill_part(each, values, '');
}

/** @param {string} part @param {Record<string, string>} values @param {string} language */
function fill_part(part, values, language) {
  const pattern = /\{\{(?:(\w\w):)?([\w.-]+)\}\}/g;
  if (part.replace(pattern, '').includes('{{')) throw new Error('A {{name}} is not written as one');
  return part.replace(pattern, (_, of, name) => {
    if (of) return escaped(word(of, name));
    if (name in values) return values[name];
    if (language) return escaped(word(language, name));
    throw new Error(`Nothing to put in place of {{${name}}}`);
  });
}

// UX-11: every character of the catalogues has a glyph in the fonts that are shipped.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const site = `${root}build/site/`;
const catalogues = ['strings', 'page'].flatMap(folder => ['en', 'de', 'fi'].map(language => `assets/${folder}/${language}.json`));
const kMostCharacters = 0x10000;

/** The characters that a TrueType font has a glyph for: its "cmap" of format 4, which has those below U+10000.
 * @param {Buffer} font @returns {Set<number>} */
function characters_of(font) {
  const tables = Array.from({ length: font.readUInt16BE(4) }, (_, at) => 12 + 16 * at);
  const record = tables.find(at => font.toString('latin1', at, at + 4) === 'cmap');
  assert.ok(record, 'a font has a cmap');
  const cmap = font.readUInt32BE(record + 8);
  const subtables = Array.from({ length: font.readUInt16BE(cmap + 2) }, (_, at) => cmap + font.readUInt32BE(cmap + 8 + 8 * at));
  const from = subtables.find(at => font.readUInt16BE(at) === 4);
  assert.ok(from, 'with a part of format 4');
  const segments = font.readUInt16BE(from + 6) / 2;
  const [ends, starts, deltas, offsets] = [0, 1, 2, 3].map(part => from + 14 + part * 2 * segments + (part > 0 ? 2 : 0));
  const found = new Set();
  for (let segment = 0; segment < segments; ++segment) {
    const [start, end, delta, offset] = [starts, ends, deltas, offsets].map(part => font.readUInt16BE(part + 2 * segment));
    for (let character = start; character <= end && character < kMostCharacters - 1; ++character) {
      const at = offsets + 2 * segment + offset + 2 * (character - start);
      const listed = offset === 0 ? character : font.readUInt16BE(at);
      const glyph = listed === 0 ? 0 : (listed + delta) % kMostCharacters;
      if (glyph !== 0) found.add(character);
    }
  }
  return found;
}

/** @param {unknown} value @returns {string} all words in it */
function words_of(value) {
  if (typeof value === 'string') return value;
  return value && typeof value === 'object' ? Object.values(value).map(words_of).join('') : '';
}

const fonts = readdirSync(site).filter(name => name.endsWith('.ttf'));

describe('UX-11 every character has a glyph in the shipped font', () => {
  test('both weights are shipped', () => assert.equal(fonts.length, 2));
  for (const name of fonts) {
    test(name, () => {
      const has = characters_of(readFileSync(site + name));
      assert.ok(has.has(0x41) && has.has(0xe4) && !has.has(0x4e00), 'the font is read rightly');
      for (const catalogue of [...catalogues, 'assets/benchmarks.json']) {
        const used = new Set([...words_of(JSON.parse(readFileSync(root + catalogue, 'utf8')))].filter(character => character >= ' '));
        assert.ok(used.size > 50, `${catalogue}: ${used.size} characters`);
        const missing = [...used].filter(character => !has.has(/** @type {number} */ (character.codePointAt(0))));
        assert.deepEqual(missing, [], catalogue);
      }
    });
  }
});

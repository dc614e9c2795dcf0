// For pages of other people: per preset and language an address that can be pasted (share/…), its oEmbed answer, which
// WordPress and Ghost read, and a poster for previews, newsletters and feeds.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { frame_height, room_in } from '../../web/snippets.mjs';
import { article_policy } from './policy.mjs';
import { escaped, fill, languages, word } from './template.mjs';

/** @typedef {import('./files.mjs').BuiltFile} BuiltFile */
/** @typedef {import('./files.mjs').Site} Site */

export const presets = /** @type {const} */ (['all', 'counts', 'benchmark', 'lists', 'subscriptions', 'transactions']);
const kLocales = { en: 'en_GB', de: 'de_DE', fi: 'fi_FI' };
const kPoster = { width: 1200, height: 630 };
const kWidth = 800;
const kColumn = 752;  // CSS pixels: on a tablet, held upright

/** @param {string} preset */
const controls_of = preset => (preset === 'all' ? 'full' : 'min');

/** @param {string} preset */
const height_of = preset => frame_height(preset, controls_of(preset));

/** On our own page: of a frame whose end is in sight nothing is moved, so that it is high enough from the beginning in the
 * narrowest column that may show it whole. @param {string} preset */
const shared_height = preset => Math.max(height_of(preset), preset === 'all' ? 0 : room_in(kColumn, preset, controls_of(preset)));

/** @param {string} preset @param {string} language relative to the site's root */
export function embed_path(preset, language) {
  return `embed.html?lang=${language}${preset === 'all' ? '' : `&job=${preset}&controls=min`}`;
}

/** @param {string} text @param {number} most characters a line */
function lines_of(text, most) {
  /** @type {string[]} */
  const lines = [];
  for (const each of text.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && `${last} ${each}`.length <= most) lines[lines.length - 1] = `${last} ${each}`;
    else lines.push(each);
  }
  return lines;
}

/** The picture of a preset: its name, the formula, a line in time. @param {string} preset @param {string} language */
function draw_poster(preset, language) {
  const text = (/** @type {number} */ y, /** @type {string} */ words, /** @type {string} */ style) => `<text x="80" y="${y}" ${style}>${escaped(words)}</text>`;
  const title = lines_of(word(language, `title.${preset}`), 34);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${kPoster.width} ${kPoster.height}" font-family="Inter">
<path fill="#faf8f4" d="M0 0h1200v630H0z"/>
<rect x="80" y="64" width="56" height="56" rx="14" fill="#f3d27a"/><path d="M97.500 74.500v35M118.500 74.500 101 92l17.500 17.500" fill="none" stroke="#1d1b18" stroke-width="7"/>
<text x="156" y="104" font-size="34" font-weight="600" fill="#1d1b18">Kirnu</text>
${title.map((line, at) => text(212 + 68 * at, line, 'font-size="56" font-weight="600" letter-spacing="-1.2" fill="#1d1b18"')).join('\n')}
${text(212 + 68 * title.length, word(language, 'poster.formula'), 'font-size="28" fill="#66615a"')}
<path fill="#1f6472" opacity=".12" d="M80 456h1040v92H80z"/>
<path fill="none" stroke="#1f6472" stroke-width="6" stroke-linejoin="round" d="M80 514 176 500 272 528 368 504 464 522 560 494 656 414 752 508 848 526 944 512 1040 518 1120 500"/>
<circle cx="656" cy="414" r="13" fill="#b5541c"/>
</svg>`;
  return execFileSync('rsvg-convert', ['--format', 'png'], { input: svg, maxBuffer: 1 << 24 });
}

/** What previews and hosts read in a page's head. @param {string} address of the site @param {string} preset @param {string} language
 * @param {string} poster @param {string} path of the page */
export function share_tags(address, preset, language, poster, path) {
  const title = escaped(word(language, `title.${preset}`));
  const others = languages.filter(each => each !== language).map(each => `<meta property="og:locale:alternate" content="${kLocales[each]}">`);
  return [
    `<link rel="alternate" type="application/json+oembed" href="${address}oembed/${preset}-${language}.json" title="${title}">`,
    `<link rel="canonical" href="${address}${path}">`,
    '<meta property="og:type" content="website">',
    '<meta property="og:site_name" content="Kirnu">',
    `<meta property="og:title" content="${title}">`,
    `<meta property="og:description" content="${escaped(word(language, 'description'))}">`,
    `<meta property="og:url" content="${address}${path}">`,
    `<meta property="og:image" content="${address}${poster}">`,
    `<meta property="og:image:width" content="${kPoster.width}">`,
    `<meta property="og:image:height" content="${kPoster.height}">`,
    `<meta property="og:image:alt" content="${title}">`,
    `<meta property="og:locale" content="${kLocales[/** @type {keyof typeof kLocales} */ (language)]}">`,
    ...others,
    '<meta name="twitter:card" content="summary_large_image">',
  ].join('\n');
}

/** @param {string} address @param {string} preset @param {string} language @param {string} poster */
function oembed(address, preset, language, poster) {
  const title = word(language, `title.${preset}`);
  const source = escaped(`${address}${embed_path(preset, language)}`);
  return {
    version: '1.0',
    type: 'rich',
    provider_name: 'Kirnu',
    provider_url: address,
    title,
    width: kWidth,
    height: height_of(preset),
    html: `<blockquote><a href="${address}share/${preset}-${language}/">${escaped(title)}</a></blockquote><iframe src="${source}" width="${kWidth}" height="${height_of(preset)}" title="${escaped(title)}" frameborder="0" sandbox="allow-scripts allow-downloads"></iframe>`,
    thumbnail_url: `${address}${poster}`,
    thumbnail_width: kPoster.width,
    thumbnail_height: kPoster.height,
    cache_age: 86400,
  };
}

/** @param {Site} site @returns {(preset: string, language: string) => string} the poster of each */
export function add_posters(site) {
  const posters = new Map(
    presets.flatMap(preset => languages.map(language => {
      const name = `${preset}-${language}`;
      return [name, site.add(`posters/${name}.png`, draw_poster(preset, language)).name];
    })),
  );
  return (preset, language) => posters.get(`${preset}-${language}`) ?? '';
}

/** @param {Site} site @param {{address: string, sheet: BuiltFile, embed: BuiltFile, icon: string, poster: (preset: string, language: string) => string}} parts */
export function add_shares(site, { address, sheet, embed, icon, poster }) {
  const template = readFileSync('web/share.html', 'utf8');
  for (const preset of presets) {
    for (const language of languages) {
      const path = `share/${preset}-${language}/`;
      const picture = poster(preset, language);
      site.write(`oembed/${preset}-${language}.json`, JSON.stringify(oembed(address, preset, language, picture), null, 1));
      site.write(`${path}index.html`, fill(template, {
        language,
        icon,
        policy: article_policy,
        title: escaped(word(language, `title.${preset}`)),
        text: escaped(word(language, 'description')),
        lead: escaped(word(language, 'share.lead')),
        open: escaped(word(language, 'share.open')),
        'share.tags': share_tags(address, preset, language, picture, path),
        address: escaped(embed_path(preset, language)),
        height: String(shared_height(preset)),
        sheet: sheet.name,
        'sheet.integrity': sheet.integrity,
        embed: embed.name,
        'embed.integrity': embed.integrity,
      }));
    }
  }
}

// assemble.mjs SITE FONTS: makes the site, in an empty folder, from web/, assets/ and what was compiled. The same sources
// give the same bytes, wherever they lie. KIRNU_ADDRESS: where the site will be, for what must be absolute.
import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { app_links } from './app.mjs';
import { bundle, shadow_style, small_file } from './bundle.mjs';
import { Site, has_hash, hashed_name, integrity_of, sha256 } from './files.mjs';
import { article_policy, embed_policy, site_policy } from './policy.mjs';
import { add_posters, add_shares, share_tags } from './shares.mjs';
import { single_file } from './single_file.mjs';
import { fill, words } from './template.mjs';

process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
const [folder, font_folder] = process.argv.slice(2);
if (!font_folder) throw new Error('assemble.mjs SITE FONTS: two folders');
const site = new Site(folder);
const address = (process.env.KIRNU_ADDRESS ?? 'https://kirnu.example/').replace(/\/*$/, '/');
const icon = `data:image/svg+xml,${encodeURIComponent(readFileSync('web/icons/icon.svg', 'utf8').trim())}`;

/** What the program loads. */
function add_parts() {
  return {
    core: site.add('kirnu-core.wasm', readFileSync('build/wasm-core/kirnu-core.wasm')),
    gui_script: site.add('kirnu-gui.js', small_file('build/wasm-gui/kirnu-gui.js')),
    gui_wasm: site.add('kirnu-gui.wasm', readFileSync('build/wasm-gui/kirnu-gui.wasm')),
    fonts: [400, 600].map(weight => ({
      weight,
      file: site.add(`inter-${weight}.ttf`, readFileSync(`${font_folder}/inter-${weight}.ttf`)),
    })),
  };
}

const parts = add_parts();
const style = small_file('web/style.css');
const program_values = { KIRNU_FILES: parts, KIRNU_WORKER: bundle('web/worker.mjs', {}, 'KirnuCore') };

/** The custom element, and the script for pages with embeds: under a name that stays, and one for `integrity`. */
function add_element() {
  const program = bundle('web/element.mjs', { ...program_values, KIRNU_STYLE: shadow_style(style) });
  const script = bundle('web/embed.mjs', { KIRNU_ELEMENT: site.add('churn-calculator.js', program) });
  site.write('embed.js', script);
  return site.add('embed.js', script);
}

const embed = add_element();
const poster = add_posters(site);

/** The page of the site, and the same in one file, which needs nothing beside it. */
function add_index() {
  const hash = sha256(JSON.stringify(program_values) + style).toString('hex').slice(0, 16);
  const program = bundle('web/app.mjs', { ...program_values, KIRNU_WORDS: words, KIRNU_BUILD: { hash, embed } });
  const page_style = style + small_file('web/furniture.css');
  const { name: script, integrity: script_hash } = site.add('kirnu.js', program);
  const { name: sheet, integrity: sheet_hash } = site.add('kirnu.css', page_style);
  const template = readFileSync('web/index.html', 'utf8');
  site.write('index.html', fill(template, {
    icon,
    policy: site_policy,
    'share.tags': share_tags(address, 'all', 'en', poster('all', 'en'), ''),
    app: app_links(site),
    head: `<link rel="stylesheet" href="${sheet}" integrity="${sheet_hash}">\n<script defer src="${script}" integrity="${script_hash}"></script>`,
    end: '',
  }));
  const values = { icon, 'share.tags': '', app: '' };
  site.write('kirnu-offline.html', single_file({ template, site, parts, program, style: page_style, values }));
}

function add_embed() {
  const program = site.add('kirnu-embed.js', bundle('web/embed_app.mjs', { ...program_values, KIRNU_STYLE: style }));
  const script = bundle('web/poster.mjs', { KIRNU_EMBED: program }).trim();
  const poster_style = small_file('web/poster.css');
  site.write('embed.html', fill(readFileSync('web/embed.html', 'utf8'), {
    icon,
    policy: embed_policy(integrity_of(script), integrity_of(poster_style)),
    'share.tags': share_tags(address, 'all', 'en', poster('all', 'en'), 'embed.html'),
    'poster.style': poster_style,
    'poster.script': script,
  }));
}

/** Articles as a blog would have them, with embeds and files to try them with. */
function add_examples() {
  const article_style = small_file('web/article.css');
  const sheet = site.add('article.css', article_style);
  const samples = readdirSync('assets/samples').sort().map(file => {
    const bytes = readFileSync(`assets/samples/${file}`);
    site.add(`examples/${file}`, bytes);
    return [`sample.${basename(file, '.csv')}`, hashed_name(file, bytes)];
  });
  for (const language of ['de', 'fi']) {
    site.write(`examples/${language}/index.html`, fill(readFileSync(`web/examples/${language}.html`, 'utf8'), {
      icon,
      policy: article_policy,
      sheet: sheet.name,
      'sheet.integrity': sheet.integrity,
      embed: embed.name,
      'embed.integrity': embed.integrity,
      ...Object.fromEntries(samples),
    }));
  }
  add_shares(site, { address, sheet, embed, icon, poster });
}

/** The service worker keeps what the page and an embed need; its version is the hash of all that. */
function add_service_worker() {
  const needed = site.list().filter(path => /^((index|embed)\.html|manifest\.webmanifest|(kirnu|inter|icon|maskable)-.*-?[0-9a-f]{12}\.\w+)$/.test(path));
  const files = needed.map(path => {
    const bytes = site.read(path);
    return { path: path === 'index.html' ? './' : path, integrity: integrity_of(bytes), bytes: bytes.length };
  });
  const version = sha256(JSON.stringify(files)).toString('hex').slice(0, 12);
  site.write('sw.js', bundle('web/sw.mjs', { KIRNU_KEPT: { version, files } }));
}

/** For hosts that read it; GitHub Pages sends what embeds need by itself. */
function add_headers() {
  const lines = [
    '/*',
    '  Access-Control-Allow-Origin: *',
    '  Referrer-Policy: no-referrer',
    '  X-Content-Type-Options: nosniff',
    '  Permissions-Policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
    ...site.list().filter(has_hash).flatMap(path => [`/${path}`, '  Cache-Control: public, max-age=31536000, immutable']),
  ];
  site.write('_headers', `${lines.join('\n')}\n`);
}

function add_sums() {
  const lines = site.list().filter(path => path !== 'SHA256SUMS').map(path => `${sha256(site.read(path)).toString('hex')}  ${path}`);
  site.write('SHA256SUMS', `${lines.join('\n')}\n`);
}

add_index();
add_embed();
add_examples();
add_service_worker();
for (const name of ['LICENSE', 'THIRD_PARTY_NOTICES.md']) site.write(name, readFileSync(name));
add_headers();
add_sums();

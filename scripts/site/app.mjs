// What makes the page an app that can be installed; all addresses are relative, so that it works under any path.
import { execFileSync } from 'node:child_process';
import { word } from './template.mjs';

/** A drawing of ours as a picture. @param {import('./files.mjs').Site} site @param {string} name @param {number} size */
function add_picture(site, name, size) {
  const png = execFileSync('rsvg-convert', ['--width', `${size}`, `web/icons/${name}.svg`], { maxBuffer: 1 << 24 });
  return site.add(`${name}-${size}.png`, png).name;
}

/** @param {import('./files.mjs').Site} site @returns {string} for the page's head */
export function app_links(site) {
  const icon = (/** @type {string} */ name, /** @type {number} */ size, purpose = 'any') => ({
    src: add_picture(site, name, size),
    sizes: `${size}x${size}`,
    type: 'image/png',
    purpose,
  });
  const manifest = {
    name: 'Kirnu – churn and retention',
    short_name: 'Kirnu',
    description: word('en', 'description'),
    lang: 'en',
    dir: 'ltr',
    id: './',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: '#faf8f4',
    theme_color: '#faf8f4',
    categories: ['business', 'finance', 'utilities'],
    icons: [icon('icon', 192), icon('icon', 512), icon('maskable', 512, 'maskable')],
  };
  site.write('manifest.webmanifest', JSON.stringify(manifest, null, 1));
  return [
    '<link rel="manifest" href="manifest.webmanifest">',
    `<link rel="apple-touch-icon" href="${add_picture(site, 'maskable', 180)}">`,
    '<meta name="theme-color" content="#faf8f4" media="(prefers-color-scheme: light)">',
    '<meta name="theme-color" content="#161513" media="(prefers-color-scheme: dark)">',
  ].join('\n');
}

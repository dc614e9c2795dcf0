// The browser for tests and pictures.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

// Chromium's shell is the same engine without a window around it, and opens a page in half the time.
const kPlaces = ['/usr/bin/chromium-headless-shell', '/usr/bin/chromium'];
const kArguments = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

/** Starts $CHROMIUM, or what Debian installs. @param {string[]} [more] arguments for it */
export function launch_chromium(more = []) {
  const executablePath = process.env.CHROMIUM ?? kPlaces.find(place => existsSync(place));
  if (!executablePath) throw new Error('there is no Chromium: run "scripts/setup test", or name one in CHROMIUM');
  return chromium.launch({ executablePath, args: [...kArguments, ...more] });
}

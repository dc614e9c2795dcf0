// EMB-02, EMB-03: an address of ours, pasted into WordPress or Ghost, becomes the calculator.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { embed_settled, embeds, host_page, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

const { with_page } = use_browser();
const kPresets = ['all', 'counts', 'benchmark', 'lists', 'subscriptions', 'transactions'];
const kLanguages = ['en', 'de', 'fi'];
const kAddress = 'https://kirnu.example/';

const read = (/** @type {string} */ path) => readFileSync(join(built_site, path), 'utf8');
const here = (/** @type {string} */ text) => text.replaceAll(kAddress, url);

/** The oEmbed answer that a host finds for one of our pages. @param {string} path */
function discovered(path) {
  const page = read(path);
  const found = /<link rel="alternate" type="application\/json\+oembed" href="([^"]+)"/.exec(page);
  assert.ok(found, `${path} has no oEmbed link`);
  assert.ok(found.index < 10_000 && found.index < page.indexOf('</head>'), 'in the first 10 kB of the head');
  return JSON.parse(read(found[1].slice(kAddress.length)));
}

/** What WordPress makes of a rich answer of a host it does not know: only the blockquote and the first iframe stay, with the few
 * attributes it lets through, a secret behind the address, and its sandbox. @param {{type: string, html: string}} answer */
function as_wordpress(answer) {
  assert.ok(['rich', 'video'].includes(answer.type));
  const allowed = { a: ['href'], blockquote: [], iframe: ['src', 'width', 'height', 'frameborder', 'marginwidth', 'marginheight', 'scrolling', 'title'] };
  const filtered = answer.html.replace(/<(\/?)(\w+)([^>]*)>/g, (_, end, tag, attributes) => {
    const known = /** @type {Record<string, string[]>} */ (allowed)[tag];
    if (!known) return '';
    const kept = [...attributes.matchAll(/(\w+)="([^"]*)"/g)].filter(([, name]) => known.includes(name)).map(([text]) => ` ${text}`);
    return `<${end}${tag}${end ? '' : kept.join('')}>`;
  });
  const [, quote, frame] = /(<blockquote>.*?<\/blockquote>)?.*(<iframe.*?><\/iframe>)/s.exec(filtered) ?? [];
  assert.ok(frame, 'WordPress needs an iframe');
  const secret = 'a1B2c3D4e5';
  const with_secret = frame.replace(/ src="(.*?)"/, (_, address) => ` src="${address}#?secret=${secret}" data-secret="${secret}"`);
  const hidden = quote ? with_secret.replace('<iframe', '<iframe style="position: absolute; visibility: hidden;"') : with_secret;
  return (quote ?? '').replace('<blockquote', `<blockquote class="wp-embedded-content" data-secret="${secret}"`) +
    hidden.replace('<iframe', '<iframe class="wp-embedded-content" sandbox="allow-scripts" security="restricted"');
}

/** What WordPress's own script does with messages of frames. */
const wordpress_script = `<script>
addEventListener('message', ({ data, source }) => {
  if (!data || !(data.secret || data.message || data.value) || /[^a-zA-Z0-9]/.test(data.secret)) return;
  for (const frame of document.querySelectorAll('iframe[data-secret="' + data.secret + '"]')) {
    if (source !== frame.contentWindow) continue;
    for (const quote of document.querySelectorAll('blockquote[data-secret="' + data.secret + '"]')) quote.style.display = 'none';
    frame.removeAttribute('style');
    if (data.message === 'height') frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
  }
});
</script>`;

describe('EMB-02 WordPress', () => {
  test('the pasted address is shown, and its height follows the content', async () => {
    const { host, close } = await serve_host({ '/': host_page(here(as_wordpress(discovered('share/counts-de/index.html'))) + wordpress_script) });
    await with_page({ at: host }, async page => {
      const frame = page.locator('iframe');
      await frame.waitFor({ state: 'visible' });
      assert.equal(await page.locator('blockquote').isVisible(), false);
      const [embed] = await embeds(page);
      await embed_settled(embed);
      const height_is = async () => {
        const wanted = await embed.evaluate(() => Math.ceil(/** @type {Element} */ (document.querySelector('.kirnu')).getBoundingClientRect().height));
        await page.waitForFunction(height => Number(document.querySelector('iframe')?.height) === Math.min(1000, Math.max(200, height)), wanted);
        return wanted;
      };
      const before = await height_is();
      await embed.locator('[data-node=lost] .control').fill('9999');
      await embed_settled(embed);
      const after = await height_is();
      assert.notEqual(after, before, 'an error needs another height');
    });
    close();
  });

  test('a numbered link keeps its numbers', () => {
    const made = as_wordpress({ type: 'rich', html: `<iframe src="${kAddress}embed.html?lang=de#v1;start=10;lost=1"></iframe>` });
    assert.match(made, /#v1;start=10;lost=1#\?secret=/);
  });
});

describe('EMB-03 Ghost, feeds and previews', () => {
  for (const preset of kPresets) {
    for (const language of kLanguages) {
      test(`${preset} ${language}`, () => {
        const path = `share/${preset}-${language}/index.html`;
        const answer = discovered(path);
        assert.equal(answer.version, '1.0');
        assert.equal(answer.type, 'rich');
        assert.ok(answer.width > 0 && answer.height > 0 && answer.title);
        const [, source] = /<iframe src="([^"]+)"/.exec(answer.html) ?? [];
        const query = new URL(source.replace(/&amp;/g, '&')).searchParams;
        assert.equal(query.get('lang'), language);
        assert.equal(query.get('job') ?? 'all', preset);
        const page = read(path);
        const property = (/** @type {string} */ name) => new RegExp(`<meta property="og:${name}" content="([^"]+)"`).exec(page)?.[1] ?? '';
        assert.equal(property('title'), answer.title);
        assert.ok(property('description'));
        assert.equal(property('url'), `${kAddress}share/${preset}-${language}/`);
        assert.equal(property('image'), answer.thumbnail_url);
        assert.ok(readFileSync(join(built_site, property('image').slice(kAddress.length))).length > 10_000);
        assert.match(property('locale'), new RegExp(`^${language}_`));
        assert.match(page, new RegExp(`<html lang="${language}">`));
      });
    }
  }

  test('the words are in the language of the page', () => {
    const titles = kLanguages.map(language => discovered(`share/lists-${language}/index.html`).title);
    assert.equal(new Set(titles).size, 3);
  });

  test('the site itself and embed.html are found as well', () => {
    for (const path of ['index.html', 'embed.html']) assert.equal(discovered(path).type, 'rich');
  });
});

// ECO-05, ECO-06: what the docs say is what works, and what a released version said still works.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { embed_settled, embed_value, embeds, heard, host_page, record_messages, serve_host } from './embedding.mjs';
import { url, use_browser } from './support.mjs';

const { with_page } = use_browser();
const docs = readFileSync(fileURLToPath(new URL('../../docs/embedding.md', import.meta.url)), 'utf8');

/** The code blocks of a kind, with the address of the site under test. @param {string} kind */
function blocks(kind) {
  return [...docs.matchAll(new RegExp(`\`\`\`${kind}\\n([^]*?)\`\`\``, 'g'))].map(([, code]) => code.replaceAll('https://kirnu.example/', url));
}

describe('ECO-06 docs/embedding.md', () => {
  const snippets = blocks('html snippet');
  test('has the frame and the element in three languages', () => {
    for (const [at, language] of ['en', 'en', 'de', 'de', 'fi', 'fi'].entries()) assert.match(snippets[at], new RegExp(`lang="?=?${language}`));
    assert.equal(snippets.length, 6);
  });

  for (const [at, code] of snippets.entries()) {
    const language = ['en', 'de', 'fi'][Math.floor(at / 2)];
    test(`${at % 2 === 0 ? 'frame' : 'element'} in ${language}`, async () => {
      const { host, close } = await serve_host({ '/': host_page(code) });
      await with_page({ at: host }, async page => {
        if (at % 2 === 0) {
          const [frame] = await embeds(page);
          assert.equal((await embed_value(frame, 'customer_churn_rate'))?.toFixed(4), '0.1667');
          assert.equal(await frame.locator('html').getAttribute('lang'), language);
        } else {
          await page.waitForSelector(`churn-calculator[data-kirnu=ready][lang=${language}]`);
          assert.equal(Number(await page.locator('[data-node=customer_churn_rate]').getAttribute('data-value')).toFixed(4), '0.1667');
        }
      });
      close();
    });
  }

  test('the addresses to paste are pages that say how they are embedded', async () => {
    const pasted = blocks('text paste').map(text => text.trim());
    assert.equal(pasted.length, 3);
    for (const address of pasted) {
      const response = await fetch(address);
      assert.equal(response.status, 200, address);
      assert.match(await response.text(), /application\/json\+oembed/);
    }
  });

  test('the page behind an address to paste shows all of its frame, on a tablet as on a phone', async () => {
    for (const [width, height] of [[800, 1300], [360, 740]]) {
      for (const preset of ['counts', 'lists', 'transactions']) {
        await with_page({ at: `${url}share/${preset}-de/`, context: { viewport: { width, height } } }, async page => {
          const [frame] = await embeds(page);
          await embed_settled(frame);
          await frame.waitForFunction(() => document.documentElement.scrollHeight <= innerHeight + 2);
        });
      }
    }
  });

  test('setting numbers, and hearing results', async () => {
    const [set] = blocks('js set');
    const [listen] = blocks('js event');
    const { host, close } = await serve_host({
      '/': host_page(snippets[0]),
      '/element': host_page(`${snippets[1]}<script>console.log = (...told) => (globalThis.told = told);\n${listen}</script>`),
    });
    await with_page({ at: host }, async page => {
      const [frame] = await embeds(page);
      await embed_settled(frame);
      await page.evaluate(set);
      await frame.waitForFunction(() => document.querySelector('[data-node=customer_churn_rate]')?.getAttribute('data-value') === '0.05');
      await page.goto(`${host}/element`);
      await page.waitForFunction(() => /** @type {any} */ (globalThis).told?.[1] > 0.16);
      assert.match(await page.evaluate(() => /** @type {any} */ (globalThis).told[0]), /^v1;start=1500;lost=250/);
    });
    close();
  });
});

/** What version 0.1 said and understood, word for word. */
const kReleased = {
  links: [
    { link: '#v1;start=1500;lost=250;period=year', values: { customers_lost: 250, customer_churn_rate: 1 / 6 } },
    { link: '#v1;start=1000;new=50;end=950;period=month', values: { customers_lost: 100, customer_churn_rate: 0.1 } },
    { link: '#v1;start=200;lost=20;period=90', values: { customers_lost: 20 } },
  ],
  messages: [
    { type: 'churn:set', v: 1, params: { start: 400, lost: 40 } },
    { type: 'churn:set', params: 'v1;start=400;lost=40' },
    { type: 'churn:set', v: 1, params: { start: '400', lost: '40', period: 'quarter', definition: 'start_base' } },
  ],
};

describe('ECO-05 what was released', () => {
  test('links', () =>
    with_page({ at: `${url}embed.html?lang=en` }, async page => {
      for (const { link, values } of kReleased.links) {
        await embed_settled(page.mainFrame());
        await page.goto('about:blank');  // else only the fragment changes
        await page.goto(`${url}embed.html?lang=en${link}`);
        for (const [id, value] of Object.entries(values)) assert.equal((await embed_value(page.mainFrame(), id))?.toFixed(6), value.toFixed(6), `${link} ${id}`);
      }
    }));

  test('messages', async () => {
    const { host, close } = await serve_host({ '/': host_page(`<iframe src="${url}embed.html?lang=en&amp;emit=1" sandbox="allow-scripts" width="800" height="700"></iframe>`) });
    await with_page({ at: host, prepare: record_messages }, async page => {
      const [frame] = await embeds(page);
      await embed_settled(frame);
      for (const message of kReleased.messages) {
        await page.evaluate(() => frames[0].postMessage({ type: 'churn:set', v: 1, params: { start: 10, lost: 1 } }, '*'));
        await frame.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '1');
        await page.evaluate(message => frames[0].postMessage(message, '*'), message);
        await frame.waitForFunction(() => document.querySelector('[data-node=customers_lost]')?.getAttribute('data-value') === '40');
      }
      for (const [type, keys] of Object.entries({ 'churn:ready': ['type', 'v'], 'churn:height': ['height', 'type', 'v'], 'churn:result': ['params', 'type', 'v', 'values'] })) {
        const [first] = await heard(page, type);
        assert.deepEqual(Object.keys(first).sort(), keys);
      }
    });
    close();
  });
});

// REL-06: what stands in files, names, links and messages is shown as text and never becomes a program or markup, on every page.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bytes_of, files_of, read_bad_inputs } from '../wasm/bad_input.mjs';
import { control, settled, url, use_browser } from './support.mjs';
import { built_site } from './versions.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();
const kNames = ['<img src=x onerror=alert(1)>.csv', '%s%n%x.csv', '##x###y.csv', '__proto__.csv', '"><script>alert(1)</script>.csv', 'javascript:alert(1).csv'];
const kPages = { 'index.html': `${url}?lang=en`, 'embed.html': `${url}embed.html?lang=en`, 'kirnu-offline.html': `file://${built_site}/kirnu-offline.html?lang=en` };

/** Whatever becomes a program, or could, is noted from the page's start. @param {Page} page */
async function watch(page) {
  await page.addInitScript(() => {
    /** @type {string[]} */
    const found = ((/** @type {any} */ (globalThis)).found = []);
    document.addEventListener('securitypolicyviolation', event => found.push(`${event.violatedDirective} ${event.sample}`));
    const strange = (/** @type {Element} */ each) => {
      const on = [...each.attributes].find(({ name, value }) => /^on/i.test(name) || /^\s*javascript:/i.test(value));
      return on || (/^(img|iframe|object|embed|base|form|meta|template)$/.test(each.localName) && document.readyState === 'complete');
    };
    const look = (/** @type {Node} */ node) => {
      if (!(node instanceof Element)) return;
      for (const each of [node, ...node.querySelectorAll('*')]) if (!each.closest('head') && strange(each)) found.push(each.outerHTML.slice(0, 200));
    };
    new MutationObserver(changes => {
      for (const { addedNodes, target, type } of changes) {
        if (type === 'attributes') look(target);
        addedNodes.forEach(look);
      }
    }).observe(document, { subtree: true, childList: true, attributes: true });
  });
}

describe('REL-06 hostile files', () => {
  for (const [name, at] of Object.entries(kPages)) {
    test(name, async t => {
      /** @type {string[]} */
      const heard = [];
      await with_page({ at, prepare: watch, context: { serviceWorkers: 'block' } }, async page => {
        page.on('dialog', dialog => (heard.push(dialog.message()), dialog.dismiss()));
        await settled(page);
        page.on('request', request => request.url().startsWith('blob:') || request.url().startsWith('data:') || heard.push(request.url()));
        const inputs = read_bad_inputs().filter(({ row }) => row >= 86 && row <= 89);
        for (const [index, input] of inputs.entries()) {
          const files = files_of(input).map((part, at) => ({ name: kNames[(index + at) % kNames.length], mimeType: 'text/csv', buffer: bytes_of(part, input.encode) }));
          await control(page, 'file').evaluate(field => (/** @type {HTMLInputElement} */ (field).multiple = true));
          await control(page, 'file').setInputFiles(files);
          await settled(page);
        }
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        await settled(page);
        t.diagnostic(`${inputs.length} files`);
        assert.ok(inputs.length >= kNames.length, 'every name is used');
        assert.deepEqual(heard, []);
        assert.deepEqual(await page.evaluate(() => /** @type {any} */ (globalThis).found), []);
      });
    });
  }
});

describe('REL-06 trusted types: text cannot become markup or a program, whoever tries', () => {
  const ways = {
    markup: "document.createElement('div').innerHTML = '<b>x</b>'",
    'a script by text': "document.createElement('script').textContent = '1'",
    'a script by address': "document.createElement('script').src = '/x.js'",
    'a worker': "new Worker('x.js')",
    'written markup': "document.write('<b>x</b>')",
    'text as a program': "setTimeout('1')",
    'a frame with a page of its own': "document.createElement('iframe').srcdoc = '<b>x</b>'",
    'a policy of one\'s own': "trustedTypes.createPolicy('mine', {})",
  };
  for (const [name, at] of Object.entries(kPages)) {
    test(name, () =>
      with_page({ at, troubled: true, context: { serviceWorkers: 'block' } }, async page => {
        await settled(page);
        for (const [way, program] of Object.entries(ways)) {
          const said = await page.evaluate(
            `new Promise(resolve => {
              const heard = ({ violatedDirective }) => resolve(violatedDirective);
              document.addEventListener('securitypolicyviolation', heard, { once: true });
              try { ${program} } catch (error) { if (!(error instanceof TypeError)) resolve(String(error)); }
              setTimeout(() => (document.removeEventListener('securitypolicyviolation', heard), resolve('nothing')), 500);
            })`,
          );
          assert.match(String(said), /^(require-trusted-types-for|trusted-types|script-src)/, way);
        }
      }));
  }
});

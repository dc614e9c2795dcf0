// UX-04: what a finger has to hit is large enough. How the page moves under it: ux_04_scroll.test.mjs.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { settled, use_browser } from './support.mjs';

const { with_page } = use_browser();

const kTarget = 44;  // CSS pixels

/** What is folded: disclosures, and cards on a phone. */
const kClosed = ':is(details:not([open]) > summary, .card-fold > .control[aria-expanded="false"]):visible';

const readers = [
  { name: 'a phone', context: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 3 } },
  { name: 'a tablet', context: { viewport: { width: 1024, height: 768 }, isMobile: true, hasTouch: true } },
  { name: 'a narrow column', context: { viewport: { width: 390, height: 844 } } },
];

describe('UX-04 every control of the text view is at least 44 pixels high and wide', () => {
  for (const { name, context } of readers) {
    test(name, () =>
      with_page({ query: '?lang=de&view=text', context }, async page => {
        for (let closed; (closed = page.locator(kClosed)) && (await closed.count()) > 0; ) {
          await closed.first().click();
          await settled(page);
        }
        const targets = await page.locator('.text-view :is(input, select, textarea, button, summary, .segment, [role=slider])').evaluateAll(all =>
          all.flatMap(target => {
            const covered = target.closest('.segmented') && target.localName === 'select';  // the segments take the finger
            if (covered || target.getClientRects().length === 0) return [];
            const boxes = [target, ...(target.getAttribute('type') === 'checkbox' ? (/** @type {HTMLInputElement} */ (target).labels ?? []) : [])];
            const [width, height] = ['width', 'height'].map(side => Math.max(...boxes.map(box => box.getBoundingClientRect()[/** @type {'width'} */ (side)])));
            return [{ what: target.closest('[data-node]')?.getAttribute('data-node') ?? '', width, height }];
          }),
        );
        assert.ok(targets.length > 30, `${targets.length} targets`);
        assert.deepEqual(targets.filter(({ width, height }) => Math.min(width, height) < kTarget - 0.5), []);
      }));
  }
});

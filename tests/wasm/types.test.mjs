import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './core.mjs';

test('the wrapper is what kirnu.d.ts says', async () => {
  /** @type {import('../../web/kirnu.d.ts').Kirnu} checked by tsc */
  const k = await load();
  for (const member of /** @type {const} */ (['report', 'view', 'viewText', 'state', 'stateText', 'csv', 'text', 'module'])) {
    assert.ok(k[member], member);
  }
});

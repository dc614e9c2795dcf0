import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kirnu } from '../../web/kirnu.mjs';
import { program, section, text } from './made_core.mjs';

// A core that starts and then traps when it is asked for its report:
// (module (memory (export "memory") 1)
//   (func (export "kirnu_create") (result i32) i32.const 1)
//   (func (export "kirnu_report") (param i32) unreachable))
const trapping_core = program(
  section(1, 2, 0x60, 0, 1, 0x7f, 0x60, 1, 0x7f, 0),
  section(3, 2, 0, 1),
  section(5, 1, 0, 1),
  section(7, 3, ...text('memory'), 2, 0, ...text('kirnu_create'), 0, 0, ...text('kirnu_report'), 0, 1),
  section(10, 2, 4, 0, 0x41, 1, 0x0b, 3, 0, 0x00, 0x0b),
);

test('an instance that trapped is dead, says so, and answers nothing any more', async () => {
  const k = await Kirnu.load({ wasm: trapping_core });
  assert.equal(k.dead, false);
  assert.throws(() => k.report, { code: 'engine_stopped' });
  assert.equal(k.dead, true);
  assert.throws(() => k.dispatch({ type: 'press', id: 'example' }), { code: 'engine_stopped' });
  k.close();
});

test('the module of a dead instance starts a new one', async () => {
  const dead = await Kirnu.load({ wasm: trapping_core });
  assert.throws(() => dead.report);
  assert.equal((await Kirnu.load({ wasm: dead.module })).dead, false);
});

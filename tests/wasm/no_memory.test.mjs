import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Kirnu } from '../../web/kirnu.mjs';
import { program, section, text } from './made_core.mjs';

// A core with room for one text at a time; whatever it is asked, it says "{}":
// (module (memory (export "memory") 1) (global (mut i32) i32.const 32) (data (i32.const 0) "{}")
//   (func (export "kirnu_create") (result i32) i32.const 1)
//   (func (export "kirnu_alloc") (param i32) (result i32) global.get 0 i32.const 0 global.set 0)
//   (func (export "kirnu_release") (param i32) local.get 0 global.set 0)
//   (func (export "kirnu_state") (param i32))
//   (func (export "kirnu_output") (param i32) (result i32) i32.const 0)
//   (func (export "kirnu_output_size") (param i32) (result i32) i32.const 2)
//   (func (export "kirnu_understands") (param i32 i32 i32 i32 i32) (result i32) i32.const 1)
//   (func (export "kirnu_dispatch") (param i32 i32 i32) (result i32) i32.const 1))
const i32 = 0x7f;
const exported = ['create', 'alloc', 'release', 'state', 'output', 'output_size', 'understands', 'dispatch'];
const small_core = program(
  section(1, 5, 0x60, 0, 1, i32, 0x60, 1, i32, 1, i32, 0x60, 1, i32, 0, 0x60, 3, i32, i32, i32, 1, i32, 0x60, 5, i32, i32, i32, i32, i32, 1, i32),
  section(3, exported.length, 0, 1, 2, 2, 1, 1, 4, 3),
  section(5, 1, 0, 1),
  section(6, 1, i32, 1, 0x41, 32, 0x0b),
  section(7, 1 + exported.length, ...text('memory'), 2, 0, ...exported.flatMap((name, at) => [...text(`kirnu_${name}`), 0, at])),
  section(10, exported.length,
    ...[4, 0, 0x41, 1, 0x0b],
    ...[8, 0, 0x23, 0, 0x41, 0, 0x24, 0, 0x0b],
    ...[6, 0, 0x20, 0, 0x24, 0, 0x0b],
    ...[2, 0, 0x0b],
    ...[4, 0, 0x41, 0, 0x0b],
    ...[4, 0, 0x41, 2, 0x0b],
    ...[4, 0, 0x41, 1, 0x0b],
    ...[4, 0, 0x41, 1, 0x0b],
  ),
  section(11, 1, 0, 0x41, 0, 0x0b, 2, 0x7b, 0x7d),
);

test('where there is no memory for a second text, the first is given back', async () => {
  const k = await Kirnu.load({ wasm: small_core });
  for (let time = 0; time < 3; ++time) {
    assert.throws(() => k.ask({ period: 'month' }), { code: 'no_memory' });
    assert.deepEqual(k.dispatch({ type: 'press', id: 'example' }), {});
  }
  assert.equal(k.dead, false);
});

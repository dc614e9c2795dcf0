// The floor as a core: also the model for our own adapter (see ../engines/core.mjs).
// Inputs pass through one small window of WASM memory: growing it to the file's size would cost more than the job.
const MONTHS = 120, W = 121, WINDOW = 1 << 20;

export default async function create(base) {
  const { answerJ0, answerJ1, answerJ2, answerJ3, answerJ4, answerJ5 } = await import(base + 'spec.mjs');
  const { instance } = await WebAssembly.instantiateStreaming(fetch(base + 'floor.wasm'), { env: { emscripten_notify_memory_growth() {} }, wasi_snapshot_preview1: new Proxy({}, { get: () => () => 0 }) });
  const x = instance.exports;
  x._initialize?.();
  const win = x.alloc(WINDOW + 64) >>> 0, h = x.alloc(4 * MONTHS * W) >>> 0, out = x.alloc(8 * 3000) >>> 0;
  const f64 = n => new Float64Array(x.memory.buffer, out, n);

  async function feed(f, take) {           // take(pointer, length, is a row behind us) -> bytes taken
    let have = 0, behind = 0;
    const push = b => {
      for (let at = 0; at < b.length;) {
        const n = Math.min(WINDOW - have, b.length - at);
        new Uint8Array(x.memory.buffer, win + have, n).set(b.subarray(at, at + n));
        at += n; have += n;
        if (have < WINDOW) return;
        const used = take(win, have, behind) >>> 0;
        if (!used) throw new Error('a row longer than the window');
        behind = 1; have -= used;
        new Uint8Array(x.memory.buffer).copyWithin(win, win + used, win + used + have);
      }
    };
    if (f.bytes) push(f.bytes);
    else for await (const b of f.file.stream()) push(b); // a byob reader is a little faster but was seen to stall on 4.4 GB
    if (have) take(win, have, behind);
  }
  const hist = async f => {
    const counts = () => new Uint32Array(x.memory.buffer, h, MONTHS * W);
    counts().fill(0);
    await feed(f, (p, n, row) => x.hist(p, n, row, h));
    return counts();
  };
  return {
    async J0(f) { let n; await feed(f, (p, size) => { n = x.counts(p, size, out); return size; }); const v = f64(3 * n); return answerJ0(Array.from({ length: n }, (_, i) => [v[3 * i], v[3 * i + 1], v[3 * i + 2]])); },
    J1: async f => answerJ1(await hist(f)),
    J2: async f => answerJ2(await hist(f)),
    async J3(a, b) {
      x.begin();
      await feed(a, (p, n, row) => x.column0(p, n, row, 0));
      await feed(b, (p, n, row) => x.column0(p, n, row, 1));
      x.end_lists(out);
      return answerJ3(...f64(3));
    },
    async J4(f) {
      f64(4).fill(0);
      await feed(f, (p, n, row) => x.parse(p, n, row, out));
      return answerJ4(...f64(3));
    },
    async J5(f) {
      x.begin();
      await feed(f, (p, n, row) => x.halves(p, n, row, 20240101, 20250101, 20260101));
      x.end_halves(out);
      return answerJ5(...f64(3));
    },
  };
}

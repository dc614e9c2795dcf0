// node load.mjs [--rounds 5]: what a first visit costs. A minimal page for each engine, brotli (quality 11),
// an empty cache, at full speed and over a 10 Mbit/s line with 40 ms round trips. Ready = the first answer
// (or, for ImGui, the first frame). CHURN_APP_DIR adds our own site: it is ready when data-kirnu says so.
import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { launch } from './lib/browser.mjs';
import { serve, brotli } from './lib/server.mjs';
import { ROOT, result } from './lib/paths.mjs';

const { values: opt } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, only: { type: 'string', default: '' } } });
const duck = kind => `import * as d from '@duckdb/duckdb-wasm';
  const at = '/node_modules/@duckdb/duckdb-wasm/dist/duckdb', db = new d.AsyncDuckDB(new d.VoidLogger(), new Worker(at + '-browser-${kind}.worker.js'));
  await db.instantiate(at + '-${kind}.wasm');
  const r = await (await db.connect()).query('SELECT 40 + 2 AS a'); if (Number(r.toArray()[0].a) === 42) done();`;
const PAGES = {
  'udsv': "import { inferSchema, initParser } from 'udsv'; const s = 'a,b\\n1,2\\n'; if (initParser(inferSchema(s)).stringArrs(s).length) done();",
  'papaparse': "import P from 'papaparse'; if (P.parse('a,b\\n1,2\\n').data.length) done();",
  'd3-dsv': "import { csvParseRows } from 'd3-dsv'; if (csvParseRows('a,b\\n1,2\\n').length) done();",
  'arquero': "import { fromCSV } from 'arquero'; if (fromCSV('a,b\\n1,2\\n').numRows()) done();",
  'duckdb-wasm (eh)': duck('eh'),
  'perspective (inline)': "import p from '@perspective-dev/client/inline'; const t = await (await p.worker()).table('a,b\\n1,2\\n', { format: 'csv' }); if (await t.size()) done();",
  'jsimgui (Dear ImGui)': `import { ImGui, ImGuiImplWeb } from '/node_modules/@mori2003/jsimgui/build/mod.js';
    const canvas = document.body.appendChild(Object.assign(document.createElement('canvas'), { width: 1280, height: 720 }));
    await ImGuiImplWeb.Init({ canvas, backend: 'webgl2' });
    ImGuiImplWeb.BeginRender(); ImGui.ShowDemoWindow(); ImGuiImplWeb.EndRender(); requestAnimationFrame(() => done());`,
};
const html = js => `<!doctype html><meta charset=utf-8><title>load</title><body><script type=module src="/${js}.js"></script>`;

const server = await serve({ compress: true });
const sizes = {};
const names = Object.keys(PAGES).filter(n => n.includes(opt.only));
for (const name of names) {
  const out = await build({ stdin: { contents: 'const done = () => { globalThis.ready ??= performance.now(); };\n' + PAGES[name], resolveDir: ROOT }, bundle: true, minify: true, write: false, format: 'esm', target: 'es2022', logLevel: 'error', outdir: 'out', loader: { '.wasm': 'file' }, conditions: ['browser'], external: ['/node_modules/*'] });
  const id = name.replace(/\W+/g, '-');
  server.put(`/${id}.js`, out.outputFiles.find(f => f.path.endsWith('.js')).text);
  server.put(`/${id}.html`, html(id));
  PAGES[name] = `/${id}.html`;
}
if (process.env.CHURN_APP_DIR) { server.mount('/app/', process.env.CHURN_APP_DIR); PAGES['our site'] = '/app/index.html'; names.push('our site'); }

// The size of a static file, raw, gzip and brotli.
const size = raw => ({ raw: raw.length, gzip: zlib.gzipSync(raw, { level: 9 }).length, brotli: brotli(raw).length });
const FILES = ['@duckdb/duckdb-wasm/dist/duckdb-eh.wasm', '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js', '@perspective-dev/server/dist/wasm/perspective-server.wasm', '@perspective-dev/client/dist/wasm/perspective-js.wasm', '@mori2003/jsimgui/build/loader.js', '@mori2003/jsimgui/build/loader-extensions.js', '@mori2003/jsimgui/build/imgui.js', 'papaparse/papaparse.min.js', 'udsv/dist/uDSV.iife.min.js', 'd3-dsv/dist/d3-dsv.min.js', 'arquero/dist/arquero.min.js'];
for (const f of FILES) { const p = path.join(ROOT, 'node_modules', f); if (fs.existsSync(p)) sizes[f] = size(fs.readFileSync(p)); }

const browser = await launch(['--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist']);
const LINES = { 'full speed': { kbps: 0, rtt: 0 }, '10 Mbit/s, 40 ms': { kbps: 10000, rtt: 40 } };
const runs = [], modules = {};
for (let round = -1; round < +opt.rounds; round++) {       // round -1 fills the brotli store
  for (const [label, speed] of Object.entries(LINES)) {
    if (round < 0 && speed.kbps) continue;
    for (const name of names) {
      Object.assign(server.line, speed, { bytes: 0, requests: 0, free: 0 });
      const context = await browser.newContext({ viewport: { width: 1280, height: 720 } }), page = await context.newPage();
      if (round < 0) await page.addInitScript(() => {         // how large are the modules inside the bundles?
        globalThis.wasmSizes = [];
        for (const f of ['instantiate', 'compile']) { const old = WebAssembly[f]; WebAssembly[f] = function (src, ...a) { if (src?.byteLength) globalThis.wasmSizes.push(src.byteLength); return old.call(this, src, ...a); }; }
      });
      try {
        await page.goto(server.origin + PAGES[name], { waitUntil: 'commit' });
        await page.waitForFunction(() => globalThis.ready || document.documentElement.dataset.kirnu === 'ready', null, { timeout: 120000, polling: 20 });
        const ms = await page.evaluate(() => globalThis.ready ?? performance.now());
        if (round < 0) modules[name] = await page.evaluate(() => globalThis.wasmSizes);
        else { runs.push({ name, line: label, round, ms: +ms.toFixed(1), bytes: server.line.bytes, requests: server.line.requests }); console.log(round, label.padEnd(18), name.padEnd(22), ms.toFixed(0).padStart(7), 'ms', (server.line.bytes / 1024).toFixed(1).padStart(9), 'KiB', server.line.requests); }
      } catch (e) { console.log(name, 'FAILED', e.message.split('\n')[0]); }
      await context.close();
    }
  }
}
await browser.close(); server.close();
fs.writeFileSync(result('load'), JSON.stringify({ sizes, modules, runs }, null, 1) + '\n');
console.log(sizes, modules);

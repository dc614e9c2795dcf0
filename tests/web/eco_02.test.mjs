// ECO-02: the npm package, packed and installed, computes in Node, has types, and shows its element in a plain page.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { serve } from '../../scripts/server.mjs';
import { use_browser } from './support.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { with_page } = use_browser();

describe('ECO-02 the npm package', () => {
  let folder = '';

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'kirnu-npm-'));
    assert.ok(existsSync(join(root, 'build/npm/package.json')), 'scripts/build site makes it');
    const [{ filename, files }] = JSON.parse(execFileSync('npm', ['pack', '--json', '--pack-destination', folder, join(root, 'build/npm')], { encoding: 'utf8' }));
    for (const name of ['LICENSE', 'THIRD_PARTY_NOTICES.md', 'README.md', 'kirnu.mjs', 'kirnu.d.ts', 'kirnu-core.wasm', 'element.mjs']) {
      assert.ok(files.some((/** @type {{path: string}} */ { path }) => path === name), name);
    }
    writeFileSync(join(folder, 'package.json'), '{"name": "somebody", "private": true, "type": "module"}');
    execFileSync('npm', ['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', join(folder, filename)], { cwd: folder, stdio: 'pipe' });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  test('computes in Node as its README says', () => {
    const readme = readFileSync(join(folder, 'node_modules/kirnu/README.md'), 'utf8');
    const [, code] = /```js\n([^]*?)```/.exec(readme) ?? [];
    writeFileSync(join(folder, 'readme.mjs'), code);
    assert.equal(execFileSync('node', ['readme.mjs'], { cwd: folder, encoding: 'utf8' }).trim(), '0.166666666667');
  });

  test('computes what the README of the repository says', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [, code] = /```js\n([^]*?build\/npm[^]*?)```/.exec(readme) ?? [];
    const told = '\nconsole.log(JSON.stringify([metrics.customer_churn_rate, series[1].metrics.customer_churn_rate.value]));\n';
    writeFileSync(join(folder, 'repository.mjs'), code.replace('./build/npm/', './node_modules/kirnu/') + told);
    const [rate, second] = JSON.parse(execFileSync('node', ['repository.mjs'], { cwd: folder, encoding: 'utf8' }));
    assert.ok(readme.includes(`value: ${rate.value}, numerator: ${rate.numerator}, denominator: ${rate.denominator}, low: ${rate.low}, high: ${rate.high}`));
    assert.ok(readme.includes(`// ${second}`));
  });

  test('has types', () => {
    const good = "import { Kirnu, type Report } from 'kirnu';\nimport {} from 'kirnu/element';  // types are asked for, which an import for its effect does not\nconst report: Report = (await Kirnu.load({ language: 'fi' })).counts({ start: 1, lost: 0 });\nconst rate: number | undefined = report.metrics?.customer_churn_rate?.value;\nconsole.log(rate);\n";
    const check = (/** @type {string} */ text) => {
      writeFileSync(join(folder, 'use.ts'), text);
      return spawnSync(join(root, 'node_modules/.bin/tsc'), ['--noEmit', '--strict', '--target', 'es2022', '--module', 'nodenext', '--lib', 'es2022,dom', 'use.ts'], { cwd: folder, encoding: 'utf8' });
    };
    assert.equal(check(good).stdout, '');
    assert.match(check(good.replace("'fi'", "'sv'")).stdout, /'"sv"' is not assignable/);
  });

  test('works in a plain page without a bundler: the wrapper, and the element', async () => {
    writeFileSync(join(folder, 'index.html'), `<!doctype html><html lang="de"><head><meta charset="utf-8"><link rel="icon" href="data:,"></head><body>
<churn-calculator job="counts" controls="min" src-params="start=1500;lost=300"></churn-calculator>
<script type="module">
import './node_modules/kirnu/element.mjs';
import { Kirnu } from './node_modules/kirnu/kirnu.mjs';
globalThis.rate = (await Kirnu.load()).counts({ start: 1500, lost: 250 }).metrics.customer_churn_rate.value;
</script></body></html>`);
    const { url, server } = await serve(folder, 0);
    server.unref();
    await with_page({ at: url }, async page => {
      await page.waitForFunction(() => /** @type {any} */ (globalThis).rate === 0.166666666667);
      await page.waitForSelector('churn-calculator[data-kirnu=ready]');
      assert.equal(await page.locator('[data-node=customer_churn_rate]').getAttribute('data-value'), '0.2');
    });
    server.closeAllConnections();
    server.close();
  });
});

// EMB-11, ECO-07, ECO-03, ECO-04: what the built site consists of: names, hashes, sizes, licences.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { has_hash, hashed_name, integrity_of, list_files, sha256 } from '../../scripts/site/files.mjs';
import { keep_earlier } from '../../scripts/site/keep_earlier.mjs';
import { serve } from '../../scripts/server.mjs';
import { built_site } from './versions.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (/** @type {string} */ path) => readFileSync(join(built_site, path));
const files = list_files(built_site);

/** Names that must stay what they are: pages, what hosts and browsers look for, what authors have pasted, what people read. */
const kStay = /^((.*\/)?index\.html|embed\.html|sw\.js|embed\.js|kirnu-offline\.html|manifest\.webmanifest|oembed\/[\w-]+\.json|SHA256SUMS|_headers|LICENSE|THIRD_PARTY_NOTICES\.md)$/;

describe('EMB-11 names', () => {
  test('every file but those that must keep their name has the hash of its bytes in it', () => {
    for (const path of files) {
      if (kStay.test(path)) continue;
      assert.ok(has_hash(path), path);
      assert.equal(hashed_name(path.replace(/-[0-9a-f]{12}(\.\w+)$/, '$1'), read(path)), path);
    }
  });

  test('every file that a page names is there, and has the integrity that the page says', () => {
    let checked = 0;
    for (const path of files.filter(each => each.endsWith('.html') && each !== 'kirnu-offline.html')) {
      const page = read(path).toString();
      for (const [, name, integrity] of page.matchAll(/(?:src|href)="([^":]+-[0-9a-f]{12}\.\w+)"(?: integrity="([^"]+)")?/g)) {
        const target = new URL(name, `http://site/${path}`).pathname.slice(1);
        assert.ok(files.includes(target), `${path}: ${name}`);
        if (integrity) assert.equal(integrity, integrity_of(read(target)), name);
        ++checked;
      }
    }
    assert.ok(checked > 40, `${checked} names`);
  });

  test('the script that the dialog hands out is the built one', () => {
    const program = read(files.find(path => /^kirnu-[0-9a-f]{12}\.js$/.test(path)) ?? '').toString();
    const [, name, integrity] = /embed:\{name:"(embed-[0-9a-f]{12}\.js)",integrity:"([^"]+)"/.exec(program) ?? [];
    assert.ok(files.includes(name), name);
    assert.equal(integrity, integrity_of(read(name)));
    assert.deepEqual(read(name), read('embed.js'));
  });

  test('earlier releases\' hashed files are kept, whole ones only', () => {
    const folder = mkdtempSync(join(tmpdir(), 'kirnu-keep-'));
    const [earlier, now] = [join(folder, 'earlier'), join(folder, 'now')];
    for (const each of [earlier, join(earlier, 'posters'), now]) mkdirSync(each);
    const good = hashed_name('posters/a.png', 'old');
    writeFileSync(join(earlier, good), 'old');
    writeFileSync(join(earlier, hashed_name('b.js', 'whole')), 'cut');
    writeFileSync(join(earlier, 'index.html'), 'old page');
    assert.deepEqual(keep_earlier(earlier, now), [good]);
    assert.deepEqual(list_files(now), ['earlier.txt', good]);
    rmSync(folder, { recursive: true });
  });
});

describe('EMB-11 what is published is fetched before the next release', () => {
  /** A published site with one file of each age. @param {(site: string) => void} [change] */
  async function fetched(change = () => {}) {
    const folder = mkdtempSync(join(tmpdir(), 'kirnu-published-'));
    const [published, earlier] = [join(folder, 'published'), join(folder, 'earlier')];
    mkdirSync(join(published, 'posters'), { recursive: true });
    const [kept, last] = [hashed_name('posters/old.png', 'old'), hashed_name('new.js', 'new')];
    writeFileSync(join(published, kept), 'old');
    writeFileSync(join(published, last), 'new');
    writeFileSync(join(published, 'SHA256SUMS'), `${sha256('new').toString('hex')}  ${last}\n${sha256('page').toString('hex')}  index.html\n`);
    writeFileSync(join(published, 'earlier.txt'), `${kept}\n`);
    change(published);
    const { url, server } = await serve(published, 0);
    server.unref();
    const done = await new Promise(resolve => {
      const child = spawn('bash', [join(root, 'scripts/site/fetch_earlier'), url.replace(/\/$/, ''), earlier]);
      let said = '';
      for (const pipe of [child.stdout, child.stderr]) pipe.on('data', text => (said += text));
      child.on('close', status => resolve({ status, said, files: list_files(earlier) }));
    });
    server.close();
    rmSync(folder, { recursive: true });
    return { ...done, kept, last };
  }

  test('files of the last release and of those before it', async () => {
    const { status, said, files, kept, last } = await fetched();
    assert.deepEqual({ status, said, files }, { status: 0, said: '', files: [last, kept] });
  });

  test('one that is gone holds nothing up', async () => {
    const { status, said, files, last } = await fetched(site => rmSync(join(site, 'posters'), { recursive: true }));
    assert.deepEqual({ status, files }, { status: 0, files: [last] });
    assert.match(said, /notice: posters\/old-\w{12}\.png is no longer there \(404\)/);
  });

  test('nothing published yet is said; a site that does not answer fails, since nothing may be forgotten', async () => {
    const { status, said, files } = await fetched(site => rmSync(join(site, 'SHA256SUMS')));
    assert.deepEqual({ status, files }, { status: 0, files: [] });
    assert.match(said, /nothing is published/);
    const folder = mkdtempSync(join(tmpdir(), 'kirnu-silent-'));
    const silent = spawnSync('bash', [join(root, 'scripts/site/fetch_earlier'), 'http://127.0.0.1:1', folder], { encoding: 'utf8' });
    assert.notEqual(silent.status, 0);
    rmSync(folder, { recursive: true });
  });
});

test('ECO-07 SHA256SUMS names every file with its hash', () => {
  const lines = read('SHA256SUMS').toString().trim().split('\n');
  assert.deepEqual(lines, files.filter(path => path !== 'SHA256SUMS').map(path => `${sha256(read(path)).toString('hex')}  ${path}`));
});

/** The site, made of the same sources in another folder. @param {Record<string, string>} environment
 * @param {(site: string) => void} look at its folder */
function with_other_site(environment, look) {
  const folder = mkdtempSync(join(tmpdir(), 'kirnu-other-'));
  for (const each of ['web', 'assets', 'scripts', 'docs']) cpSync(join(root, each), join(folder, each), { recursive: true });
  for (const each of ['LICENSE', 'THIRD_PARTY_NOTICES.md', 'CMakeLists.txt']) cpSync(join(root, each), join(folder, each));
  symlinkSync(join(root, 'build'), join(folder, 'build'));
  mkdirSync(join(folder, 'site'));
  const made = spawnSync('node', ['scripts/site/assemble.mjs', join(folder, 'site'), join(root, 'build/fonts')], { cwd: folder, encoding: 'utf8', env: { ...process.env, ...environment } });
  assert.equal(made.status, 0, made.stderr);
  look(join(folder, 'site'));
  rmSync(folder, { recursive: true });
}

test('ECO-07 the same sources in another folder give the same site', () =>
  with_other_site({ TZ: 'Asia/Tokyo' }, site => {
    assert.equal(readFileSync(join(site, 'SHA256SUMS'), 'utf8'), read('SHA256SUMS').toString());
    for (const path of files) assert.ok(!read(path).includes(root), `${path} names a folder of this machine`);
  }));

test('EMB-03 KIRNU_ADDRESS stands wherever an address must be whole, and changes nothing else', () =>
  with_other_site({ KIRNU_ADDRESS: 'https://blog.example/churn' }, site => {
    const follow = ['SHA256SUMS', 'sw.js'];  // they hold the others' hashes
    const changed = files.filter(path => !follow.includes(path) && !read(path).equals(readFileSync(join(site, path))));
    assert.deepEqual(changed.filter(path => !/^(index|embed)\.html$|^oembed\/[\w-]+\.json$|^share\/[\w-]+\/index\.html$/.test(path)), []);
    assert.equal(changed.length, 2 + 2 * 18, 'six presets in three languages');
    for (const path of changed) {
      const page = readFileSync(join(site, path), 'utf8');
      assert.ok(!page.includes('kirnu.example'), path);
      assert.equal(page.replaceAll('https://blog.example/churn/', 'https://kirnu.example/'), read(path).toString(), path);
    }
  }));

describe('ECO-03 sizes', () => {
  const hash = '0'.repeat(12);

  /** What `scripts/size --check` says of a site of these files. @param {Record<string, number>} sizes bytes that do not pack */
  function check(sizes) {
    const folder = mkdtempSync(join(tmpdir(), 'kirnu-size-'));
    for (const [name, size] of Object.entries(sizes)) writeFileSync(join(folder, name), noise(size));
    const { status, stderr } = spawnSync('node', ['scripts/size.mjs', folder, '--check'], { cwd: root, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    return { status, stderr };
  }

  /** @param {number} count */
  const noise = count => Buffer.concat(Array.from({ length: Math.ceil(count / 32) }, (_, at) => sha256(String(at))));

  test('a site within its budgets passes; a heavier core, start and poster are told', () => {
    const light = { 'index.html': 2000, 'embed.html': 5000, [`kirnu-core-${hash}.wasm`]: 90_000, [`kirnu-embed-${hash}.js`]: 20_000 };
    assert.deepEqual(check(light), { status: 0, stderr: '' });
    const { status, stderr } = check({ ...light, 'embed.html': 21_000, [`kirnu-core-${hash}.wasm`]: 900_000 });
    assert.equal(status, 1);
    for (const what of ['start of the site', 'start of an embed', 'core', 'poster']) assert.match(stderr, new RegExp(`^${what}: `, 'm'));
  });

  test('a part that is missing is told', () => {
    const { status, stderr } = check({ 'index.html': 2000, [`kirnu-core-${hash}.wasm`]: 90_000 });
    assert.equal(status, 1);
    assert.match(stderr, /poster: no such files/);
  });
});

test('ECO-04 whatever is linked or served is named in THIRD_PARTY_NOTICES.md', () => {
  const notices = readFileSync(join(root, 'THIRD_PARTY_NOTICES.md'), 'utf8');
  const third_party = readFileSync(join(root, 'scripts/third_party'), 'utf8') + readFileSync(join(root, 'scripts/cmake/third_party.cmake'), 'utf8');
  const known = { imgui: 'Dear ImGui', sdl2: 'SDL', nlohmann: 'JSON for Modern C++', utf8proc: 'utf8proc', zlib: 'zlib' };
  for (const [used, name] of Object.entries(known)) {
    assert.ok(third_party.toLowerCase().includes(used), `${used} is no longer used: take it out of the notices and of this list`);
    assert.ok(notices.includes(name), name);
  }
  assert.ok(notices.includes('SIL OPEN FONT LICENSE Version 1.1'), 'the font');
  const product = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  assert.equal(product.dependencies, undefined, 'nothing from npm is served');
});

// scripts/third_party where something is missing: a pinned version, Debian, git, everything. Debian and the public git host are
// played by programs and a repository of the test's own.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const kScript = fileURLToPath(new URL('../../scripts/third_party', import.meta.url));
const kTag = /^zlib_version=(.*)$/m.exec(readFileSync(kScript, 'utf8'))?.[1];
const kTools = ['awk', 'bash', 'cat', 'dirname', 'dpkg', 'id', 'mkdir', 'mktemp', 'mv', 'rm', 'sed'];

/** What stands in the place of Debian: it has zlib in these versions, and its source says which it is. @param {string[]} versions */
const debian = versions => ({
  'apt-get': 'case "$*" in *indextargets*) . /etc/os-release; echo "$VERSION_CODENAME main http://mirror";; esac',
  'apt-cache': versions.map(version => `echo "Version: ${version}"`).join('\n') || ':',
  'dpkg-source': 'mkdir source; echo "Debian" > source/origin',
});

describe('scripts/third_party', () => {
  let folder = '';
  let runs = 0;

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'kirnu-third-'));
    const git = (/** @type {string[]} */ ...words) => execFileSync('git', ['-C', join(folder, 'host/zlib'), '-c', 'user.name=a', '-c', 'user.email=a@b', ...words], { stdio: 'pipe' });
    mkdirSync(join(folder, 'host/zlib'), { recursive: true });
    git('init', '--quiet');
    writeFileSync(join(folder, 'host/zlib/origin'), 'git\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'zlib');
    git('tag', `v${kTag}`);
  });
  after(() => rmSync(folder, { recursive: true }));

  /** @param {Record<string, string>} programs @param {{git?: boolean, host?: string}} [with_] */
  function fetch_zlib(programs, { git = true, host = 'host' } = {}) {
    const here = join(folder, `run${++runs}`);
    const bin = join(here, 'bin');
    mkdirSync(bin, { recursive: true });
    for (const tool of [...kTools, ...(git ? ['git'] : [])]) symlinkSync(execFileSync('which', [tool], { encoding: 'utf8' }).trim(), join(bin, tool));
    for (const [name, text] of Object.entries(programs)) {
      writeFileSync(join(bin, name), `#!/bin/bash\n${text}\n`);
      chmodSync(join(bin, name), 0o755);
    }
    const env = {
      PATH: bin,
      HOME: here,
      XDG_CACHE_HOME: join(here, 'cache'),
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.${join(folder, host)}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/madler/',
    };
    const { status, stdout, stderr } = spawnSync(join(bin, 'bash'), [kScript, 'zlib'], { encoding: 'utf8', env });
    const place = stdout.trim();
    return { status, stderr, origin: place && readFileSync(join(place, 'origin'), 'utf8').trim() };
  }

  test('the pinned version of Debian, whatever newer ones there are', () => {
    const { status, stderr, origin } = fetch_zlib(debian([`1:${kTag}.dfsg-1`, '1:99.0-1']));
    assert.deepEqual({ status, stderr, origin }, { status: 0, stderr: `third_party: fetching zlib ${kTag}\n`, origin: 'Debian' });
  });

  test('where the pinned one is gone, the newest that will do, with a notice', () => {
    const { status, stderr, origin } = fetch_zlib(debian(['1:1.1-1', '1:9.8-1', '1:9.10-1', '1:9.9-1']));
    assert.equal(status, 0);
    assert.equal(origin, 'Debian');
    assert.match(stderr, new RegExp(`notice: zlib ${kTag} is gone, taking 1:9.10-1\n`));
  });

  /** @type {Record<string, Record<string, string>>} */
  const without = { 'too old': debian(['1:1.1-1']), 'no such package': debian([]), 'no network': { 'apt-get': 'exit 100' }, 'no Debian': {} };
  for (const [name, programs] of Object.entries(without)) {
    test(`${name}: the pinned tag of the git host, and no word of git's`, () => {
      const { status, stderr, origin } = fetch_zlib(programs);
      assert.equal(status, 0, stderr);
      assert.equal(origin, 'git');
      assert.doesNotMatch(stderr, /HEAD|hint|advice/);
    });
  }

  test('nothing reachable: a sentence that says what to do, and nothing half fetched stays', () => {
    const { status, stderr, origin } = fetch_zlib({}, { host: 'nowhere' });
    assert.equal(status, 1);
    assert.equal(origin, '');
    assert.match(stderr, /cannot get zlib [\d.]+: neither as Debian source package nor from https:\/\/github.com\/madler\/zlib\. Check the network/);
    assert.deepEqual(execFileSync('ls', [join(folder, `run${runs}`, 'cache/kirnu')], { encoding: 'utf8' }), '');
  });

  test('without git it is said that git is missing', () => {
    assert.match(fetch_zlib({}, { git: false }).stderr, /third_party: git is missing\n.*cannot get zlib/s);
  });
});

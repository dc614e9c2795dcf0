// Files while they are read: progress, cancel, another file meanwhile, files that break, and the way back.
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { boot_words } from '../../web/boot_words.mjs';
import { choose, drop, in_worker, release, time_until_gone, with_strange_streams } from './files.mjs';
import { outline_of_page } from './outline.mjs';
import { click_drawn, control, fill, metric, point_and_click, settled, use_browser, words } from './support.mjs';

/** @typedef {import('playwright-core').Page} Page */

const { with_page } = use_browser();

/** A table in which so many are lost in the second month. @param {number} lost */
const table = lost => `Monat;Beginn;Verloren\n2025-01;1000;10\n2025-02;990;${lost}\n`;
/** The same with more bytes, to be read in pieces. @param {number} lost */
const long_table = lost => table(lost) + '\n'.repeat(2000);

/** Where the drawn page would only take longer: both take files in the same way. */
const kText = '?lang=de&view=text';

const views = [
  { name: 'text view', query: kText, press: (/** @type {Page} */ page, /** @type {string} */ id) => control(page, id).click() },
  { name: 'canvas', query: '?lang=de', press: point_and_click },
];

/** @param {Page} page */
const lost = async page => (await metric(page, 'customers_lost')).value;
/** @param {Page} page */
const notice = page => page.locator('.notice');
/** @param {Page} page */
const progress = page => page.locator('[data-node=progress]');

/** Waits until a file of this name is in place. @param {Page} page @param {string} name */
async function in_place(page, name) {
  await page.waitForFunction(name => document.querySelector('[data-node=file] .file-name')?.textContent === name, name);
  await settled(page);
}

for (const { name, query, press } of views) {
  describe(`a file that is read: ${name}`, () => {
    test('it says how far it is, and cancelling brings the earlier numbers back at once', t =>
      with_page({ query, prepare: with_strange_streams }, async page => {
        for (const file of ['held.csv', 'stuck.csv']) {
          await fill(page, 'lost', '123');
          const before = await outline_of_page(page);
          await choose(page, 'file', { name: file, text: long_table(77) });
          await progress(page).waitFor({ state: 'attached' });
          if (file === 'held.csv') {
            await page.waitForFunction(() => /[1-9]\d?\u00a0% · Zeilen: \d+ · .*abgelehnt: 0/.test(document.querySelector('[data-node=progress]')?.textContent ?? ''));
            assert.ok(Number(await progress(page).locator('progress').getAttribute('value')) > 0);
          }
          assert.equal(await page.locator('html').getAttribute('data-kirnu'), 'busy');
          await page.evaluate(time_until_gone);
          await press(page, 'cancel_import');
          await settled(page);
          const { time } = await page.evaluate(() => globalThis.gone);
          t.diagnostic(`${file}: back after ${Math.round(time)} ms`);
          assert.ok(time < 2000, `${time} ms`);
          assert.deepEqual(await outline_of_page(page), before);
          assert.equal(await notice(page).isVisible(), false, 'what somebody gave up is no news');
        }
      }));
  });
}

describe('one file after the other', () => {
  test('a second file while the first is read takes its place', () =>
    with_page({ query: kText, prepare: with_strange_streams }, async page => {
      await choose(page, 'file', { name: 'held.csv', text: long_table(77) });
      await progress(page).waitFor({ state: 'attached' });
      await choose(page, 'file', { name: 'second.csv', text: table(33) });
      await in_place(page, 'second.csv');
      assert.equal(await lost(page), 33);
      assert.equal(await notice(page).textContent(), '');
    }));

  test('of several dropped in a row the last is read', () =>
    with_page({ query: kText, prepare: with_strange_streams }, async page => {
      for (const file of ['stuck 1.csv', 'held.csv', 'stuck 2.csv', 'last.csv']) await drop(page, { name: file, text: long_table(file === 'last.csv' ? 44 : 55) });
      await in_place(page, 'last.csv');
      assert.equal(await lost(page), 44);
    }));

  /** The last number of customers at the start that the worker has taken up. @param {Page} page */
  const follow_answers = page => page.addInitScript(() => {
    const send = Worker.prototype.postMessage;
    /** @type {Map<number, string>} */
    const asked = new Map();
    Worker.prototype.postMessage = function (/** @type {any} */ message) {
      if (message.op === 'start') this.addEventListener('message', ({ data }) => (globalThis.answered = asked.get(data.id) ?? globalThis.answered));
      const action = JSON.parse(message.action ?? '{}');
      if (action.id === 'start') asked.set(message.id, action.value);
      return send.call(this, message);
    };
  });

  test('a choice whose beginning comes late does not take the place of a later one', () =>
    with_page({
      query: kText,
      prepare: page => page.addInitScript(() => {
        const { slice } = Blob.prototype;
        Blob.prototype.slice = function (/** @type {[number?, number?, string?]} */ ...range) {
          const part = slice.apply(this, range);
          if (/** @type {File} */ (this).name === 'late.csv') part.text = () => new Promise(resolve => (globalThis.come = () => resolve('Monat')));
          return part;
        };
      }),
    }, async page => {
      await choose(page, 'file', { name: 'late.csv', text: table(77) });
      await page.waitForFunction(() => globalThis.come);
      await choose(page, 'file', { name: 'second.csv', text: table(33) });
      await page.waitForFunction(() => document.querySelector('[data-node=file] .file-name')?.textContent === 'second.csv');
      await page.evaluate(() => globalThis.come());
      await settled(page);
      assert.match(await words(page, 'file'), /second\.csv/);
      assert.equal(await lost(page), 33);
    }));

  test('what is typed while a file is read stays until the file takes its place', () =>
    with_page({ query: kText, prepare: async page => (await with_strange_streams(page), await follow_answers(page)) }, async page => {
      await choose(page, 'file', { name: 'held.csv', text: long_table(77) });
      await progress(page).waitFor({ state: 'attached' });
      await control(page, 'start').fill('');
      await control(page, 'start').pressSequentially('123456', { delay: 60 });
      await page.waitForFunction(() => globalThis.answered === '123456');
      await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve))));  // its View is shown
      assert.equal(await control(page, 'start').inputValue(), '123456');
      await release(page);
      await in_place(page, 'held.csv');
      assert.equal(await lost(page), 77);
    }));

  test('however the bytes come, it is the same file', () =>
    with_page({ query: kText, prepare: with_strange_streams }, async page => {
      await choose(page, 'file', { name: 'whole.csv', text: table(77) });
      await in_place(page, 'whole.csv');
      const whole = await outline_of_page(page);
      await choose(page, 'file', { name: 'pieces.csv', text: table(77) });
      await in_place(page, 'pieces.csv');
      const same = (/** @type {any} */ outline) => JSON.parse(JSON.stringify(outline).replaceAll('pieces.csv', 'whole.csv'));
      assert.deepEqual(same(await outline_of_page(page)), whole);
    }));
});

describe('files that cannot be read', () => {
  for (const language of ['de', 'fi', 'en']) {
    test(`the disk is gone in the middle: ${language}`, () =>
      with_page({ query: `?lang=${language}&view=text`, prepare: with_strange_streams }, async page => {
        await fill(page, 'lost', '123');
        const before = await outline_of_page(page);
        await choose(page, 'file', { name: 'broken.csv', text: long_table(77) });
        await notice(page).waitFor();
        await settled(page);
        const said = [0.05, 0.1, 0.15].map(read => {  // three pieces came; the page hears of some
          const share = new Intl.NumberFormat(language, { style: 'percent' }).format(read);
          return boot_words(language, 'unread', { name: 'broken.csv', share });
        });
        const heard = await notice(page).locator('span').textContent() ?? '';
        assert.ok(said.includes(heard), heard);
        assert.deepEqual(await outline_of_page(page), before);
        await choose(page, 'file', { name: 'good.csv', text: table(33) });
        await in_place(page, 'good.csv');
        assert.equal(await lost(page), 33);
      }));

    test(`four files at once: ${language}`, () =>
      with_page({ query: `?lang=${language}&view=text` }, async page => {
        const before = await outline_of_page(page);
        await drop(page, ...['a', 'b', 'c', 'd'].map(name => ({ name: `${name}.csv`, text: table(1) })));
        await notice(page).waitFor();
        assert.equal(await notice(page).locator('span').textContent(), boot_words(language, 'too_many_files', { count: 4 }));
        assert.deepEqual(await outline_of_page(page), before);
      }));
  }

  test('a file that is changed on the disk while it is read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kirnu-'));
    try {
      const path = join(folder, 'held.csv');
      await writeFile(path, long_table(77));
      await with_page({ query: kText, prepare: with_strange_streams }, async page => {
        await fill(page, 'lost', '123');
        await control(page, 'file').setInputFiles(path);
        await progress(page).waitFor({ state: 'attached' });
        await writeFile(path, `${long_table(78)} `);
        await release(page);
        await notice(page).waitFor();
        await settled(page);
        assert.match((await notice(page).textContent()) ?? '', /held\.csv.* nur bis \d+\s% lesen/);
        assert.equal(await lost(page), 123);
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kirnu-'));
    try {
      await with_page({}, async page => {
        const client = await page.context().newCDPSession(page);
        for (const type of /** @type {const} */ (['dragEnter', 'dragOver', 'drop'])) {
          await client.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data: { items: [], files: [folder], dragOperationsMask: 1 } });
        }
        await notice(page).waitFor();
        assert.equal(await notice(page).locator('span').textContent(), boot_words('de', 'folder'));
      });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('an empty file leaves the earlier file in place, with a sentence at the field', () =>
    with_page({ query: kText }, async page => {
      await choose(page, 'file', { name: 'good.csv', text: table(33) });
      await in_place(page, 'good.csv');
      await choose(page, 'file', { name: 'empty.csv', text: '' });
      await page.locator('[data-node=file] .error').waitFor({ state: 'attached' });
      await settled(page);
      assert.equal(await lost(page), 33);
      assert.match(await words(page, 'file'), /good\.csv/);
    }));
});

describe('an engine that dies', () => {
  /** The engine stops so many times in a file of this name. @param {number} times */
  const deadly = times => (/** @type {Page} */ page) =>
    in_worker(
      page,
      `{
        const { read } = KirnuCore.Kirnu.prototype;
        let left = ${times};
        KirnuCore.Kirnu.prototype.read = function (files, options) {
          if (files[0].name !== 'deadly.csv' || left-- <= 0) return read.call(this, files, options);
          return Promise.reject(new KirnuCore.KirnuError('engine_stopped', 'stopped'));
        };
      }`,
    );

  test('in a file: it is read once more', () =>
    with_page({ query: kText, prepare: deadly(1) }, async page => {
      await choose(page, 'file', { name: 'deadly.csv', text: table(33) });
      await in_place(page, 'deadly.csv');
      assert.equal(await lost(page), 33);
      assert.match((await notice(page).textContent()) ?? '', new RegExp(boot_words('de', 'restarted').slice(0, 20)));
    }));

  test('in a file, again and again: the earlier file is back, and the reader knows', () =>
    with_page({ query: kText, prepare: deadly(9) }, async page => {
      await choose(page, 'file', { name: 'good.csv', text: table(33) });
      await in_place(page, 'good.csv');
      await fill(page, 'period', 'quarter');
      await choose(page, 'file', { name: 'deadly.csv', text: table(77) });
      await page.waitForFunction(() => document.querySelector('.notice')?.textContent?.includes('deadly.csv'));
      await settled(page);
      assert.equal(await lost(page), 33);
      assert.match(await words(page, 'file'), /good\.csv/);
    }));
});

test('a file is read again when the core asks for it, and not into the way of a new one', () =>
  with_page(
    {
      query: kText,
      prepare: async page => {
        await with_strange_streams(page);
        await in_worker(
          page,
          `{
            const { prototype } = KirnuCore.Kirnu;
            const { get } = Object.getOwnPropertyDescriptor(prototype, 'reread');
            Object.defineProperty(prototype, 'reread', { get() { return /"definition":"stripe"/.test(this.stateText) || get.call(this); } });
          }`,
        );
        await page.addInitScript(() => {
          const send = Worker.prototype.postMessage;
          globalThis.opened = [];
          globalThis.asked = 0;
          Worker.prototype.postMessage = function (/** @type {any} */ message) {
            if (message.op === 'start') this.addEventListener('message', ({ data }) => data.reread && ++globalThis.asked);
            if (message.op === 'open') globalThis.opened.push(`${message.files[0].name} ${message.again}`);
            return send.call(this, message);
          };
        });
      },
    },
    async page => {
      await choose(page, 'file', { name: 'good.csv', text: table(33) });
      await in_place(page, 'good.csv');
      await fill(page, 'definition', 'stripe');
      assert.deepEqual(await page.evaluate(() => globalThis.opened), ['good.csv false', 'good.csv true']);
      assert.equal(await control(page, 'definition').inputValue(), 'stripe', 'reading again keeps what was chosen');
      assert.equal(await notice(page).isVisible(), false, 'nothing was taken away');
      await fill(page, 'definition', 'start_base');
      await choose(page, 'file', { name: 'held.csv', text: long_table(77) });
      await progress(page).waitFor({ state: 'attached' });
      const asked = await page.evaluate(() => globalThis.asked);
      await control(page, 'definition').selectOption('stripe');
      await page.waitForFunction(asked => globalThis.asked > asked, asked);
      await release(page);
      await in_place(page, 'held.csv');
      assert.deepEqual((await page.evaluate(() => globalThis.opened)).slice(2), ['held.csv false']);
    },
  ));

describe('a button that hands over a file gets its text from the core with the click', () => {
  /** As a core would that has rejected rows. */
  const with_button = `{
      const { dispatchText } = KirnuCore.Kirnu.prototype;
      KirnuCore.Kirnu.prototype.dispatchText = function (action) {
        const view = JSON.parse(dispatchText.call(this, action));
        view.page.children[1].children.push({ id: 'rejected_rows', kind: 'button', label: 'Abgelehnte Zeilen', download: 'abgelehnt.csv' });
        return JSON.stringify(view);
      };
      KirnuCore.Kirnu.prototype.download = id => (id === 'rejected_rows' ? 'Zeile;Grund\\n7;kein Datum\\n' : null);
    }`;

  for (const { name, query, press } of views) {
    test(name, () =>
      with_page({ query, prepare: page => in_worker(page, with_button), context: { acceptDownloads: true } }, async page => {
        const [download] = await Promise.all([page.waitForEvent('download'), press(page, 'rejected_rows')]);
        assert.equal(download.suggestedFilename(), 'abgelehnt.csv');
        assert.equal(await readFile(await download.path(), 'utf8'), 'Zeile;Grund\n7;kein Datum\n');
      }));
  }
});

describe('100 MB', () => {
  const big = { name: 'big.csv', text: table(33), filler: '\n'.repeat(1_000_000), times: 100 };

  for (const { name, query, press } of views) {
    test(`the page stays awake, and gives them up at once: ${name}`, t =>
      with_page({ query }, async page => {
        await drop(page, big);
        const longest = await longest_task(page, () => in_place(page, 'big.csv'));
        assert.equal(await lost(page), 33);
        t.diagnostic(`longest task of the page: ${Math.round(longest)} ms of the processor`);
        assert.ok(longest < 500, `${longest} ms`);
        await page.evaluate(time_until_gone);
        await drop(page, big);
        await progress(page).waitFor({ state: 'attached' });
        await press(page, 'cancel_import');
        await settled(page);
        const { time } = await page.evaluate(() => globalThis.gone);
        t.diagnostic(`given up after ${Math.round(time)} ms`);
        assert.ok(time < 2000, `${time} ms`);
        assert.equal(await lost(page), 33);
      }));
  }
});

/** The processor time of the page's longest task while something happens: what other programs take does not count.
 * @param {Page} page @param {() => Promise<void>} happen */
async function longest_task(page, happen) {
  const client = await page.context().newCDPSession(page);
  /** @type {any[]} */
  const events = [];
  client.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await client.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: ['toplevel'] } });
  await happen();
  const complete = new Promise(resolve => client.once('Tracing.tracingComplete', resolve));
  await client.send('Tracing.end');
  await complete;
  const thread = (/** @type {any} */ event) => `${event.pid} ${event.tid}`;
  const main = new Set(events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(thread));
  const tasks = events.filter(event => event.ph === 'X' && event.tdur > 0 && main.has(thread(event)));
  assert.ok(tasks.length > 100, 'tasks were recorded');
  return Math.max(...tasks.map(({ tdur }) => tdur)) / 1000;
}

describe('one list waits for the later one, which joins it and takes nothing away', () => {
  for (const { name, query } of views) {
    test(name, () => with_page({ query }, async page => {
      await choose(page, 'file', { name: 'before.csv', text: 'Kunde\nMeier\nHuber\nSchulz\n' });
      await in_place(page, 'before.csv');
      assert.equal(await words(page, 'verdict'), 'Noch keine Antwort: Es fehlt die zweite Liste.');
      await choose(page, 'file2', { name: 'after.csv', text: 'Kunde\nMeier\nNeumann\n' });
      await in_place(page, 'before.csv, after.csv');
      assert.equal((await metric(page, 'customer_churn_rate')).value, 2 / 3);
      assert.equal(await notice(page).isVisible(), false);
      assert.equal(await control(page, 'file2').count(), 0, 'nothing is waited for any more');
    }));
  }
});

const with_told_trials = (/** @type {Page} */ page) => in_worker(page, `
  const { warmUp } = KirnuCore.Kirnu.prototype;
  KirnuCore.Kirnu.prototype.warmUp = async function (options) {
    await warmUp.call(this, options);
    new BroadcastChannel('warm').postMessage('');
  };`);

describe('the browser gets ready for a file when somebody reaches for one, once', () => {
  for (const { name, query } of views) {
    test(name, () => with_page({ query, prepare: with_told_trials }, async page => {
      await page.evaluate(() => {
        Object.assign(globalThis, { trials: 0 });
        new BroadcastChannel('warm').onmessage = () => ++globalThis.trials;
      });
      const before = await outline_of_page(page);
      await control(page, 'start').hover();
      assert.equal(await page.evaluate(() => globalThis.trials), 0, 'who types needs nothing');
      await control(page, 'file').hover();
      await page.waitForFunction(() => globalThis.trials === 1);
      assert.deepEqual(await outline_of_page(page), before);
      await control(page, 'start').hover();
      await control(page, 'file').hover();
      await choose(page, 'file', { name: 'one.csv', text: table(77) });
      await in_place(page, 'one.csv');
      assert.equal(await lost(page), 77);
      assert.equal(await page.evaluate(() => globalThis.trials), 1);
    }));
  }
});

// One Kirnu on a page: core, text view and canvas, and what goes between them. Actions in, Views out; nothing is
// computed here.
import { LiveFragment, has_numbers, is_link } from './address.mjs';
import { Announcer } from './announcer.mjs';
import { address_of, create_worker } from './built_files.mjs';
import { current_table, table_text } from './copy_table.mjs';
import { CoreClient } from './core_client.mjs';
import { element, focused_near, idle, set_attribute, set_hidden } from './dom.mjs';
import { Drawing } from './drawing.mjs';
import { follow_gestures, kTextKey } from './gestures.mjs';
import { keep_above_keyboard, keep_in_place } from './in_sight.mjs';
import { follow_looks } from './looks.mjs';
import { Notice } from './notice.mjs';
import { press_button } from './page_buttons.mjs';
import { PageFiles } from './page_files.mjs';
import { PageHistory } from './page_history.mjs';
import { follow_print } from './print_head.mjs';
import { read_scenario } from './scenario_file.mjs';
import { TextView } from './text_view.mjs';
import { follow_system, forced_colours } from './theme.mjs';

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** @typedef {import('./kirnu.d.ts').View} View */
/** @typedef {import('./kirnu.d.ts').ButtonNode} ButtonNode */
/** @typedef {import('./drawing.mjs').Font} Font */
/**
 * @typedef {object} Options
 * @property {HTMLElement} host     carries language, theme and state: the document's element, or a custom element
 * @property {boolean} alone        nothing but Kirnu is in the document
 * @property {boolean} thrifty      gives the GL context back while nobody can see it
 * @property {boolean} as_text
 * @property {boolean} [visits]     Back and Forward go between what stood on the page
 * @property {() => Promise<BufferSource>} core   the bytes of kirnu-core.wasm
 * @property {(busy: boolean) => void} on_busy
 * @property {() => void} on_failed
 * @property {(view: View, link: string, touched: boolean) => void} [on_shown]
 */

export class Page {
  #root;
  #options;
  #text_view;
  #notice;
  #announcer;
  #core;
  #files;
  #drawing;
  #stage = element('div', 'stage');
  #fragment = new LiveFragment();
  #as_text;
  #can_draw = true;
  #away = false;
  #touched = false;
  #choosing = 0;
  #chosen = 0;
  #listening = false;
  #gone = new AbortController();
  #history;
  /** @type {Font[]} */ #fonts = [];

  /** @param {HTMLElement} root an empty element @param {Options} options */
  constructor(root, options) {
    const { signal } = this.#gone;
    this.#root = root;
    this.#options = options;
    this.#as_text = options.as_text;
    const ruler = element('div', 'ruler');
    const notice = element('div', 'notice');
    const status = element('div', 'unseen');
    const print_head = element('div', 'print-head');
    status.setAttribute('role', 'status');
    const text = element('div', 'text-view');
    this.#stage.dataset.show = 'text';
    this.#stage.append(text);
    root.replaceChildren(ruler, notice, print_head, this.#stage, status);
    this.#announcer = new Announcer(status);
    this.#notice = new Notice(notice, this.#announcer, () => options.host.lang, () => this.#take_focus());
    this.#text_view = new TextView(text, {
      act: action => this.act(action),
      press: node => this.#press(node),
      expect_file: () => this.#core.expect_file(),
      pick_files: (id, files) => this.#files.pick(id, files),
      svg: (id, width) => this.#core.svg(id, width),
      leisure: async () => this.#stage.dataset.show === 'canvas' && idle(),
      stop_at: () => this.#drawing.stop_at(),
      alone: options.alone,
    }, signal);
    follow_print(print_head, () => this.#text_view.node('form'), () => options.host.lang, signal);
    this.#drawing = new Drawing({
      stage: this.#stage,
      ruler,
      text_view: this.#text_view,
      act: action => this.#act_on_canvas(action),
      on_away: away => {
        this.#away = away;
        this.#switch();
      },
      on_redrawn: () => this.#can_draw && this.#notice.show('redrawn'),
      on_lost: () => this.#lose_canvas(),
    }, { thrifty: options.thrifty, gone: signal });
    this.#core = new CoreClient(create_worker, options.core, {
      on_view: view => this.#show(view),
      on_busy: () => options.on_busy(this.busy),
      on_replaced: (before, by) => this.#history.replaced(before, by),
      on_unread: (error, files) => this.#files.unread(error, files, options.host.lang),
      on_refused: ({ code }) => this.#notice.show(code === 'no_memory' ? 'no_room' : 'not_done'),
      on_recovered: () => this.#notice.show('restarted'),
      on_failed: options.on_failed,
    });
    this.#history = new PageHistory(this.#core, this.#notice, () => (this.#touched = true));
    this.#files = new PageFiles({
      in_place: () => this.#core.files,
      has_field: id => this.#text_view.node(id) !== undefined,
      open: files => this.#open_chosen(files),
      say: (sentence, values) => this.#notice.show(sentence, values),
    });
  }

  /** Starts the core; rejects when it cannot be reached. @param {Action[]} first */
  async start(first) {
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    const zone = /** @type {Action} */ ({ type: 'set', id: 'own_time_zone', value: timeZone ?? '' });
    await this.#core.start([zone, ...first]);
    if (!this.#listening) this.#listen();
    if (this.#options.visits) this.#history.follow_visits(this.#gone.signal);
  }

  get busy() {
    return this.#core.busy || this.#choosing > 0;
  }

  /** Ends everything: worker, GL context, whatever was listened to. */
  close() {
    this.#gone.abort();
    this.#core.stop();
    this.#root.replaceChildren();
  }

  /** A person did something. @param {Action} action @param {boolean} [whole] something new as a whole */
  act(action, whole) {
    this.#touched = true;
    this.#core.act(action, whole);
  }

  /** Reads files that a person picked or dropped. @param {File[]} files earlier, later, still earlier */
  open(files) {
    this.#touched = true;
    return this.#core.open(files);
  }

  /** Tables, or inputs that were saved; of several choices the last, however slow an earlier one comes. @param {File[]} files */
  async #open_chosen(files) {
    const turn = ++this.#chosen;
    ++this.#choosing;
    this.#options.on_busy(true);
    const text = await read_scenario(files).catch(() => null);  // what cannot be read, its reading as a table says
    --this.#choosing;  // from here on the core is busy with them
    if (turn !== this.#chosen) return this.#options.on_busy(this.busy);
    if (text === null) this.open(files);
    else this.act({ type: 'scenario', text }, true);
  }

  /** A sentence that stays, and what can be done. @type {Notice['show']} */
  say(...words) {
    this.#notice.show(...words);
  }

  /** As text, or drawn, from outside the page. @param {boolean} as_text */
  show_as_text(as_text) {
    if (as_text !== (this.#stage.dataset.show === 'text')) this.#toggle_text();
  }

  /** Other colours, from outside the page. @param {string} theme auto, light or dark */
  dress(theme) {
    this.#options.host.dataset.theme = theme;
    this.#core.act({ type: 'set', id: 'theme', value: theme });
    this.#drawing.theme();
  }

  /** Numbers from the page around. @param {string} fragment */
  set_numbers(fragment) {
    if (is_link(fragment)) this.#core.act({ type: 'link', fragment, quiet: true }, true);
  }

  /** The address's fragment changed. @param {string} fragment */
  follow_link(fragment) {
    this.#history.follow_link(fragment);
  }

  /** Fonts for the canvas. @param {Font[]} fonts */
  set_fonts(fonts) {
    this.#fonts = fonts;
  }

  /** Shows the drawn page, unless text is wanted or drawing is not possible here. */
  async start_canvas() {
    if (this.#wants_text()) return this.#switch();
    try {
      await this.#drawing.start(this.#fonts);
    } catch (error) {
      console.info('Shown as text:', error);
      this.#can_draw = false;
    }
    this.#switch();
  }

  /** The GUI knows a button only by its id; what pressing it means is the same as in the text view. @param {Action} action */
  #act_on_canvas(action) {
    const node = action.type === 'press' ? this.#text_view.node(action.id) : undefined;
    if (node?.kind === 'button') this.#press(node);
    else this.act(action);
  }

  #lose_canvas() {
    this.#can_draw = false;
    this.#switch();
    this.#notice.show('drawing_stopped');
  }

  #wants_text() {
    return this.#as_text || forced_colours() || !this.#can_draw || this.#away;
  }

  #switch() {
    const drawn = this.#drawing.started && !this.#wants_text();
    keep_in_place(this.#root, () => {
      this.#stage.dataset.show = drawn ? 'canvas' : 'text';
      this.#drawing.show(drawn);
    });
    this.#mark_as_text();
  }

  /** The button that switches is only there where there is something to switch. */
  #mark_as_text() {
    const button = this.#text_view.control('as_text');
    if (!button) return;
    set_hidden(/** @type {HTMLElement} */ (button.parentElement), !this.#can_draw || forced_colours());
    set_attribute(button, 'aria-pressed', String(this.#stage.dataset.show === 'text'));
    set_attribute(button, 'aria-keyshortcuts', kTextKey);
  }

  #toggle_text() {
    if (!this.#can_draw) return;
    this.#as_text = this.#stage.dataset.show === 'canvas';
    if (this.#as_text || this.#drawing.started) this.#switch();
    else this.start_canvas();
  }

  /** @param {string} json */
  #show(json) {
    /** @type {View} */
    const view = JSON.parse(json);
    const { host, alone } = this.#options;
    const changed = follow_looks(view, host, alone);
    if (changed.language) this.#notice.retell();
    if (changed.theme) this.#drawing.theme();
    const had_focus = this.#stage.matches(':focus-within');
    this.#text_view.show(view);
    this.#mark_as_text();
    if (had_focus && !this.#stage.matches(':focus-within')) this.#take_focus();  // what had it is gone
    this.#drawing.view(json);
    const file = this.#text_view.node('file');
    if (file?.kind === 'field' && !file.value) this.#core.forget_files();
    // A table is no part of a link: without one, the address opens what anybody sees first.
    const typed = view.page.kind === 'page' && !this.#text_view.node('import') ? (view.page.link ?? '') : '';
    const link = has_numbers(typed) ? typed : '';
    this.#options.on_shown?.(view, link, this.#touched);
    if (!this.#touched) return;
    this.#announcer.soon(() => `${this.#text_view.words('verdict')} ${this.#text_view.words('messages')}`.trim());
    if (alone) this.#fragment.write(link);
  }

  /** @param {ButtonNode} node */
  #press(node) {
    press_button(node, {
      notice: this.#notice,
      // On somebody else's page a link opens the site that the element came from.
      place: this.#options.alone ? location : { href: address_of('./') },
      act: action => this.act(action),
      toggle_text: () => this.#toggle_text(),
      undo: () => this.#history.undo(),
      redo: () => this.#history.redo(),
      fonts: () => this.#fonts,
      cancel: () => this.#cancel(),
      download: id => this.#core.download(id),
    });
  }

  /** A keyboard goes on from here, and not from the top of the document. */
  #take_focus() {
    const stage = this.#stage;
    stage.tabIndex = -1;
    stage.focus({ preventScroll: true });
    stage.addEventListener('blur', () => stage.removeAttribute('tabindex'), { once: true });
  }

  /** What Ctrl+C means where nothing can be selected. */
  #copy_drawn() {
    const page = this.#text_view.node('page');
    if (this.#stage.dataset.show !== 'canvas' || !page) return null;
    const table = current_table(page, this.#text_view.node_of(focused_near(this.#stage)) ?? '');
    if (!table) return null;
    this.#notice.flash('copied');
    return table_text(table);
  }

  #cancel() {
    this.#core.cancel();
    const button = this.#text_view.control('cancel_import');
    // The button goes; a keyboard goes on where files are chosen.
    if (button?.matches(':focus')) this.#text_view.control('file')?.focus({ preventScroll: true });
  }

  #listen() {
    this.#listening = true;
    keep_above_keyboard(this.#root, this.#gone.signal);
    follow_system(() => {
      this.#switch();
      this.#drawing.theme();
    }, this.#gone.signal);
    follow_gestures(this.#root, this.#stage, {
      is_paste_box: control => this.#text_view.node_of(control) === 'paste',
      paste: table => this.act({ type: 'set', id: 'paste', value: table }, true),
      copy: () => this.#copy_drawn(),
      expect_file: () => this.#core.expect_file(),
      drop: data => this.#files.drop(data),
      toggle_text: () => this.#toggle_text(),
      undo: () => this.#history.undo(),
      redo: () => this.#history.redo(),
      alone: this.#options.alone,
      gone: this.#gone.signal,
    });
  }
}

// What the page's address says: presentation in the query, numbers in the fragment. No server ever sees the fragment.

/** @typedef {import('./kirnu.d.ts').Action} Action */

const kLanguages = ['en', 'de', 'fi'];
const kThemes = ['auto', 'light', 'dark'];
const kControls = ['full', 'min', 'none'];
const kJobs = ['counts', 'benchmark', 'lists', 'subscriptions', 'transactions'];
const kFileJobs = ['lists', 'subscriptions', 'transactions'];
const kLeastHeight = 160;
const kMostHeight = 4000;
const kWriteAfter = 400;  // milliseconds without a change

/** What a page is asked to be; empty words: as it is without being asked.
 * `height`: the least height in CSS pixels that an author wants of an embed, or 0.
 * @typedef {{language: string, theme: string, as_text: boolean, job: string, controls: string, height: number}} Asked */

/** @param {Location} location @param {readonly string[]} preferred the reader's languages @returns {Asked} */
export function read_address(location, preferred) {
  const query = new URLSearchParams(location.search);
  return read_wishes(name => query.get(name), preferred);
}

/** @param {(name: string) => string | null} wish of `lang`, `theme`, `view`, `job`, `controls`, `height`
 * @param {readonly string[]} preferred the reader's languages @returns {Asked} */
export function read_wishes(wish, preferred) {
  const one_of = (/** @type {string} */ name, /** @type {string[]} */ known) => {
    const asked = wish(name) ?? '';
    return known.includes(asked) ? asked : '';
  };
  return {
    language: language_of([wish('lang') ?? '', ...preferred]) || 'en',
    theme: one_of('theme', kThemes),
    as_text: wish('view') === 'text',
    job: one_of('job', kJobs),
    controls: one_of('controls', kControls),
    height: height_of(wish('height')),
  };
}

/** The first that Kirnu speaks, of whatever country. @param {readonly string[]} tags "de", "de-AT" */
function language_of(tags) {
  return tags.map(tag => tag.toLowerCase().split(/[-_]/)[0]).find(tag => kLanguages.includes(tag));
}

/** @param {string | null} text */
function height_of(text) {
  const height = /^\d{1,4}$/.test(text ?? '') ? Number(text) : 0;
  return height >= kLeastHeight && height <= kMostHeight ? height : 0;
}

/** What makes the page what is asked. @param {Asked} asked @param {string} fragment @returns {Action[]} */
export function first_actions({ language, theme, job, controls }, fragment) {
  const wishes = Object.entries({ language, theme, job, controls }).filter(([, value]) => value);
  /** @type {Action[]} */
  const actions = wishes.map(([id, value]) => ({ type: 'set', id, value }));
  if (is_link(fragment)) actions.push({ type: 'link', fragment });
  else if (kFileJobs.includes(job)) actions.push({ type: 'press', id: 'clear' });  // the example is about typed numbers
  return actions;
}

/** Whether this fragment is a link of ours, readable or not; the core decides about the rest. @param {string} fragment */
export function is_link(fragment) {
  return /^#v\d/.test(fragment);
}

/** Whether a fragment holds numbers of customers or money, and not choices alone. @param {string} fragment */
export function has_numbers(fragment) {
  return /;(?!(?:period|definition|benchmark|margin|discount)=)\w+=\d/.test(fragment);
}

/** The page's address with these numbers. @param {{href: string}} location @param {string} numbers with or without '#', or none */
export function share_address(location, numbers) {
  return location.href.split('#')[0] + numbers.replace(/^#?(?=.)/, '#');
}

/** Keeps the fragment at the reader's numbers, without history entries, a moment after the last change. */
export class LiveFragment {
  #timer = 0;

  /** @param {string} numbers */
  write(numbers) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      try {
        history.replaceState(history.state, '', share_address(location, numbers));
      } catch {
        // Some frames may not touch their address; the share button still works there.
      }
    }, kWriteAfter);
  }
}

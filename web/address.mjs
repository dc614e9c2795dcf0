// What the page's address says: presentation in the query, numbers in the fragment. No server ever sees the fragment.

/** @typedef {import('./kirnu.d.ts').Action} Action */

const kLanguages = ['en', 'de', 'fi'];
const kThemes = ['auto', 'light', 'dark'];
const kWriteAfter = 400;  // milliseconds without a change

/** @param {Location} location @param {readonly string[]} preferred the reader's languages */
export function read_address(location, preferred) {
  const query = new URLSearchParams(location.search);
  const asked = query.get('lang') ?? '';
  const known = preferred.map(tag => tag.slice(0, 2).toLowerCase()).find(tag => kLanguages.includes(tag));
  const theme = query.get('theme') ?? '';
  return {
    language: kLanguages.includes(asked) ? asked : (known ?? 'en'),
    theme: kThemes.includes(theme) ? theme : '',
    as_text: query.get('view') === 'text',
  };
}

/** Whether this fragment is a link of ours, readable or not; the core decides about the rest. @param {string} fragment */
export function is_link(fragment) {
  return /^#v\d/.test(fragment);
}

/** Whether a fragment holds numbers of customers or money, and not choices alone. @param {string} fragment */
export function has_numbers(fragment) {
  return /;(?!(?:period|definition|benchmark|margin|discount)=)\w+=\d/.test(fragment);
}

/** The page's address with these numbers. @param {Location} location @param {string} numbers with or without '#', or none */
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

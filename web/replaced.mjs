// What an Action took away from the reader that it did not name, so that it can be brought back.

/** @typedef {import('./kirnu.d.ts').Action} Action */
/** All that is needed to bring something back: the State, and the files in place.
 * @typedef {{state: string, files: File[]}} Snapshot */

const kLooks = ['language', 'theme', 'controls', 'job'];

/** Whether own numbers are gone or changed but for the field that the Action is about. @param {Snapshot} before
 * @param {string} after the State now @param {string} [named] id of that field */
export function is_replaced(before, after, named) {
  if (!before.state || before.state === after) return false;
  const { example, fields } = JSON.parse(before.state);
  if (example) return false;
  const now = JSON.parse(after).fields ?? {};
  return Object.entries(fields ?? {}).some(([id, text]) => id !== named && now[id] !== text);
}

/** Whether it may take numbers away at all: another language only writes them in another way. @param {Action} action */
export function may_replace(action) {
  if (action.type === 'set') return !kLooks.includes(action.id);
  return action.type !== 'restore' && action.type !== 'fold' && action.type !== 'history';
}

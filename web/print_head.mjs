// What stands above a printed page: the day, and what was asked.
import { element } from './dom.mjs';

/** @typedef {import('./kirnu.d.ts').Node} Node */

/** Fills the place whenever the page is about to be printed. @param {HTMLElement} place seen on paper alone
 * @param {() => Node | undefined} form of the View @param {() => string} language @param {AbortSignal} gone */
export function follow_print(place, form, language, gone) {
  const fill = () => {
    const day = new Intl.DateTimeFormat(language(), { dateStyle: 'long' }).format(new Date());
    const node = form();
    const asked = (node ? answers_in(node) : []).flatMap(({ label, value }) => [element('dt', '', label), element('dd', '', value)]);
    place.replaceChildren(element('p', '', `Kirnu · ${day}`), element('dl', '', ...asked));
  };
  addEventListener('beforeprint', fill, { signal: gone });
}

/** What fields and choices hold, in reading order. How a table was read stands in the answer.
 * @param {Node} node @returns {{label: string, value: string}[]} */
function answers_in(node) {
  const asks = node.kind === 'select' || (node.kind === 'field' && node.input !== 'lines');
  const { label = '', value = '' } = asks ? node : {};
  const shown = node.kind === 'select' ? node.options?.find(option => option.value === value)?.label : value;
  return [...(shown ? [{ label, value: shown }] : []), ...(node.children ?? []).flatMap(answers_in)];
}

// Settings as the core takes them: pairs of key and text, numbers in the habit of the core's language.
import { KirnuError } from './kirnu_error.mjs';

/** @typedef {import('./kirnu.d.ts').Figure} Figure */
/** @typedef {[key: string, text: string]} Setting */

const shares = new Set(['margin', 'discount']);

/** A JSON number as it is typed: with the language's decimal mark, and never three decimals alone, which would be read as
 * thousands. A share is a fraction, 0.8 for 80 %. @param {string} key @param {Figure} figure @param {string} language */
function field_text(key, figure, language) {
  if (typeof figure !== 'number') return figure;
  const share = shares.has(key);
  const style = share ? 'percent' : 'decimal';
  const written = figure.toLocaleString('en-US', { style, useGrouping: false, maximumFractionDigits: share ? 15 : 20 });
  const plain = written.replace('%', '');
  const padded = /\.\d{3}$/.test(plain) ? `${plain}0` : plain;
  return (language === 'en' ? padded : padded.replace('.', ',')) + (share ? '%' : '');
}

/** What was asked as settings, in its order; a period that is a number means days. Throws for what is neither number
 * nor text. @param {Record<string, Figure | undefined>} asked @param {string} language @returns {Setting[]} */
export function read_settings(asked, language) {
  return Object.entries(asked).flatMap(([key, value]) => {
    if (value === undefined) return [];
    check_value(key, value);
    const text = field_text(key, value, language);
    const days = key === 'period' && (typeof value === 'number' || /^\s*\d/.test(value));
    return /** @type {Setting[]} */ (days ? [['period', 'days'], ['days', text]] : [[key, text]]);
  });
}

/** @param {string} key @param {unknown} value */
function check_value(key, value) {
  if (typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))) return;
  const found = typeof value === 'number' ? String(value) : value === null ? 'null' : `a value of type ${typeof value}`;
  throw new KirnuError('value_refused', `“${key}” takes a finite number or a text, not ${found}.`);
}

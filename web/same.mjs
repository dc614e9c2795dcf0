// Whether two values out of JSON say the same.

/** @param {unknown} a @param {unknown} b @returns {boolean} */
export function is_same(a, b) {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return false;
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((each, at) => is_same(each, b[at]));
  const names = Object.keys(a);
  const [left, right] = /** @type {Record<string, unknown>[]} */ ([a, b]);
  return names.length === Object.keys(b).length && names.every(name => is_same(left[name], right[name]));
}

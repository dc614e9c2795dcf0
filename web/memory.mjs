// "Remember my inputs on this device": the numbers that were typed, as a link holds them, and only after the reader asked.
// Where a browser lets nothing be stored, the wish is not offered.

const kKey = 'kirnu';
const kVersion = 1;

/** @returns {Storage | null} */
function storage() {
  try {
    const { localStorage } = globalThis;
    localStorage.getItem(kKey);
    return localStorage;
  } catch {
    return null;
  }
}

/** Whether this page may keep something at all. */
export function can_remember() {
  return storage() !== null && location.protocol.startsWith('http');
}

/** @returns {{asked: boolean, params: string, unreadable: boolean}} what was kept; unreadable: by another version, or damaged */
export function remembered() {
  const text = can_remember() ? storage()?.getItem(kKey) : null;
  if (!text) return { asked: false, params: '', unreadable: false };
  try {
    const { v, params } = JSON.parse(text);
    if (v === kVersion && typeof params === 'string' && params.length <= 4096) return { asked: true, params, unreadable: false };
  } catch {
    // Damaged: the same as of another version.
  }
  return { asked: false, params: '', unreadable: true };
}

/** Answers whether it could be kept. @param {string} params as in a link */
export function remember(params) {
  try {
    storage()?.setItem(kKey, JSON.stringify({ v: kVersion, params: params.replace(/^#/, '') }));
    return storage() !== null;
  } catch {
    return false;  // no room left
  }
}

export function forget_inputs() {
  storage()?.removeItem(kKey);
}

/** All that Kirnu ever put on this device. */
export async function forget_everything() {
  forget_inputs();
  if (!isSecureContext || !location.protocol.startsWith('http')) return;
  const registration = await navigator.serviceWorker?.getRegistration('./');
  if (!registration) return;
  for (const name of await caches.keys()) if (name.startsWith(`kirnu ${registration.scope} `)) await caches.delete(name);
  await registration.unregister();
}

// The copy of the page for times without a network, kept by the service worker (sw.mjs), and its new versions.
import { is_single_file } from './built_files.mjs';
import { program_address } from './trusted.mjs';

/** A new version is there and waits until it is taken. @typedef {(take: () => void) => void} Offer */

/** Whether this page can keep a copy of itself. */
export function can_keep() {
  return !is_single_file && parent === window && isSecureContext && 'serviceWorker' in navigator && location.protocol.startsWith('http');
}

/** Keeps a copy; resolves when it is complete, or was already, and rejects when it cannot be had. @param {Offer} offer */
export async function keep_offline(offer) {
  if (!can_keep()) return;
  const registration = await navigator.serviceWorker.register(program_address('sw.js'), { updateViaCache: 'none' });
  const offer_waiting = () => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller) offer(() => take(waiting));
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', offer_waiting));
  // Its look for a new version is over before the page is ready, so that nothing is requested later.
  if (!registration.installing) await registration.update();
  if (registration.installing) await settled(registration.installing);
  offer_waiting();
}

/** @param {ServiceWorker} waiting */
function take(waiting) {
  if (waiting.state !== 'installed') return location.reload();  // another tab has taken it already
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('kirnu:update');
}

/** @param {ServiceWorker} worker @returns {Promise<void>} */
function settled(worker) {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (worker.state === 'redundant') reject(new Error('the copy for times without a network could not be kept'));
      else if (worker.state !== 'installing') resolve();
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

// What anybody can check about this page: what the browser lets it do, what it requested since it was ready, which build it
// is, what it stored. And the reader's wish that it remembers, or forgets.
import { is_single_file } from './built_files.mjs';
import { make_dialog, make_toggle } from './dialog.mjs';
import { element } from './dom.mjs';
import { can_remember, forget_everything, forget_inputs, remember, remembered } from './memory.mjs';
import { page_word } from './page_words.mjs';

/** What the page itself requested since then, by the browser's own count. @param {number} since milliseconds of performance.now() */
export function requests_since(since) {
  return performance.getEntriesByType('resource').filter(({ startTime, name }) => startTime > since && !/^(blob|data):/.test(name));
}

/** @param {string} term @param {...(string | HTMLElement)} words */
function entry(term, ...words) {
  return element('div', 'fact', element('dt', '', term), element('dd', '', ...words));
}

/** @param {(key: string) => string} say */
async function stored_words(say) {
  const copies = isSecureContext && location.protocol.startsWith('http') ? await caches.keys().catch(() => []) : [];
  const words = [remembered().asked ? say('privacy.stored.inputs') : '', copies.length > 0 ? say('privacy.stored.copy') : ''];
  return words.filter(Boolean).join(' ') || say('privacy.stored.none');
}

/** @param {string} language @param {number} ready_at when the page was ready @param {() => string} numbers as a link holds them */
export function show_privacy_panel(language, ready_at, numbers) {
  const say = (/** @type {string} */ key) => page_word(language, key);
  const { dialog, body } = make_dialog('privacy-panel', say('privacy.title'), say('close'));
  const requests = requests_since(ready_at).length;
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const stored = element('span', 'stored');
  const tell_stored = async () => (stored.textContent = await stored_words(say));
  const told = element('span', 'told');
  told.setAttribute('role', 'status');
  const sent = element('strong', 'sent', String(requests));
  sent.dataset.requests = String(requests);
  body.append(
    element('p', 'lead', say('privacy.text')),
    element(
      'dl',
      'facts',
      entry(say(requests === 0 ? 'privacy.sent' : 'privacy.requests'), sent),
      entry(say('privacy.policy'), say(is_single_file ? 'privacy.policy.none' : 'privacy.policy.connect'), element('code', 'policy', policy)),
      entry(say('privacy.build'), element('code', 'build', KIRNU_BUILD.hash), element('p', 'help', say('privacy.build.help'))),
      entry(say('privacy.stored'), stored),
    ),
  );
  if (can_remember()) {
    const toggle = make_toggle(say('privacy.remember'), remembered().asked, on => {
      const kept = !on || remember(numbers());
      if (!on) forget_inputs();
      toggle.box.checked = on && kept;
      told.textContent = kept ? '' : say('privacy.full');
      tell_stored();
    });
    const forget = element('button', 'button', say('privacy.forget'));
    forget.type = 'button';
    forget.addEventListener('click', async () => {
      await forget_everything();
      toggle.box.checked = false;
      told.textContent = say('privacy.forgotten');
      tell_stored();
    });
    body.append(toggle.field, element('p', 'help', say('privacy.remember.help')), element('div', 'dialog-row', forget, told));
  }
  tell_stored();
  dialog.showModal();
}

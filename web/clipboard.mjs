// Copy and paste the way that works in every frame: inside the gesture, without asking for permission.

/** Longest text that is sent to the core; it answers longer ones with a sentence. One more than it accepts. */
const kLongestPaste = 1_000_001;

/** Copies a text; must be called inside a click or key press. Answers whether it worked. @param {string} text */
export async function copy_text(text) {
  if (copy_by_command(text)) return true;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** execCommand is deprecated and the only way in a sandboxed frame. @param {string} text */
function copy_by_command(text) {
  const selection = getSelection();
  const marked = document.createElement('span');
  marked.className = 'unseen';
  marked.textContent = '\u00a0';
  let taken = false;
  const hand_over = (/** @type {ClipboardEvent} */ event) => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    taken = true;
  };
  const before = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  document.body.append(marked);
  selection?.selectAllChildren(marked);  // some browsers copy only where something is selected
  document.addEventListener('copy', hand_over, { capture: true });
  try {
    return document.execCommand('copy') && taken;
  } catch {
    return false;
  } finally {
    document.removeEventListener('copy', hand_over, { capture: true });
    marked.remove();
    selection?.removeAllRanges();
    if (before) selection?.addRange(before);
  }
}

/** What a paste means: a table for the paste box, or nothing special (the browser's own paste).
 * @param {ClipboardEvent} event @param {boolean} into_paste_box */
export function pasted_table(event, into_paste_box) {
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text.length >= kLongestPaste) return text.slice(0, kLongestPaste);
  if (into_paste_box) return null;
  // One spreadsheet cell comes with a line break at its end.
  return /[\t\r\n]/.test(text.replace(/[\r\n]+$/, '')) ? text : null;
}

/** @type {Record<string, string>} */
const kTypes = { csv: 'text/csv', json: 'application/json', svg: 'image/svg+xml' };

/** Hands a text over as a file. @param {string} name @param {string} text */
export function download_text(name, text) {
  const type = kTypes[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain';
  download_bytes(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** @param {string} name @param {Blob} bytes */
export function download_bytes(name, bytes) {
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

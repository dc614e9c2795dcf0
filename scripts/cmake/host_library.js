// What the core asks of its host, for Emscripten: it runs in the C++ tests as wasm. The core itself takes only its name
// from here; its host is web/kirnu_host.mjs.
mergeInto(LibraryManager.library, {
  kirnu_to_nfc(text, size, composed, capacity) {
    const bytes = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.slice(text, text + size)).normalize('NFC'));
    if (bytes.length > capacity) return 0;
    HEAPU8.set(bytes, composed);
    return bytes.length;
  },
});

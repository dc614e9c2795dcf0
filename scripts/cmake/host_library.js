// What the core asks of its host, for Emscripten: it runs in the C++ tests as wasm. The core itself takes only its name
// from here; its host is web/kirnu_host.mjs.
mergeInto(LibraryManager.library, {
  kirnu_to_nfc: function (text, size, composed, capacity) {
    const bytes = new TextEncoder().encode(new TextDecoder('utf-8', { ignoreBOM: true }).decode(HEAPU8.slice(text, text + size)).normalize('NFC'));
    if (bytes.length > capacity) return 0;
    HEAPU8.set(bytes, composed);
    return bytes.length;
  },
  kirnu_zone_offset: function (name, size, instant) {
    const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' };
    const timeZone = new TextDecoder().decode(HEAPU8.slice(name, name + size));
    try {
      if (Module.zone !== timeZone) {
        Module.zoneFormat = new Intl.DateTimeFormat('en-US', Object.assign({ timeZone, hourCycle: 'h23' }, parts));
        Module.zone = timeZone;
      }
      const [month, day, year, hour, minute, second] = Module.zoneFormat.format(instant * 1000).match(/\d+/g).map(Number);
      return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - instant;
    } catch {
      return NaN;
    }
  },
});

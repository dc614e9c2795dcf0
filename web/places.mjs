// Every address of the program's own files, in one place. All are relative to this module.

/** @param {string} name */
const beside = name => new URL(name, import.meta.url).href;

export const places = {
  core: beside('kirnu-core.wasm'),
  worker: beside('worker.mjs'),
  gui_script: beside('kirnu-gui.js'),
  gui_wasm: beside('kirnu-gui.wasm'),
  fonts: [
    { weight: 400, address: beside('fonts/inter-400.ttf') },
    { weight: 600, address: beside('fonts/inter-600.ttf') },
  ],
};

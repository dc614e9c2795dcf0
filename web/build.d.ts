/** What the build (scripts/site) puts in place of these names. */

interface BuiltFile { name: string; integrity: string }

declare const KIRNU_FILES: {
  core: BuiltFile;
  gui_script: BuiltFile;
  gui_wasm: BuiltFile;
  fonts: { weight: number; file: BuiltFile }[];
};

/** The worker's program as text: it starts from a blob, which also works where the page has no origin. */
declare const KIRNU_WORKER: string;

/** The script that an embed runs once it is wanted. */
declare const KIRNU_EMBED: BuiltFile;

/** style.css, for documents that have no link to it. */
declare const KIRNU_STYLE: string;

/** The custom element's script. */
declare const KIRNU_ELEMENT: BuiltFile;

/** What the service worker keeps. */
declare const KIRNU_KEPT: { version: string; files: { path: string; integrity: string; bytes: number }[] };

/** The words of the page's furniture (assets/page) by language, and the build they belong to. */
declare const KIRNU_WORDS: Record<string, Record<string, string>>;
declare const KIRNU_BUILD: { hash: string; embed: BuiltFile };

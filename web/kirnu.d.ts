/** Types of kirnu.mjs: the wrapper around kirnu-core.wasm. Works in browsers, workers and Node 18 or newer. */

export type Language = 'en' | 'de' | 'fi';
export type PeriodUnit = 'day' | 'week' | 'month' | 'quarter' | 'half_year' | 'year';

/** What a person did. docs/architecture.md, section "Actions". */
export type Action = { revision?: number } & (
  | { type: 'set'; id: string; value: string }
  | { type: 'press'; id: string }
  | { type: 'fold'; id: string; open: boolean }
  | { type: 'restore'; state: object; keep_files?: boolean }
  | { type: 'scenario'; text: string }
  | { type: 'history'; undo: boolean; redo: boolean }
  | { type: 'link'; fragment: string; quiet?: boolean }
);

export type Tone = 'plain' | 'good' | 'bad' | 'unsure' | 'muted';
export interface Span { text: string; marked?: boolean }
export interface Option { value?: string; label?: string; rare?: boolean }
export interface Explanation {
  title?: string; formula?: string; inserted?: string; definition?: string; source?: string; open?: boolean;
}
export interface Cell { text?: string; tone?: Tone; observed?: boolean; shade?: number }
export interface Column { label?: string; numeric?: boolean }
/** `step`: a sentence with {row}, {column} and {cell} for every shaded cell. */
export interface Table { caption?: string; columns?: Column[]; rows?: Cell[][]; step?: string; left_out?: string }
export interface Stop { at: [number, number]; text: string }
/** Only what HTML needs; the marks are drawn by the core (svg) and by the canvas. */
export interface Chart { stops?: Stop[] }

interface NodeBase { id: string; children?: Node[] }
export interface PageNode extends NodeBase { kind: 'page'; title?: string; subtitle?: string; language?: Language; link?: string }
export type SectionRole =
  | 'header' | 'form' | 'answer' | 'figures' | 'cards' | 'card' | 'wide_card' | 'fold' | 'messages' | 'footer' | 'row' | 'tools';
/** role: 'card' when absent; open: true when absent. */
export interface SectionNode extends NodeBase {
  kind: 'section'; role?: SectionRole; title?: string; text?: string; open?: boolean;
}
export interface TextNode extends NodeBase {
  kind: 'text'; style?: 'lead' | 'heading' | 'body' | 'note'; spans?: Span[]; tone?: Tone;
}
export interface FieldNode extends NodeBase {
  kind: 'field'; label?: string; hint?: string; help?: string; value?: string; placeholder?: string; error?: string;
  note?: string; input?: 'count' | 'money' | 'number' | 'date' | 'slider' | 'lines' | 'file';
  /** Of a slider: whole numbers, 0 to 100 in steps of 1 where nothing is said, written with `unit` behind them. */
  slider?: { low?: number; high?: number; step?: number; at?: number; unit?: string };
}
export interface SelectNode extends NodeBase {
  kind: 'select'; label?: string; help?: string; value?: string; options?: Option[]; segmented?: boolean; error?: string;
}
export interface ToggleNode extends NodeBase { kind: 'toggle'; label?: string; help?: string; on?: boolean }
export interface ButtonNode extends NodeBase {
  kind: 'button'; label?: string; help?: string; style?: 'plain' | 'primary' | 'quiet' | 'faint'; copy?: string; download?: string; copies?: boolean;
}
export interface MetricNode extends NodeBase {
  kind: 'metric'; label?: string; text?: string; value?: number; note?: string; sign?: string; tone?: Tone;
  large?: boolean; word?: boolean; how?: Explanation;
}
export interface TableNode extends NodeBase, Table { kind: 'table' }
export interface ChartNode extends NodeBase { kind: 'chart'; title?: string; summary?: string; chart?: Chart; table?: Table; titled?: boolean }
export interface MessageNode extends NodeBase {
  kind: 'message'; level?: 'note' | 'warning' | 'question' | 'error'; text?: string;
}
export interface ProgressNode extends NodeBase { kind: 'progress'; label?: string; fraction?: number; text?: string }

/** A part of the screen: words in the reader's language, numbers already formatted. Members with default values are absent. */
export type Node =
  | PageNode | SectionNode | TextNode | FieldNode | SelectNode | ToggleNode | ButtonNode | MetricNode | TableNode
  | ChartNode | MessageNode | ProgressNode;

/** The whole screen; `revision` is that of the newest Action it answers. `reread`: the files in place are to be opened
 * again, with `again`, because they are now to be read in another way. */
export interface View { revision?: number; reread?: boolean; page: Node }

export interface Rate { value: number; numerator?: number; denominator?: number; low?: number; high?: number }
export interface Issue {
  code: string; severity: 'note' | 'warning' | 'question' | 'error'; text?: string; count?: number; row?: number;
  line?: number; byte?: number; column?: string; field?: string; values?: Record<string, string | number>; set?: string; choices?: string[];
}

/** The answer. Absent parts are left out; a rate without an answer is null, with an issue that says why. */
export interface Report {
  kirnu: string;
  kind?: string;
  definition?: string;
  period?: { unit: string; days: number; start?: string; end?: string } | null;
  metrics?: Record<string, Rate | null>;
  issues?: Issue[];
  error?: { code: string; text: string };
  [part: string]: unknown;
}

/** Numbers as numbers, or as text in the language's habit ("1.500" in German is 1500). Of shares (margin, discount) a number
 * is the fraction, 0.8 or 1 for 80 % or 100 %; a text is read as somebody types it, and "1" is 1 %. */
export type Figure = number | string;

/** Counts of one period; of start, new, lost and end any three give the fourth. */
export interface Counts {
  start?: Figure;
  /** New in the period and still customers at its end. */
  new?: Figure;
  lost?: Figure;
  end?: Figure;
  /** A unit, or a number of days; absent: a share of a snapshot, without conversion or verdict. */
  period?: PeriodUnit | Figure;
  /** Any other setting, as in ask(): new_left, returned, mrr_start, definition … */
  [field: string]: Figure | undefined;
}

export interface OpenOptions {
  /** The (first) file's name, when the bytes carry none. */
  name?: string;
  /** The files in place once more: what was typed and chosen since stays. */
  again?: boolean;
  /** Bytes read of all bytes (null: nobody knows), several times a second and at the end. */
  onProgress?: (progress: { read: number; size: number | null }) => void;
  /** Gives up, without waiting for the next chunk, with the signal's reason; the earlier data stay. */
  signal?: AbortSignal;
}

/** A text is taken as UTF-8. */
export type Chunk = ArrayBuffer | SharedArrayBuffer | ArrayBufferView | string;
export type Bytes = Blob | Chunk | ReadableStream<Chunk> | AsyncIterable<Chunk>;

export interface LoadOptions {
  /** Where kirnu-core.wasm is; without it, beside kirnu.mjs. */
  wasm?: URL | string | Response | BufferSource | WebAssembly.Module;
  /** English when absent. */
  language?: Language;
}

/**
 * `code`: engine_stopped (the instance is dead; load another), closed, no_memory, wasm_unreachable, action_unreadable;
 * of files: file_refused (too many, while another is read, or neither bytes nor text), file_unreadable (its bytes stopped coming; `cause` says why);
 * of settings: setting_unknown (no such key, or not with this value), value_refused (neither text nor a finite number).
 */
export class KirnuError extends Error {
  readonly code: string;
}

export class Kirnu {
  private constructor();
  /** Compiles and starts the core. */
  static load(options?: LoadOptions): Promise<Kirnu>;
  /** Forgets earlier numbers, computes these, and answers with the report. Refuses what ask() refuses. */
  counts(counts: Counts): Report;
  /** Reads a file in chunks, or up to three lists: the earlier, the later, one still earlier. The data in place stay until
   * the new are complete. Answers with the report. Rejects with `file_refused`, `file_unreadable` or the signal's reason. */
  open(file: Bytes | Bytes[], options?: OpenOptions): Promise<Report>;
  /** As open(), and answers with `placed`: for who asks for the View, or asks a question first. */
  read(file: Bytes | Bytes[], options?: OpenOptions): Promise<boolean>;
  /** Whether the last open() put its data in place; if not, the report's issues say why and the earlier data are there. */
  readonly placed: boolean;
  /** Changes the question about the data at hand, and answers with the report. The keys are those of the command's --set
   * and the ids of fields: period (a unit, or a number of days), definition, benchmark, margin, encoding, column.NAME …
   * Where one is not known with its value (`setting_unknown`) or is neither text nor a finite number (`value_refused`), it
   * throws, says which, and changes nothing at all. */
  ask(question: Record<string, Figure | undefined>): Report;
  /** As ask(), without an answer: nothing is computed until somebody asks for it. */
  set(question: Record<string, Figure | undefined>): void;
  /** Whether the files in place are to be opened again, with `again`: a setting changed how they are to be read. */
  readonly reread: boolean;
  /** One Action in, the View that answers it out. Throws `action_unreadable`. */
  dispatch(action: Action): View;
  /** dispatch() in the two JSON texts themselves. */
  dispatchText(action: string): string;
  readonly report: Report;
  /** The report's JSON itself: its bytes are equal on every platform. */
  readonly reportText: string;
  readonly view: View;
  readonly viewText: string;
  /** Everything chosen and typed, small and without rows of files; restored by the action "restore". */
  readonly state: object;
  readonly stateText: string;
  /** The report as CSV, RFC 4180 in UTF-8. */
  readonly csv: string;
  /** The View as plain text. */
  readonly text: string;
  /** A chart node as SVG for a width in CSS pixels; null when there is no such chart. */
  svg(id: string, width: number): string | null;
  /** The text that a button with `download` hands over as a file; null when there is none. */
  download(id: string): string | null;
  /** Runs small invented files through instances of their own, so that the browser has compiled what files need before the
   * first one comes: that one then takes some 100 ms less. Nothing changes; `signal` ends it between two of them. */
  warmUp(options?: { signal?: AbortSignal }): Promise<void>;
  /** The compiled core: load({wasm: k.module}) starts another instance without compiling again. */
  readonly module: WebAssembly.Module;
  /** Whether the instance stopped with an error and answers nothing any more. */
  readonly dead: boolean;
  /** Frees everything; the instance answers nothing any more. */
  close(): void;
}

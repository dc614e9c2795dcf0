// What can go wrong around the core, with a code for programs. The codes: kirnu.d.ts.

export class KirnuError extends Error {
  /** @param {string} code @param {string} message @param {unknown} [cause] */
  constructor(code, message, cause) {
    super(message);
    this.name = 'KirnuError';
    this.code = code;
    if (cause !== undefined) this.cause = cause;
  }
}

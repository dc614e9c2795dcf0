// One polite voice: says what the numbers now mean, a moment after the reader stopped changing them, and never otherwise.

const kQuiet = 700;  // milliseconds without a change

export class Announcer {
  #region;
  #timer = 0;
  #said = '';

  /** @param {HTMLElement} region a role=status element */
  constructor(region) {
    this.#region = region;
  }

  /** @param {() => string} words what to say then */
  soon(words) {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const now = words();
      if (now === this.#said) return;
      this.#said = now;
      this.#region.textContent = now;
    }, kQuiet);
  }

  /** Says this now, also when it was said before. @param {string} words */
  say(words) {
    clearTimeout(this.#timer);
    this.#said = '';
    this.#region.textContent = words;
  }
}

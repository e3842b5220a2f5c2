/** Loaded into a server before anything else: for that process it is fifteen days later than it is. */
const AHEAD_MS = 15 * 24 * 60 * 60 * 1_000;
const Now = globalThis.Date;

globalThis.Date = class Date extends Now {
  constructor(...given) {
    if (given.length === 0) super(Now.now() + AHEAD_MS);
    else super(...given);
  }

  static now() {
    return Now.now() + AHEAD_MS;
  }
};

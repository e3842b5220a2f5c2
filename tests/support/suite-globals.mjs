/** What `@jest/globals` is to a suite that Node itself loads: bindings that always name the functions of the running suite. */
export let afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test;

export function setSuiteGlobals(globals) {
  ({ afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test } = globals);
}

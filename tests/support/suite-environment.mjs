/**
 * Suites run in the realm of the worker itself, one after the other. What one of them sets of the process is put back before
 * the next.
 */
export default class SuiteEnvironment {
  global = globalThis;
  moduleMocker = null;
  fakeTimers = null;
  fakeTimersModern = null;

  setup() {
    this.found = { environment: { ...process.env }, folder: process.cwd() };
    return Promise.resolve();
  }

  teardown() {
    for (const name of Object.keys(process.env)) delete process.env[name];
    Object.assign(process.env, this.found.environment);
    process.chdir(this.found.folder);
    return Promise.resolve();
  }

  getVmContext() {
    return null;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }
}

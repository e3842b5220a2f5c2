import { availableParallelism } from 'node:os';

/**
 * One configuration for every suite; docs/adr/0015-suites-share-a-process.md says how they are loaded. `npm test` gives Node its
 * flags: no time is spent on making the compiled database of a suite faster than it has to be for some seconds.
 */
export default {
  testEnvironment: '<rootDir>/tests/support/suite-environment.mjs',
  runtime: '<rootDir>/tests/support/suite-runtime.mjs',
  injectGlobals: false,
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: {},
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testSequencer: '<rootDir>/tests/support/suite-order.mjs',
  testTimeout: 60_000,
  // Suites mostly wait: for processes of their own, and for a disk that has synced. One core is not left idle for Jest itself.
  maxWorkers: availableParallelism() + 1,
};

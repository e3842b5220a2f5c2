import { availableParallelism } from 'node:os';

/**
 * One configuration for every suite; `npm test` gives Node its flags: modules in a context of their own, and no time spent on making
 * the compiled database of a suite faster than it has to be for some seconds.
 */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testSequencer: '<rootDir>/tests/support/suite-order.mjs',
  testTimeout: 60_000,
  // Suites mostly wait: for processes of their own, and for a disk that has synced. One core is not left idle for Jest itself.
  maxWorkers: availableParallelism() + 1,
  // A database compiled to WebAssembly stays in a worker's memory after its suite, by the hundred megabytes.
  workerIdleMemoryLimit: '1GB',
};

import { availableParallelism } from 'node:os';

/** One configuration for every suite; `NODE_OPTIONS=--experimental-vm-modules` is set by the npm scripts. */
export default {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/tests/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/data'],
  globalSetup: '<rootDir>/tests/support/global-setup.mjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.mjs',
  testTimeout: 60_000,
  // Jest leaves one core to itself, which on two would be half the machine: suites mostly wait for processes of their own.
  maxWorkers: Math.max(2, availableParallelism() - 1),
};

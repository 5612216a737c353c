/** @jest-config-loader esbuild-register */
import type { Config } from 'jest';

const config: Config = {
  testEnvironment: 'node',
  maxWorkers: 2,
  // No test waits for time; a busy machine may still be slow.
  testTimeout: 60_000,
  // Modules of every test file stay in memory: a worker of some gigabytes takes longer to end than Jest waits.
  workerIdleMemoryLimit: '1GB',
  roots: ['<rootDir>/test', '<rootDir>/examples'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^cogwork$': '<rootDir>/src/index.ts',
    '^cogwork/testing/jest$': '<rootDir>/src/testing/jest.ts',
    '^cogwork/(emulator|playground|testing|voice)$': '<rootDir>/src/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
};

export default config;

/** Entry `cogwork/testing/jest`: gives Jest's `expect` the matchers, and TypeScript their types. */
import { expect } from '@jest/globals';
import type { CogworkMatchers } from './cogwork-matchers.js';
import { cogworkMatchers } from './cogwork-matchers.js';

declare module 'expect' {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends CogworkMatchers<R> {}
}

expect.extend(cogworkMatchers as unknown as Parameters<typeof expect.extend>[0]);

import type { Awaitable } from '../types/type-tools.js';

/** Runs steps one after another, whatever becomes of each; `onFailed` is told of every error. */
export async function runEach(
  steps: Iterable<() => Awaitable<unknown>>,
  onFailed: (error: unknown) => void,
): Promise<void> {
  for (const step of steps) {
    try {
      await step();
    } catch (error) {
      onFailed(error);
    }
  }
}

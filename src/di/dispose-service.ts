import type { Awaitable } from '../types/type-tools.js';

type Disposer = () => Awaitable<unknown>;

/** Way in which a service wants to end: `[Symbol.asyncDispose]`, `[Symbol.dispose]` or `dispose()`, the first it has. */
export function disposerOf(service: unknown): Disposer | undefined {
  if (typeof service !== 'object' || service === null) return undefined;
  const { [Symbol.asyncDispose]: later, [Symbol.dispose]: now, dispose } = service as Disposable;
  const found = later ?? now ?? dispose;
  return typeof found === 'function' ? () => found.call(service) : undefined;
}

interface Disposable {
  readonly [Symbol.asyncDispose]?: Disposer;
  readonly [Symbol.dispose]?: Disposer;
  readonly dispose?: Disposer;
}

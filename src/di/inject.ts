import { InjectionContextError } from '../errors/injection-context-error.js';
import type { InjectionToken } from './injection-token.js';
import { tokenName } from './injection-token.js';

/** Part of a container that `inject` needs. */
export interface Resolver {
  resolve<T>(token: InjectionToken<T>): T;
}

/** Container that is building something at this moment; global, so that two copies of the package agree on it. */
const active = Symbol.for('cogwork.di.active');
const state = globalThis as { [active]?: Resolver | undefined };

/**
 * Service of the bot that is building this object: for field initialisers of cogs, checks and services.
 *
 * Works under every compiler, because it needs no constructor metadata.
 *
 * @example
 * ```ts
 * @Cog()
 * class Moderation {
 *   readonly #bot = inject(Bot);
 * }
 * ```
 * @throws {InjectionContextError} when called outside the construction of an injected object.
 */
export function inject<T>(token: InjectionToken<T>): T {
  const resolver = state[active];
  if (resolver) return resolver.resolve(token);
  throw new InjectionContextError(
    `inject(${tokenName(token)}) was called where nothing is being built. Call it in a field initialiser or the ` +
      'constructor of a class that the bot constructs, not in a method and not after an await.',
  );
}

/** Runs `build` with `inject` answering from the given container. */
export function withResolver<T>(resolver: Resolver, build: () => T): T {
  const previous = state[active];
  state[active] = resolver;
  try {
    return build();
  } finally {
    state[active] = previous;
  }
}

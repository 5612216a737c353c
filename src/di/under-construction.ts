import { UnresolvableError } from '../errors/unresolvable-error.js';
import { tokenName } from './injection-token.js';

interface Construction {
  readonly container: object;
  readonly token: unknown;
}

/** What is being built at this moment, the outermost first; global, so that two copies of the package agree on it. */
const constructions = Symbol.for('cogwork.di.constructions');
const state = globalThis as { [constructions]?: Construction[] };

/**
 * Builds a service, unless it is being built already: it would wait for itself.
 *
 * @throws {UnresolvableError} naming the circle.
 */
export function underConstruction<T>(container: object, token: unknown, build: () => T): T {
  state[constructions] ??= [];
  const stack = state[constructions];
  const start = stack.findIndex((each) => each.container === container && each.token === token);
  if (start >= 0)
    throw circular([...stack.slice(start).map((each) => tokenName(each.token)), tokenName(token)]);
  stack.push({ container, token });
  try {
    return build();
  } finally {
    stack.pop();
  }
}

/** Error of services that need each other. */
export function circular(chain: readonly string[]): UnresolvableError {
  return new UnresolvableError(
    `${chain.join(' → ')} goes in a circle: each is built while another is. Hand one of them over in a method, or ` +
      'move what both need into a third class.',
    chain,
  );
}

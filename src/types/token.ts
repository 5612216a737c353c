/**
 * Name under which a port is found in a container; the type parameter says what is found there.
 *
 * A port and its token share one name in one file: the interface is what implementers write, the constant is what
 * `inject()` and `container.register` take.
 */
export type Token<T> = symbol & { readonly __port?: T };

/** Makes the token of a port; two copies of the package agree on it, because it is registered globally. */
export function portToken<T>(name: string): Token<T> {
  return Symbol.for(`cogwork.port.${name}`) as Token<T>;
}

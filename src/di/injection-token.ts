import type { Token } from '../types/token.js';
import type { AbstractConstructor } from '../types/type-tools.js';

/** What can be asked of a container: a class, or the token of a port. */
export type InjectionToken<T> = Token<T> | AbstractConstructor<T & object>;

/** How a token is called in messages. */
export function tokenName(token: unknown): string {
  if (typeof token === 'function') return token.name || 'an anonymous class';
  return typeof token === 'symbol'
    ? (token.description ?? 'a symbol').replace('cogwork.port.', '')
    : String(token);
}

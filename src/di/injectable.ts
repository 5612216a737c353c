import { checkClassSite, refuseBareOnClass } from '../errors/decorator-site.js';
import type { Constructor } from '../types/type-tools.js';
import { markInjectable } from './reflect.js';

/** How long an injected object lives: as long as its bot, for one run of a handler, or made anew each time. */
export type InjectionScope = 'bot' | 'invocation' | 'transient';

const scopeKey = Symbol.for('cogwork.di.scope');

/**
 * Class that may be injected: lets the compiler write down its constructor's types.
 *
 * Needed only by services whose constructor takes something; any other class is injectable as it is.
 *
 * @example
 * ```ts
 * @Injectable()
 * class WarningStore {
 *   constructor(private readonly database: Database) {}
 * }
 * ```
 */
export function Injectable(options?: { readonly scope?: InjectionScope }): (target: Constructor) => void;
export function Injectable(
  options: { readonly scope?: InjectionScope } = {},
  ...more: readonly unknown[]
): (target: Constructor) => void {
  refuseBareOnClass('Injectable', [options, ...more], 'Injectable()');
  return (target: Constructor, key?: unknown) => {
    checkClassSite('Injectable', target, key);
    markInjectable(target);
    Object.defineProperty(target, scopeKey, { value: options.scope ?? 'bot', configurable: true });
  };
}

export function scopeOf(target: object): InjectionScope {
  return Object.hasOwn(target, scopeKey) ? (target as Record<symbol, InjectionScope>)[scopeKey]! : 'bot';
}

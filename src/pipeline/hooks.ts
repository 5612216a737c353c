import { ownerOfMethod, refuseBare } from '../errors/decorator-site.js';
import type { AbstractConstructor } from '../types/type-tools.js';
import { ClassMetadata } from '../utils/class-metadata.js';
import type { HandlerDecorator, InstanceSide } from './handler-decorator.js';

/** How a handler ended. */
export type CommandResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: unknown };

/** Hook method as a class declares it; `handler` is the only handler it is for, when there is one. */
export interface DeclaredHook {
  readonly when: 'before' | 'after';
  readonly method: string;
  readonly handler: string | undefined;
}

/** Error handling method as a class declares it. */
export interface DeclaredErrorHandler {
  readonly method: string;
  readonly errorClass: AbstractConstructor;
  readonly handler: string | undefined;
}

export const hookMetadata = new ClassMetadata<DeclaredHook>('hook');
export const errorHandlerMetadata = new ClassMetadata<DeclaredErrorHandler>('error-handler');

/** Options of hooks. */
export interface HookOptions {
  /** Method that the hook is for; all handlers of the class unless given. */
  readonly for?: string;
}

/** Runs the method before each handler of its class, once checks and limits have let it through; its error stops it. */
export function Before(options?: HookOptions): HandlerDecorator<[ctx: never]>;
export function Before(...given: readonly unknown[]): HandlerDecorator<never[]> {
  return hook('before', 'Before', given);
}

/** Runs the method after each handler of its class that was started, whether or not it failed. */
export function After(options?: HookOptions): HandlerDecorator<[ctx: never, result: CommandResult]>;
export function After(...given: readonly unknown[]): HandlerDecorator<never[]> {
  return hook('after', 'After', given);
}

/**
 * Handles the errors of a class that handlers of this cog let out; the most specific class is asked first.
 *
 * Returning `false` passes the error on to the handlers of the bot. A value that is returned is the answer.
 *
 * @example
 * ```ts member
 * @OnError(CooldownError)
 * tooFast(ctx: Context, error: CooldownError): string {
 *   return `Wait ${error.retryAfterSeconds} seconds.`;
 * }
 * ```
 */
export function OnError<E extends Error>(
  errorClass: AbstractConstructor<E>,
  options: HookOptions = {},
): <T extends (ctx: never, error: E) => unknown>(
  target: InstanceSide,
  key: string,
  descriptor: TypedPropertyDescriptor<T>,
) => void {
  refuseBare('OnError', [errorClass, options], 'OnError(CooldownError)');
  return (target, method, descriptor) => {
    errorHandlerMetadata.add(ownerOfMethod('OnError', target, method, descriptor), {
      method,
      errorClass,
      handler: options.for,
    });
  };
}

function hook(
  when: DeclaredHook['when'],
  name: string,
  given: readonly unknown[],
): HandlerDecorator<never[]> {
  refuseBare(name, given, `${name}()`);
  const options = (given[0] ?? {}) as HookOptions;
  return (target, method, descriptor) => {
    hookMetadata.add(ownerOfMethod(name, target, method, descriptor), { when, method, handler: options.for });
  };
}

import type { SettingKeys } from '../errors/check-settings.js';
import { checkSettings } from '../errors/check-settings.js';
import { ownerOfMethod, placeOf, refuseBare } from '../errors/decorator-site.js';
import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import type { AbstractConstructor } from '../types/type-tools.js';
import { ClassMetadata } from '../utils/class-metadata.js';
import { nearestName } from '../utils/nearest-name.js';
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

const hookKeys: SettingKeys<HookOptions> = { for: true };

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
    const owner = ownerOfMethod('OnError', target, method, descriptor);
    const place = placeOf(target, method);
    if (typeof errorClass !== 'function') {
      throw new InvalidDefinitionError(
        '@OnError names no class of errors; write @OnError(CooldownError)',
        place,
      );
    }
    checkSettings(options, hookKeys, place);
    errorHandlerMetadata.add(owner, {
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
    const owner = ownerOfMethod(name, target, method, descriptor);
    checkSettings(options, hookKeys, placeOf(target, method));
    hookMetadata.add(owner, { when, method, handler: options.for });
  };
}

/**
 * Refuses hooks and error handlers for a method that the class does not have: they would never run.
 *
 * @throws {InvalidDefinitionError} naming the nearest method.
 */
export function checkHookTargets(owner: object): void {
  const { prototype } = owner as { readonly prototype: Readonly<Record<string, unknown>> };
  for (const { handler, method } of [...hookMetadata.of(owner), ...errorHandlerMetadata.of(owner)]) {
    if (handler === undefined || typeof prototype[handler] === 'function') continue;
    const nearest = nearestName(handler, methodsOf(prototype));
    throw new InvalidDefinitionError(
      `is for '${handler}', which is no method of the class.${nearest ? ` Did you mean '${nearest}'?` : ''}`,
      placeOf(prototype, method),
    );
  }
}

function methodsOf(prototype: object): string[] {
  const names: string[] = [];
  for (let at: object = prototype; at !== Object.prototype; at = Object.getPrototypeOf(at) as object)
    names.push(...Object.getOwnPropertyNames(at).filter((name) => name !== 'constructor'));
  return names;
}

import type { ErrorHandler } from './error-chain.js';
import type { InvocationContext } from './handler.js';
import { errorHandlerMetadata } from './hooks.js';

type ErrorMethod = (ctx: InvocationContext | undefined, error: Error) => unknown;

/** Error handlers that a class declares: those for one method, then those for all. */
export function declaredErrorHandlers(
  instance: object,
  method: string,
): readonly (readonly ErrorHandler[])[] {
  const declared = errorHandlerMetadata.of(instance.constructor);
  if (declared.length === 0) return [];
  const bind = (name: string, errorClass: ErrorHandler['errorClass']): ErrorHandler => ({
    errorClass,
    handle: (ctx, error) => (instance as Record<string, ErrorMethod>)[name]!(ctx, error),
  });
  const level = (wanted: string | undefined): ErrorHandler[] =>
    declared.filter(({ handler }) => handler === wanted).map((entry) => bind(entry.method, entry.errorClass));
  return [level(method), level(undefined)];
}

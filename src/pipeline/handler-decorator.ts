import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';

/** Prototype of a class, not the class itself: a handler is never static. */
export type InstanceSide = object & { readonly prototype?: never };

/**
 * Decorator of a method that takes `Args`, or fewer of them.
 *
 * The method's own type is inferred, not the descriptor's, which would be invariant and refuse good handlers.
 */
export type HandlerDecorator<Args extends readonly unknown[]> = <T extends (...args: Args) => unknown>(
  target: InstanceSide,
  key: string,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

/**
 * Class that a method decorator stands in.
 *
 * @throws {InvalidDefinitionError} when it stands on a static method, which no instance of a cog could run.
 */
export function ownerOf(target: object, key: string, decorator: string): object {
  if (typeof target !== 'function') return target.constructor;
  throw new InvalidDefinitionError(
    `@${decorator} stands on a static method; drop the 'static'`,
    `${target.name}.${key}`,
  );
}

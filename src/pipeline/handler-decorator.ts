import type { Answering } from './replies.js';

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

/** Decorator of a method that takes `Args`, or fewer of them, and whose result is the answer. */
export type AnswerDecorator<Args extends readonly unknown[]> = <T extends (...args: Args) => unknown>(
  target: InstanceSide,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

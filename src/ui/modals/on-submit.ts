import type { ModalContext } from '../../interactions/interaction-context.js';
import type { Constructor } from '../../types/type-tools.js';
import { ClassMetadata } from '../../utils/class-metadata.js';

/** Handler of a modal: what its decorator knows. */
export interface SubmitHandler {
  readonly modalClass: Constructor;
  readonly method: string;
}

/** Where `@OnSubmit` writes. */
export const submitMetadata = new ClassMetadata<SubmitHandler>('on-submit');

/** Decorator of a cog's method that takes the submissions of a modal. */
export type OnSubmitDecorator<Values> = <T extends (ctx: ModalContext, values: Values) => unknown>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<T>,
) => void;

/**
 * Takes the submissions of a modal that was opened by `ctx.showModal`, whenever they come, also after a restart.
 *
 * @example
 * ```ts
 * @OnSubmit(Feedback)
 * take(ctx: ModalContext, { email, story }: Feedback) { return 'Thank you!'; }
 * ```
 */
export function OnSubmit<Values extends object>(modalClass: Constructor<Values>): OnSubmitDecorator<Values> {
  return (target, key) => submitMetadata.add(target.constructor, { modalClass, method: key });
}

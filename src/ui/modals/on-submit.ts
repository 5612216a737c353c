import { ownerOfMethod, refuseBare } from '../../errors/decorator-site.js';
import type { ModalContext } from '../../interactions/interaction-context.js';
import type { ModalFields } from '../../interactions/modal-asker.js';
import type { Answering } from '../../pipeline/replies.js';
import type { Constructor } from '../../types/type-tools.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import type { CheckedPath, PathParams } from '../paths/path-params.js';

/** Handler of a modal: what its decorator knows. */
export interface SubmitHandler {
  /** Class of the modal, or the path of its custom id. */
  readonly modal: Constructor | string;
  readonly method: string;
}

/** Where `@OnSubmit` writes. */
export const submitMetadata = new ClassMetadata<SubmitHandler>('on-submit');

/** Decorator of a cog's method that takes the submissions of a modal class. */
export type OnSubmitDecorator<Values> = <T extends (ctx: ModalContext, values: Values) => unknown>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

/** Decorator of a cog's method that takes the submissions of modals with a custom id of this path. */
export type OnSubmitPathDecorator<Path extends string> = <
  T extends (ctx: ModalContext, fields: ModalFields, params: PathParams<Path>) => unknown,
>(
  target: object,
  key: string,
  descriptor: TypedPropertyDescriptor<T> & Answering<T>,
) => void;

/**
 * Takes the submissions of a modal that was opened by `ctx.showModal`, whenever they come, also after a restart.
 *
 * With a path instead of a class it takes those of modals in plain JSON, whose custom id is of that path.
 *
 * @example
 * ```ts member
 * @OnSubmit(Feedback)
 * take(ctx: ModalContext, { email, story }: Feedback): string {
 *   return `Thank you! We write to ${email}.`;
 * }
 * ```
 */
export function OnSubmit<const Path extends string>(
  path: Path & CheckedPath<Path>,
): OnSubmitPathDecorator<Path>;
export function OnSubmit<Values extends object>(modalClass: Constructor<Values>): OnSubmitDecorator<Values>;
export function OnSubmit(modal: Constructor | string, ...more: readonly unknown[]) {
  refuseBare('OnSubmit', [modal, ...more], 'OnSubmit(Feedback)');
  return (target: object, method: string, descriptor: PropertyDescriptor): void =>
    submitMetadata.add(ownerOfMethod('OnSubmit', target, method, descriptor), { modal, method });
}

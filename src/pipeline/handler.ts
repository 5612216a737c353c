import { portToken } from '../types/token.js';
import type { Awaitable } from '../types/type-tools.js';

/** Kinds of handlers a cog can declare, as they are named in logs and errors. */
export type HandlerKind =
  | 'slash command'
  | 'user command'
  | 'message command'
  | 'entry point'
  | 'prefix command'
  | 'hybrid command'
  | 'autocomplete'
  | 'button'
  | 'select'
  | 'modal'
  | 'listener'
  | 'task'
  | 'view';

/** Where a handler stands and what it is for: what logs, error messages and reports call it. */
export interface HandlerOrigin {
  /** What the handler is for. */
  readonly kind: HandlerKind;
  /** Command name, event name or component id. */
  readonly name: string;
  /** Name of the cog, or of the view class. */
  readonly cog: string;
  /** Name of the method. */
  readonly method: string;
}

/** What the pipeline needs of any context, whatever it answers to. */
export interface InvocationContext {
  /** Id to find the invocation in logs: of the interaction or the message. */
  readonly invocationId: string;
  /** Answers with what a handler yielded, and gives the sent message back to it. */
  respondWith(value: unknown): Promise<unknown>;
  /** Answers with what a handler returned; nobody gets to see the sent message. */
  respondLast(value: unknown): Promise<unknown>;
  /** Told of each step that begins, so that it can say what was slow. */
  entered?(step: string): void;
  /** Told that the handler has ended, in whatever way; must not throw. */
  ended?(): Promise<void> | undefined;
  /** Tells the user, privately where that exists, that something went wrong. */
  apologise(text: string): Promise<void>;
}

/** Token by which services of one invocation take its context. */
export const InvocationContext = portToken<InvocationContext>('InvocationContext');

/** Handler compiled once: runs every step in order and never rejects; errors have gone through the error chain. */
export type CompiledHandler<Ctx extends InvocationContext> = (ctx: Ctx, ...args: unknown[]) => Promise<void>;

/** What `compileHandler` is given. */
export interface HandlerDefinition<Ctx extends InvocationContext> {
  readonly origin: HandlerOrigin;
  /** Object the method is called on: the cog's instance, or a function that finds the view of this invocation. */
  readonly target: object | ((ctx: Ctx) => object);
  readonly method: (...args: never[]) => Awaitable<unknown>;
  /** Told when the handler has ended, and its answer was sent, without an error; must not throw. */
  readonly completed?: (ctx: Ctx) => void;
  /** Turns the invocation's raw input into the handler's arguments after the context; its errors enter the chain. */
  readonly resolveArguments?: (ctx: Ctx, raw: readonly unknown[]) => Awaitable<readonly unknown[]>;
}

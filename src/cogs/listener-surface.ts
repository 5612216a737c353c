import type { EventBus } from '../events/event-bus.js';
import type { CogSurface, LoadedCog } from '../pipeline/cog-surface.js';
import { declaredErrorHandlers } from '../pipeline/declared-error-handlers.js';
import type { HandlerOrigin } from '../pipeline/handler.js';
import type { PipelineTools } from '../pipeline/pipeline-tools.js';
import { isPromiseLike } from '../utils/is-promise-like.js';
import type { DeclaredListener } from './listen.js';
import { listenerMetadata } from './listen.js';

type Listener = (...args: readonly unknown[]) => unknown;

/** Puts the `@Listen` methods of cogs on the event bus. */
export class ListenerSurface implements CogSurface {
  readonly #events: EventBus;
  readonly #tools: PipelineTools;

  constructor(events: EventBus, tools: PipelineTools) {
    this.#events = events;
    this.#tools = tools;
  }

  attach(cog: LoadedCog): () => void {
    const removers = listenerMetadata.of(cog.cogClass).map((declared) => this.#listen(cog, declared));
    return () => {
      for (const remove of removers) remove();
    };
  }

  #listen(cog: LoadedCog, { event, method, once }: DeclaredListener): () => void {
    const origin: HandlerOrigin = { kind: 'listener', name: event, cog: cog.name, method };
    const call = this.#compile(cog.instance, method, origin);
    const remove: () => void = once
      ? this.#events.once(event, call as never, origin)
      : this.#events.on(event, call as never, origin);
    return remove;
  }

  /** Listener that counts as activity while it runs, and whose errors go the way of the cog's other errors. */
  #compile(instance: object, method: string, origin: HandlerOrigin): Listener {
    const { activity, errors } = this.#tools;
    const body = (instance as Record<string, Listener>)[method]!;
    const fail = (error: unknown): Promise<void> =>
      errors.handle(error, origin, undefined, declaredErrorHandlers(instance, method));
    return (...args) => {
      try {
        const result = activity.run(origin, () => body.apply(instance, args as unknown[]));
        if (isPromiseLike(result)) return result.then(undefined, fail);
      } catch (error) {
        return fail(error);
      }
      return undefined;
    };
  }
}

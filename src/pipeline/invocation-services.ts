import type { ServiceContainer } from '../di/service-container.js';
import { InjectionContextError } from '../errors/injection-context-error.js';
import { InvocationContext } from './handler.js';

/** Services of one run of a handler; the container is made when somebody asks for it, and few do. */
export class InvocationServices {
  readonly #ctx: InvocationContext;
  readonly #ofBot: ServiceContainer | undefined;
  #own: ServiceContainer | undefined;
  #hasEnded = false;

  constructor(ctx: InvocationContext, ofBot: ServiceContainer | undefined) {
    this.#ctx = ctx;
    this.#ofBot = ofBot;
    (ctx as Serviced)[services] = this;
  }

  get container(): ServiceContainer {
    if (!this.#ofBot || this.#hasEnded) throw notRunning(this.#ctx);
    this.#own ??= this.#ofBot.createChild().registerValue(InvocationContext, this.#ctx);
    return this.#own;
  }

  /** Disposes what was built for this run; nothing to wait for where nothing was. */
  end(): Promise<void> | undefined {
    this.#hasEnded = true;
    return this.#own?.dispose();
  }
}

/** Where a context has its services; not in a `WeakMap`, which costs the garbage collector more than all the rest. */
const services = Symbol('services');

type Serviced = object & { [services]?: InvocationServices };

/**
 * Services of the invocation that a context belongs to: those of the bot, and for each class with
 * `@Injectable({ scope: 'invocation' })` one instance, which is disposed when the handler has ended.
 *
 * @example
 * ```ts
 * @Injectable({ scope: 'invocation' })
 * class Transaction {
 *   readonly #ctx = inject(InvocationContext);
 *   async dispose(): Promise<void> {
 *     await database.rollBack(this.#ctx.invocationId);
 *   }
 * }
 *
 * servicesOf(ctx).resolve(Transaction);
 * ```
 * @throws {InjectionContextError} when the handler of the context is not running.
 */
export function servicesOf(ctx: object): ServiceContainer {
  const own = (ctx as Serviced)[services];
  if (own) return own.container;
  throw notRunning(ctx as InvocationContext);
}

function notRunning({ invocationId }: InvocationContext): InjectionContextError {
  return new InjectionContextError(
    `Invocation ${invocationId} is not running, so it has no services. Ask for them in the handler, its checks or its ` +
      'hooks, and keep what you need after the handler has ended.',
  );
}

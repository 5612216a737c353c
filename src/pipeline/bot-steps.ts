import type { Awaitable } from '../types/type-tools.js';
import type { CheckContext } from './check-context.js';
import type { CheckFunction } from './checks/check-like.js';
import type { HandlerOrigin } from './handler.js';
import type { CommandResult } from './hooks.js';

/** Hook of the whole bot. */
export interface BotHook {
  /** Runs before every handler, once checks and limits have let it through. */
  readonly before?: (ctx: CheckContext, origin: HandlerOrigin) => Awaitable<unknown>;
  /** Runs after every handler that was started, whether or not it failed. */
  readonly after?: (ctx: CheckContext, result: CommandResult, origin: HandlerOrigin) => Awaitable<unknown>;
}

/** Checks and hooks that stand around every handler of a bot; they come and go while it runs. */
export class BotSteps {
  readonly #checks = new Set<CheckFunction>();
  readonly #hooks = new Set<BotHook>();

  get checks(): ReadonlySet<CheckFunction> {
    return this.#checks;
  }

  get hooks(): ReadonlySet<BotHook> {
    return this.#hooks;
  }

  /** Adds a check for every handler; the returned function takes it away. */
  addCheck(check: CheckFunction): () => void {
    this.#checks.add(check);
    return () => this.#checks.delete(check);
  }

  /** Adds a hook around every handler; the returned function takes it away. */
  addHook(hook: BotHook): () => void {
    this.#hooks.add(hook);
    return () => this.#hooks.delete(hook);
  }
}

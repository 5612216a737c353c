import type { Bot } from '../../client/bot.js';
import type { ProgramHost, StartRequest } from '../../client/program-host.js';
import type { Logger } from '../../utils/logger.js';

/** Bot of a program. */
export interface FoundBot extends StartRequest<Bot> {
  /** Whether it was let go on, and so is connecting. */
  readonly isStarting: boolean;
}

/** What becomes of the bots of a program: they are kept from starting, or they start as always. */
export type CollectorMode = 'hold' | 'run';

/** Host that collects the bots of the program that it runs. */
export class BotCollector implements ProgramHost {
  readonly logger: Logger;
  /** Resolves as soon as the program starts its first bot. */
  readonly whenFound: Promise<void>;
  readonly #found = new Map<object, FoundBot>();
  #isHolding: boolean;
  #noteFound!: () => void;

  constructor(mode: CollectorMode, logger: Logger) {
    this.logger = logger;
    this.#isHolding = mode === 'hold';
    this.whenFound = new Promise((resolve) => {
      this.#noteFound = resolve;
    });
  }

  /** Bots that were started so far, in that order. */
  get bots(): readonly FoundBot[] {
    return [...this.#found.values()];
  }

  admit(request: StartRequest): Promise<void> {
    const isStarting = !this.#isHolding;
    if (!this.#found.has(request.bot)) {
      this.#found.set(request.bot, { ...request, bot: request.bot as Bot, isStarting });
    }
    this.#noteFound();
    return isStarting ? Promise.resolve() : new Promise(() => {});
  }

  /** Takes a bot that its program leaves to others to start: it hands itself in when it is asked to log in, and is held. */
  adopt(bot: Bot): void {
    const wasHolding = this.#isHolding;
    this.#isHolding = true;
    void bot.login();
    this.#isHolding = wasHolding;
  }
}

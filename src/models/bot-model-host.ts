import { NotReadyError } from '../errors/not-ready-error.js';
import type { Rest } from '../rest/rest.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import type { AllowedMentions } from './allowed-mentions.js';
import { BotModelFactory } from './bot-model-factory.js';
import type { MemberSource, ModelHost, RecordSource } from './host.js';
import type { ModelFactory } from './model-factory.js';

/** What a `BotModelHost` is made of. */
export interface BotModelHostOptions {
  readonly clock: Clock;
  readonly records: RecordSource;
  readonly rest: Rest;
  readonly defaultAllowedMentions?: AllowedMentions;
}

/** Host of one bot's models; the ids of the bot itself are known once it has logged in. */
export class BotModelHost implements ModelHost {
  readonly clock: Clock;
  readonly defaultAllowedMentions?: AllowedMentions;
  readonly answers: ModelFactory;
  readonly models: ModelFactory;
  readonly past: ModelFactory;
  /** Set by whoever connects the bot. */
  memberSource: MemberSource | undefined;
  readonly records: RecordSource;
  readonly rest: Rest;
  #selfId: Snowflake | undefined;
  #applicationId: Snowflake | undefined;

  constructor(options: BotModelHostOptions) {
    this.clock = options.clock;
    this.records = options.records;
    this.rest = options.rest;
    this.answers = new BotModelFactory(this, 'answer');
    this.models = new BotModelFactory(this, 'cache');
    this.past = new BotModelFactory(this, 'past');
    if (options.defaultAllowedMentions) this.defaultAllowedMentions = options.defaultAllowedMentions;
  }

  /**
   * Id of the bot's own user.
   *
   * @throws {NotReadyError} before the bot has logged in.
   */
  get selfId(): Snowflake {
    return this.#selfId ?? this.#notReady('selfId');
  }

  /**
   * Id of the bot's application.
   *
   * @throws {NotReadyError} before the bot has logged in.
   */
  get applicationId(): Snowflake {
    return this.#applicationId ?? this.#notReady('applicationId');
  }

  /** Whether the ids are known. */
  get isIdentified(): boolean {
    return this.#selfId !== undefined;
  }

  /** Tells the host who the bot is: from READY, or from the token before that. */
  identify(selfId: Snowflake, applicationId: Snowflake = selfId): void {
    this.#selfId = selfId;
    this.#applicationId = applicationId;
  }

  #notReady(what: string): never {
    throw new NotReadyError(
      `${what} is not known before the bot has logged in. Await bot.start() or bot.login().`,
    );
  }
}

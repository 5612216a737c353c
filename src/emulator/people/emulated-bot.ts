import type { Snowflake } from '../../types/type-tools.js';
import type { Inspect } from '../../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../../utils/inspect-as.js';
import type { ApplicationRecord, BotRecord } from '../world/bot-record.js';
import type { CommandRecord } from '../world/command-record.js';
import type { UserRecord } from '../world/user-record.js';

/** Bot account: what a bot under test logs in with. */
export class EmulatedBot {
  readonly #record: BotRecord;

  /** @internal */
  constructor(record: BotRecord) {
    this.#record = record;
  }

  /** Id of the bot's user, and of its application. */
  get id(): Snowflake {
    return this.#record.id;
  }

  /** Name of the bot. */
  get name(): string {
    return this.#record.user.username;
  }

  /** Token that the bot logs in with. */
  get token(): string {
    return this.#record.token;
  }

  /** User of the bot as Discord sends it. */
  get user(): Readonly<UserRecord> {
    return this.#record.user;
  }

  /** Application of the bot, as Discord knows it. */
  get application(): Readonly<ApplicationRecord> {
    return this.#record.application;
  }

  /** Ed25519 public key in hex, with which HTTP interactions are verified. */
  get publicKey(): string {
    return this.#record.application.verifyKey;
  }

  /** Secret with which the application exchanges OAuth2 codes. */
  get clientSecret(): string {
    return this.#record.application.clientSecret;
  }

  /** Commands that are registered, global and of guilds. */
  get commands(): readonly Readonly<CommandRecord>[] {
    return [...this.#record.commands.values()];
  }

  /** Text that mentions this bot in a message. */
  get mention(): string {
    return `<@${this.id}>`;
  }

  /** Shows in a console what this is. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(
      this,
      { id: this.id, name: this.name, commands: this.commands.map(({ name }) => name) },
      options,
      inspect,
    );
  }

  /** State behind the handle. @internal */
  get record(): BotRecord {
    return this.#record;
  }
}

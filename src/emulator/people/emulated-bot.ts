import type { Snowflake } from '../../types/type-tools.js';
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

  get id(): Snowflake {
    return this.#record.id;
  }

  get name(): string {
    return this.#record.user.username;
  }

  get token(): string {
    return this.#record.token;
  }

  get user(): Readonly<UserRecord> {
    return this.#record.user;
  }

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

  /** State behind the handle. @internal */
  get record(): BotRecord {
    return this.#record;
  }
}

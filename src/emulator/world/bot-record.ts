import type { Snowflake } from '../../types/type-tools.js';
import type { CommandRecord } from './command-record.js';
import type { UserRecord } from './user-record.js';

/** Bot: its user, its application and what the application may. */
export interface BotRecord {
  readonly id: Snowflake;
  readonly user: UserRecord;
  readonly application: ApplicationRecord;
  token: string;
  /** Intent bits of the privileged intents that were granted. */
  privilegedIntents: number;
  /** Registered commands by id. */
  readonly commands: Map<Snowflake, CommandRecord>;
  /** Shards that `GET /gateway/bot` recommends. */
  shards: number;
  /** Shards that may identify at once. */
  maxConcurrency: number;
  /** When a session was last opened, by concurrency key. */
  readonly lastIdentifyMs: Map<number, number>;
  sessionStarts: { total: number; remaining: number; resetAtMs: number };
}

/** Application as its owner set it up. @see https://docs.discord.com/developers/resources/application */
export interface ApplicationRecord {
  readonly id: Snowflake;
  name: string;
  description: string;
  /** Ed25519 public key in hex, with which HTTP interactions are verified. */
  verifyKey: string;
  /** Ed25519 secret key, with which the emulator signs. */
  secretKey: Uint8Array;
  /** Secret with which the application exchanges OAuth2 codes. */
  readonly clientSecret: string;
  ownerId: Snowflake;
  flags: number;
  interactionsEndpointUrl: string | null;
  /** Everything else that `PATCH /applications/@me` accepts. */
  settings: Record<string, unknown>;
}

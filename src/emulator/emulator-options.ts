/** How an emulator, its bots and its guilds may differ. */
import type { Clock } from '../utils/clock.js';
import type { Person } from './people/person.js';
import type { GuildGuest } from './places/emulated-guild.js';
import type { ChannelDraft } from './world/make-guild.js';

/** How the emulator behaves. */
export interface EmulatorOptions {
  /**
   * Time: `virtual` stands still until advanced, `real` passes by itself, or a clock of your own.
   *
   * Default: `virtual`, which turns real when the emulator starts to listen on a port.
   */
  readonly clock?: 'virtual' | 'real' | Clock;
  /** First moment of a virtual clock, in milliseconds since the Unix epoch. Default: 2026-01-01T00:00:00Z. */
  readonly startMs?: number;
  /** Heartbeat interval that hello asks for. Default: 41,250. */
  readonly heartbeatIntervalMs?: number;
  /** How long a lost session can be resumed. Default: 180,000. */
  readonly resumeWindowMs?: number;
  /** Real time after which a bot counts as silent, where idleness cannot be seen. Default: 5,000. */
  readonly answerTimeoutMs?: number;
  /** Limits on identifying that hold; off by default, so that tests can restart bots at will. */
  readonly identifyLimits?: {
    /** Whether one shard of each concurrency key may identify in five seconds. */
    readonly concurrency?: boolean;
    /** Whether a day has only so many session starts. */
    readonly sessionStarts?: boolean;
  };
}

/** What a new bot differs in. */
export interface CreateBotOptions {
  /** Default: `bot`. */
  readonly name?: string;
  /** Default: a token in Discord's form, made from the id. */
  readonly token?: string;
  /** Bits of the privileged intents that are granted. Default: all three. */
  readonly privilegedIntents?: number;
  /** Shards that `GET /gateway/bot` recommends. Default: 1. */
  readonly shards?: number;
  /** Shards that may identify at once. Default: 1. */
  readonly maxConcurrency?: number;
}

/** What a new guild differs in. */
export interface CreateGuildOptions {
  /** Default: `guild`. */
  readonly name?: string;
  /** Default: a user of its own. */
  readonly owner?: Person;
  /** Channels by name, or with their fields. Default: one text channel `general`. */
  readonly channels?: readonly (string | ChannelDraft)[];
  /** People and bots to let in. */
  readonly members?: readonly GuildGuest[];
}

/** Where an emulator listens. */
export interface EmulatorAddress {
  /** Base of the REST API, as in `http://127.0.0.1:8080/api/v10`. */
  readonly apiUrl: string;
  /** Address of the gateway, as in `ws://127.0.0.1:8080`. */
  readonly gatewayUrl: string;
  /** Port that it listens on. */
  readonly port: number;
}

import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { Logger } from '../../utils/logger.js';
import type { DaveEngine, DaveKeyPair } from './dave-engine.js';

/** What the manager sends to the voice server. */
export interface DaveOutbox {
  /** Op 26. */
  keyPackage(data: Buffer): void;
  /** Op 28. */
  commitWelcome(data: Buffer): void;
  /** Op 23. */
  transitionReady(transitionId: number): void;
  /** Op 31. */
  invalidCommitWelcome(transitionId: number): void;
}

/** Parts of the manager of one voice session. */
export interface DaveManagerOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly engine: DaveEngine;
  readonly keyPair: DaveKeyPair;
  readonly userId: Snowflake;
  readonly channelId: Snowflake;
  readonly outbox: DaveOutbox;
  /** Users that the voice server has told are in the call. */
  readonly recognisedIds: () => readonly Snowflake[];
  /** Keys have changed: what waits may be decryptable now, and the bot may be able to send. */
  onChange(): void;
}

import type { RecordKind, RecordKinds } from '../models/records.js';
import type { CacheStore } from './cache-store.js';
import type { MemberCacheFlags } from './member-cache-flags.js';
import type { MemberPolicy } from './member-policy.js';
import type { MessageLimits } from './message-store.js';

/** Kinds that may be switched off, or kept in a store of one's own. */
export type OptionalKind = Exclude<RecordKind, 'guild' | 'member' | 'message' | 'user'>;

/** What is kept in memory. */
export interface CacheOptions {
  /** Whether all members of each guild are asked for as it arrives; needs the intent for members. @defaultValue false */
  readonly chunkGuilds?: boolean;
  /** Which members are kept. @defaultValue `MemberCacheFlags.fromIntents(intents)` */
  readonly members?: MemberCacheFlags | MemberPolicy;
  /** How many messages are kept; `null` for none. @defaultValue 1000 */
  readonly messages?: number | MessageLimits | null;
  /** What members do; kept when the intent is there. */
  readonly presences?: boolean;
  /** Whether channels and threads are kept. @defaultValue true */
  readonly channels?: boolean;
  /** Whether emojis of guilds are kept; the intent for expressions keeps them right. @defaultValue true */
  readonly emojis?: boolean;
  /** Whether roles are kept; permissions cannot be computed without. @defaultValue true */
  readonly roles?: boolean;
  /** Whether scheduled events are kept, when the intent is there. @defaultValue true */
  readonly scheduledEvents?: boolean;
  /** Whether soundboard sounds are kept, when the intent is there. @defaultValue true */
  readonly sounds?: boolean;
  /** Whether stage instances are kept. @defaultValue true */
  readonly stageInstances?: boolean;
  /** Whether stickers of guilds are kept; the intent for expressions keeps them right. @defaultValue true */
  readonly stickers?: boolean;
  /** Whether voice states are kept, when the intent is there. @defaultValue true */
  readonly voiceStates?: boolean;
  /** Stores of one's own, by kind; without one a kind is kept in memory. */
  readonly stores?: { readonly [K in OptionalKind]?: CacheStore<RecordKinds[K]> };
}

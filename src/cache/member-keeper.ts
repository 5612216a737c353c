import type { GuildRecord, PresenceRecord, UserRecord, VoiceStateRecord } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { CacheStore } from './cache-store.js';
import { globalScope } from './global-scope.js';
import type { IntentSet } from './intent-set.js';
import { MemberCacheFlags } from './member-cache-flags.js';
import type { MemberFacts, MemberPolicy } from './member-policy.js';
import type { MemberFields } from './packed/member-codec.js';
import type { PackedMemberStore } from './packed/packed-member-store.js';

/** By what a member came to notice: an interaction, an event about members, or one that names a member in passing. */
export type MemberCause = 'interaction' | 'list' | 'passing';

/** Stores that a `MemberKeeper` decides by. */
export interface MemberKeeperStores {
  readonly guilds: CacheStore<GuildRecord>;
  readonly members: PackedMemberStore;
  readonly presences: CacheStore<PresenceRecord>;
  readonly voiceStates: CacheStore<VoiceStateRecord>;
}

/** Decides which members are kept: by flags, by a policy, or for being seen last. */
export class MemberKeeper {
  readonly #stores: MemberKeeperStores;
  readonly #policy: MemberPolicy | undefined;
  /** Members that nothing keeps but having been seen, oldest first. */
  readonly #recent = new Map<string, readonly [Snowflake, Snowflake]>();
  readonly #metByInteraction = new Set<string>();
  readonly #followsIntents: boolean;
  #flags: MemberCacheFlags;
  #isToldOfChanges: boolean | undefined;

  constructor(stores: MemberKeeperStores, members: MemberCacheFlags | MemberPolicy | undefined) {
    this.#stores = stores;
    this.#flags = members instanceof MemberCacheFlags ? members : MemberCacheFlags.none();
    this.#policy = members instanceof MemberCacheFlags ? undefined : members;
    this.#followsIntents = members === undefined;
  }

  get flags(): MemberCacheFlags {
    return this.#flags;
  }

  /** Whether every member is kept, so that none need be looked at. */
  get keepsAll(): boolean {
    return this.#flags.joined;
  }

  /** Whether being in voice is a reason to keep a member, who would not be kept anyway. */
  get usesVoice(): boolean {
    return !this.keepsAll && (this.#flags.voice || (this.#policy?.voice ?? false));
  }

  /** Whether being online is a reason to keep a member, who would not be kept anyway. */
  get usesPresences(): boolean {
    return !this.keepsAll && (this.#flags.online || (this.#policy?.online ?? false));
  }

  /** Whether members are kept for having been seen last. */
  get keepsRecent(): boolean {
    return this.#policy !== undefined && this.#policy.recent > 0;
  }

  /** Whether every bot is told of changes of members, so that an event which names one in passing brings nothing new. */
  get isToldOfChanges(): boolean {
    return this.#isToldOfChanges === true;
  }

  /** Takes note of what one more bot hears. */
  addIntents(intents: IntentSet): void {
    this.#isToldOfChanges = intents.has('GuildMembers') && this.#isToldOfChanges !== false;
    if (this.#followsIntents) this.#flags = this.#flags.or(MemberCacheFlags.fromIntents(intents));
  }

  /** Writes a member that is kept already, or that there is a reason to keep. */
  offer(guildId: Snowflake, user: UserRecord, member: Partial<MemberFields>, cause: MemberCause): void {
    const { members } = this.#stores;
    if (cause === 'interaction' && this.#flags.interaction && !this.#flags.joined) {
      this.#metByInteraction.add(`${guildId} ${user.id}`);
    }
    const isKnown = cause !== 'list' && this.isToldOfChanges && members.has(guildId, user.id);
    if (this.#isWanted(guildId, user.id)) {
      if (!isKnown) members.put(guildId, user, member);
    } else if (this.#policy?.recent) this.#keepRecent(guildId, user, member);
    else if (members.has(guildId, user.id)) members.put(guildId, user, member);
  }

  /** Forgets a member when no reason to keep it is left. */
  reconsider(guildId: Snowflake, userId: Snowflake): void {
    const isRecent = this.#recent.has(`${guildId} ${userId}`);
    if (!isRecent && !this.#isWanted(guildId, userId)) this.#stores.members.delete(guildId, userId);
  }

  /** Takes note that a member has left its guild. */
  forget(guildId: Snowflake, userId: Snowflake): void {
    const key = `${guildId} ${userId}`;
    this.#metByInteraction.delete(key);
    this.#recent.delete(key);
    this.#stores.members.delete(guildId, userId);
  }

  #isWanted(guildId: Snowflake, userId: Snowflake): boolean {
    const flags = this.#flags;
    if (flags.joined || this.#stores.members.isPinned(userId)) return true;
    if (flags.interaction && this.#metByInteraction.has(`${guildId} ${userId}`)) return true;
    if (!this.#policy && !flags.voice && !flags.online) return false;
    const facts = this.#factsOf(guildId, userId);
    const isFlagged = (flags.voice && facts.isInVoice) || (flags.online && facts.isOnline);
    return isFlagged || (this.#policy?.keeps(facts) ?? false);
  }

  #factsOf(guildId: Snowflake, userId: Snowflake): MemberFacts {
    const { guilds, presences, voiceStates } = this.#stores;
    const status = presences.get(globalScope, userId)?.status ?? 'offline';
    return {
      guildId,
      userId,
      isInVoice: voiceStates.has(guildId, userId),
      isOnline: status !== 'offline',
      isOwner: guilds.get(globalScope, guildId)?.owner_id === userId,
    };
  }

  #keepRecent(guildId: Snowflake, user: UserRecord, member: Partial<MemberFields>): void {
    const key = `${guildId} ${user.id}`;
    this.#recent.delete(key);
    this.#recent.set(key, [guildId, user.id]);
    this.#stores.members.put(guildId, user, member);
    if (this.#recent.size <= this.#policy!.recent) return;
    const oldest = this.#recent.entries().next().value;
    if (!oldest) return;
    this.#recent.delete(oldest[0]);
    this.reconsider(...oldest[1]);
  }
}

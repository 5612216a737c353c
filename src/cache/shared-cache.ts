import type { GuildRecord, RecordKind, RecordKinds, UserRecord } from '../models/records.js';
import type { Snowflake } from '../types/type-tools.js';
import type { CacheOptions, OptionalKind } from './cache-options.js';
import type { CacheStore } from './cache-store.js';
import { DispatchCopies } from './dispatch-copies.js';
import { globalScope } from './global-scope.js';
import type { IntentSet } from './intent-set.js';
import { MemberKeeper } from './member-keeper.js';
import { MemoryCacheStore } from './memory-cache-store.js';
import { MessageStore } from './message-store.js';
import { NullCacheStore } from './null-cache-store.js';
import { PackedMemberStore } from './packed/packed-member-store.js';
import { PackedPresenceStore } from './packed/packed-presence-store.js';
import { PackedUserStore } from './packed/packed-user-store.js';
import { SharedBodies } from './shared-bodies.js';
import type { ListKind, ListTreatment, TextKind } from './text/guild-text.js';
import { GuildText } from './text/guild-text.js';
import { MemberText } from './text/member-text.js';
import { PresenceText } from './text/presence-text.js';
import { TextCacheStore } from './text/text-cache-store.js';

/** Intent without which a kind would go stale, so that it is not kept. */
const upkeep: Readonly<Record<OptionalKind, Parameters<IntentSet['has']>[0]>> = {
  channel: 'Guilds',
  emoji: 'GuildExpressions',
  presence: 'GuildPresences',
  role: 'Guilds',
  scheduledEvent: 'GuildScheduledEvents',
  sound: 'GuildExpressions',
  stageInstance: 'Guilds',
  sticker: 'GuildExpressions',
  voiceState: 'GuildVoiceStates',
};

/** Name of each kind in `CacheOptions`. */
const optionOf = {
  channel: 'channels',
  emoji: 'emojis',
  presence: 'presences',
  role: 'roles',
  scheduledEvent: 'scheduledEvents',
  sound: 'sounds',
  stageInstance: 'stageInstances',
  sticker: 'stickers',
  voiceState: 'voiceStates',
} as const satisfies Record<OptionalKind, keyof CacheOptions>;

/**
 * Records of everything that one bot, or several of one process, know.
 *
 * Each entity has one record, whichever bot and shard it came by. A kind is kept unless it is switched off, or the
 * intent is missing that keeps it fresh.
 *
 * @example
 * ```ts
 * const shared = new SharedCache({ messages: 5000 });
 * await startAll([new Bot({ cache: shared, token: first }), new Bot({ cache: shared, token: second })]);
 * ```
 */
export class SharedCache {
  /** Options that it was made with. */
  readonly options: CacheOptions;
  /** Copies of dispatches that several bots receive. @internal */
  readonly copies = new DispatchCopies<unknown>();
  /** Data of dispatches that several bots receive. @internal */
  readonly bodies = new SharedBodies();
  /** Users whom the bots know. */
  readonly users = new PackedUserStore();
  /** Members by guild, packed into bytes. */
  readonly members = new PackedMemberStore(this.users);
  /** Member that arrives just now, read from its text. @internal */
  readonly memberText = new MemberText();
  /** Presence that arrives just now, read from its text. @internal */
  readonly presenceText = new PresenceText();
  /** Guild that arrives just now, read from its text. @internal */
  readonly guildText = new GuildText((kind) => this.#treatmentOf(kind));
  /** Guilds that the bots are in. */
  readonly guilds = new MemoryCacheStore<GuildRecord>();
  /** Messages by channel, the newest of each. */
  readonly messages: MessageStore;
  readonly #stores: { [K in OptionalKind]: CacheStore<RecordKinds[K]> };
  readonly #kept = new Set<OptionalKind>();
  /** Decides which members are kept. @internal */
  readonly memberKeeper: MemberKeeper;

  constructor(options: CacheOptions = {}) {
    this.options = options;
    this.messages = new MessageStore(messageLimits(options.messages));
    this.#stores = {
      channel: storeFor(
        'channel',
        options,
        () => new TextCacheStore({ indexed: true, complete: addGuildId }),
      ),
      emoji: storeFor('emoji', options, () => new TextCacheStore()),
      presence: storeFor('presence', options, () => new PackedPresenceStore()),
      role: storeFor('role', options, () => new TextCacheStore()),
      scheduledEvent: storeFor('scheduledEvent', options),
      sound: storeFor('sound', options),
      stageInstance: storeFor('stageInstance', options),
      sticker: storeFor('sticker', options, () => new TextCacheStore()),
      voiceState: storeFor('voiceState', options),
    };
    this.memberKeeper = new MemberKeeper(this, options.members);
  }

  /** Channels and threads by guild. */
  get channels(): CacheStore<RecordKinds['channel']> {
    return this.#stores.channel;
  }
  /** Roles by guild. */
  get roles(): CacheStore<RecordKinds['role']> {
    return this.#stores.role;
  }
  /** Voice states by guild. */
  get voiceStates(): CacheStore<RecordKinds['voiceState']> {
    return this.#stores.voiceState;
  }
  /** Presences by guild. */
  get presences(): CacheStore<RecordKinds['presence']> {
    return this.#stores.presence;
  }

  /** Tells the cache what one more bot hears; kinds that cannot be kept fresh stay empty. @internal */
  addIntents(intents: IntentSet): void {
    for (const kind of Object.keys(upkeep) as OptionalKind[]) {
      if (this.options[optionOf[kind]] !== false && intents.has(upkeep[kind])) this.#kept.add(kind);
    }
    this.memberKeeper.addIntents(intents);
  }

  /** Store of a kind; one that keeps nothing when the kind is off. */
  store<K extends RecordKind>(kind: K): CacheStore<RecordKinds[K]> {
    return this.#storeOf(kind) as CacheStore<unknown> as CacheStore<RecordKinds[K]>;
  }

  /** Store of a kind when it keeps records as text; `undefined` for a store of one's own. @internal */
  textStore<K extends TextKind>(kind: K): TextCacheStore<RecordKinds[K]> | undefined {
    const store: unknown = this.#stores[kind];
    return store instanceof TextCacheStore ? (store as TextCacheStore<RecordKinds[K]>) : undefined;
  }

  /** Whether entities of this kind are kept. */
  keeps(kind: OptionalKind): boolean {
    return this.#kept.has(kind);
  }

  /** Whether any message is kept. */
  get keepsMessages(): boolean {
    return this.messages.limits.total > 0;
  }

  /** Forgets a guild with everything that belongs to it. */
  deleteGuild(guildId: Snowflake): void {
    this.guilds.delete(globalScope, guildId);
    for (const store of Object.values(this.#stores)) store.deleteScope(guildId);
    this.members.deleteScope(guildId);
    this.messages.deleteGuild(guildId);
  }

  /** Keeps a user though it may be a member nowhere: one of the bots. */
  pinUser(user: UserRecord): void {
    this.members.pinUser(user);
  }

  /** Whether the id is that of a bot which uses this cache. */
  isOwnId(userId: Snowflake): boolean {
    return this.members.isPinned(userId);
  }

  /** Store of presences when it keeps them as text. @internal */
  get presencesAsText(): PackedPresenceStore | undefined {
    const { presence } = this.#stores;
    return presence instanceof PackedPresenceStore ? presence : undefined;
  }

  #treatmentOf(kind: ListKind): ListTreatment {
    if (kind === 'member') return this.memberKeeper.keepsAll ? 'text' : 'parse';
    if (!this.keeps(kind)) return 'drop';
    if (kind === 'presence') return this.presencesAsText ? 'text' : 'parse';
    return this.textStore(kind) ? 'text' : 'parse';
  }

  #storeOf(kind: RecordKind): unknown {
    if (kind === 'guild') return this.guilds;
    if (kind === 'member') return this.members;
    if (kind === 'message') return this.messages;
    return kind === 'user' ? this.users : this.#stores[kind];
  }
}

function messageLimits(messages: CacheOptions['messages']): { total: number; perChannel?: number } {
  if (messages === null) return { total: 0 };
  return typeof messages === 'object' ? messages : { total: messages ?? 1000 };
}

function storeFor<K extends OptionalKind>(
  kind: K,
  options: CacheOptions,
  make: () => CacheStore<RecordKinds[K]> = () => new MemoryCacheStore<RecordKinds[K]>(),
): CacheStore<RecordKinds[K]> {
  const own = options.stores?.[kind] as CacheStore<RecordKinds[K]> | undefined;
  if (options[optionOf[kind]] === false) return new NullCacheStore();
  return own ?? make();
}

/** Channels of a guild that arrives do not say whose they are. */
function addGuildId(channel: RecordKinds['channel'], guildId: Snowflake): void {
  (channel as { guild_id?: Snowflake }).guild_id = guildId;
}

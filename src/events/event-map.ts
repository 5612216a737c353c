import type {
  GatewayApplicationCommandPermissionsUpdateDispatchData,
  GatewayAutoModerationActionExecutionDispatchData,
  GatewayGuildMembersChunkDispatchData,
  GatewayVoiceChannelEffectSendDispatchData,
  GatewayVoiceServerUpdateDispatchData,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.js';
import type { AuditLogEntry } from '../models/audit-log-entry.js';
import type { AutoModerationRule } from '../models/auto-moderation-rule.js';
import type { Ban } from '../models/ban.js';
import type { Channel } from '../models/channel.js';
import type { Entitlement } from '../models/entitlement.js';
import type { Guild } from '../models/guild.js';
import type { GuildEmoji } from '../models/guild-emoji.js';
import type { GuildSticker } from '../models/guild-sticker.js';
import type { Integration } from '../models/integration.js';
import type { Invite } from '../models/invite.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';
import type { PollVote } from '../models/poll-vote.js';
import type { Presence } from '../models/presence.js';
import type { Reaction } from '../models/reaction.js';
import type { Role } from '../models/role.js';
import type { ScheduledEvent } from '../models/scheduled-event.js';
import type { SoundboardSound } from '../models/soundboard-sound.js';
import type { StageInstance } from '../models/stage-instance.js';
import type { Subscription } from '../models/subscription.js';
import type { ThreadChannel } from '../models/thread-channel.js';
import type { Typing } from '../models/typing.js';
import type { User } from '../models/user.js';
import type { VoiceState } from '../models/voice-state.js';
import type { CommandRun } from './command-run.js';
import type {
  ChannelInfo,
  DeletedIntegration,
  DeletedMessage,
  DeletedMessages,
  DeletedSound,
  DeletedThread,
  EventUser,
  JoinRequest,
  RateLimited,
  ThreadMemberState,
  ThreadMembersChange,
  VoiceStartTime,
  VoiceStatus,
} from './event-payloads.js';
import type { ShardDisconnection } from './shard-disconnection.js';

/**
 * Events by name, each with the arguments that a listener gets.
 *
 * `before` is `undefined` when the entity was not cached. Events whose name begins with `raw` come for every dispatch,
 * also when nothing of it is cached. Declare your own events by augmenting this interface:
 *
 * ```ts
 * declare module 'cogwork' {
 *   interface EventMap { levelUp: [member: Member, level: number] }
 * }
 * bot.emit('levelUp', member, 3);
 * ```
 */
export interface EventMap {
  applicationCommandPermissionsUpdate: [permissions: GatewayApplicationCommandPermissionsUpdateDispatchData];
  autoModerationActionExecution: [execution: GatewayAutoModerationActionExecutionDispatchData];
  autoModerationRuleCreate: [rule: AutoModerationRule];
  autoModerationRuleDelete: [rule: AutoModerationRule];
  autoModerationRuleUpdate: [rule: AutoModerationRule];
  channelCreate: [channel: Channel];
  channelDelete: [channel: Channel];
  /** Answer to a request for the status of voice channels. */
  channelInfo: [info: ChannelInfo];
  /** Message was pinned or unpinned; the date is that of the newest pin. */
  channelPinsUpdate: [channel: Channel, lastPinAt: Date | undefined];
  channelUpdate: [before: Channel | undefined, after: Channel];
  /** Bot has logged in and all its guilds are cached; once in its life. */
  clientReady: [];
  emojiCreate: [emoji: GuildEmoji];
  emojiDelete: [emoji: GuildEmoji];
  emojiUpdate: [before: GuildEmoji, after: GuildEmoji];
  entitlementCreate: [entitlement: Entitlement];
  entitlementDelete: [entitlement: Entitlement];
  entitlementUpdate: [entitlement: Entitlement];
  guildAuditLogEntryCreate: [entry: AuditLogEntry];
  /** Guild appeared that was there before: at start-up, or after an outage. */
  guildAvailable: [guild: Guild];
  guildBanAdd: [ban: Ban];
  guildBanRemove: [ban: Ban];
  /** Bot joined a guild. */
  guildCreate: [guild: Guild];
  /** Bot left a guild, or the guild is gone. */
  guildDelete: [guild: Guild];
  /** Any emoji of a guild changed; `emojiCreate` and the like tell which. */
  guildEmojisUpdate: [guild: Guild, emojis: GuildEmoji[]];
  guildIntegrationsUpdate: [guild: Guild];
  guildJoinRequestCreate: [request: JoinRequest];
  guildJoinRequestDelete: [request: JoinRequest];
  guildJoinRequestUpdate: [request: JoinRequest];
  guildMemberAdd: [member: Member];
  /** Member left; known by its user only when it was not cached. */
  guildMemberRemove: [member: Member];
  guildMemberUpdate: [before: Member | undefined, after: Member];
  /** Part of the answer to a request for members. */
  guildMembersChunk: [chunk: GatewayGuildMembersChunkDispatchData];
  guildScheduledEventCreate: [event: ScheduledEvent];
  guildScheduledEventDelete: [event: ScheduledEvent];
  guildScheduledEventUpdate: [before: ScheduledEvent | undefined, after: ScheduledEvent];
  guildScheduledEventUserAdd: [interest: EventUser];
  guildScheduledEventUserRemove: [interest: EventUser];
  guildSoundboardSoundCreate: [sound: SoundboardSound];
  guildSoundboardSoundDelete: [sound: DeletedSound];
  guildSoundboardSoundUpdate: [before: SoundboardSound | undefined, after: SoundboardSound];
  /** Several sounds of a guild changed at once. */
  guildSoundboardSoundsUpdate: [sounds: SoundboardSound[]];
  /** Any sticker of a guild changed; `stickerCreate` and the like tell which. */
  guildStickersUpdate: [guild: Guild, stickers: GuildSticker[]];
  /** Guild has an outage; it stays cached. */
  guildUnavailable: [guild: Guild];
  guildUpdate: [before: Guild | undefined, after: Guild];
  /** All guilds of a session are cached; again after every new session. */
  guildsReady: [shardId: number];
  integrationCreate: [integration: Integration];
  integrationDelete: [integration: DeletedIntegration];
  integrationUpdate: [integration: Integration];
  interactionCreate: [interaction: Interaction];
  inviteCreate: [invite: Invite];
  inviteDelete: [invite: Invite];
  messageCreate: [message: Message];
  /** Cached message was deleted; `rawMessageDelete` comes for every one. */
  messageDelete: [message: Message];
  /** Messages were deleted together; those of them that were cached. */
  messageDeleteBulk: [messages: Message[]];
  messagePollVoteAdd: [vote: PollVote];
  messagePollVoteRemove: [vote: PollVote];
  messageReactionAdd: [reaction: Reaction];
  messageReactionRemove: [reaction: Reaction];
  /** All reactions of a cached message were taken away. */
  messageReactionRemoveAll: [message: Message];
  /** All reactions with one emoji were taken away. */
  messageReactionRemoveEmoji: [reaction: Reaction];
  /** Message was edited, or Discord added previews to it. */
  messageUpdate: [before: Message | undefined, after: Message];
  presenceUpdate: [before: Presence | undefined, after: Presence];
  /** Gateway refused a request for members for now. */
  rateLimited: [limit: RateLimited];
  rawMessageDelete: [deleted: DeletedMessage];
  rawMessageDeleteBulk: [deleted: DeletedMessages];
  rawMessageReactionRemoveAll: [deleted: DeletedMessage];
  rawThreadDelete: [deleted: DeletedThread];
  /** Session went on where it was interrupted. */
  resumed: [shardId: number];
  roleCreate: [role: Role];
  /** Role was deleted; only its id is right when it was not cached. */
  roleDelete: [role: Role];
  roleUpdate: [before: Role | undefined, after: Role];
  /** Sounds of a guild, as they were asked for. */
  soundboardSounds: [sounds: SoundboardSound[]];
  stageInstanceCreate: [stage: StageInstance];
  stageInstanceDelete: [stage: StageInstance];
  stageInstanceUpdate: [before: StageInstance | undefined, after: StageInstance];
  stickerCreate: [sticker: GuildSticker];
  stickerDelete: [sticker: GuildSticker];
  stickerUpdate: [before: GuildSticker, after: GuildSticker];
  subscriptionCreate: [subscription: Subscription];
  subscriptionDelete: [subscription: Subscription];
  subscriptionUpdate: [subscription: Subscription];
  /** Thread was made just now. */
  threadCreate: [thread: ThreadChannel];
  /** Cached thread was deleted; `rawThreadDelete` comes for every one. */
  threadDelete: [thread: ThreadChannel];
  /** Bot was added to a thread that was there before. */
  threadJoin: [thread: ThreadChannel];
  /** Bot sees these threads now. */
  threadListSync: [threads: ThreadChannel[]];
  /** Bot's own membership of a thread changed. */
  threadMemberUpdate: [member: ThreadMemberState];
  threadMembersUpdate: [change: ThreadMembersChange];
  threadUpdate: [before: ThreadChannel | undefined, after: ThreadChannel];
  typingStart: [typing: Typing];
  /** User changed its name, avatar or the like. */
  userUpdate: [before: User | undefined, after: User];
  voiceChannelEffectSend: [effect: GatewayVoiceChannelEffectSendDispatchData];
  voiceChannelStartTimeUpdate: [change: VoiceStartTime];
  voiceChannelStatusUpdate: [change: VoiceStatus];
  voiceServerUpdate: [server: GatewayVoiceServerUpdateDispatchData];
  voiceStateUpdate: [before: VoiceState | undefined, after: VoiceState];
  /** Webhooks of a channel changed; Discord does not tell how. */
  webhooksUpdate: [channel: Channel];
  /** Handler of a command or component ended, and its answer was sent. */
  commandCompleted: [run: CommandRun];
  /** Some step of a handler failed, a check or a cooldown included; error handlers are asked next. */
  commandFailed: [run: CommandRun, error: unknown];
  /** Handler of a command or component is about to run; nothing has been checked yet. */
  commandInvoked: [run: CommandRun];
  /** Shard of this process connected; `shardConnect` says which. */
  connect: [];
  /** Shard of this process lost its connection; `shardDisconnect` says which, and what comes of it. */
  disconnect: [];
  /** Connection is open; a session is begun or resumed next. */
  shardConnect: [shardId: number];
  /** Connection ended. */
  shardDisconnect: [shardId: number, disconnection: ShardDisconnection];
  /** Something went wrong with a shard; it goes on unless it says `fatal` when it disconnects. */
  shardError: [shardId: number, error: unknown];
  /** New session was begun; its guilds arrive next. */
  shardReady: [shardId: number];
  /** Session went on where it was interrupted. */
  shardResumed: [shardId: number];
  /** Bytes of a payload that arrived, only with `gateway.debugEvents`; copy them to keep them. */
  socketReceive: [shardId: number, bytes: Buffer];
  /** Payload that left, only with `gateway.debugEvents`; Identify and Resume carry no token here. */
  socketSend: [shardId: number, payload: unknown];
  /** Payload of one dispatch as Discord sent it; `raw:*` gives `{ name, data }` of every one. */
  [raw: `raw:${string}`]: [data: unknown, shardId: number];
}

/** Name of an event, also of one that users declared. */
export type EventName = keyof EventMap & string;

import type {
  GatewayApplicationCommandPermissionsUpdateDispatchData,
  GatewayGuildMembersChunkDispatchData,
  GatewayVoiceServerUpdateDispatchData,
} from 'discord-api-types/v10';
import type { Interaction } from '../interactions/interaction.js';
import type { AuditLogEntry } from '../models/audit-log-entry.js';
import type { AutoModerationExecution } from '../models/auto-moderation-execution.js';
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
import type { VoiceChannelEffect } from '../models/voice-channel-effect.js';
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
  /** Who may use the application's commands in a guild was changed. */
  applicationCommandPermissionsUpdate: [permissions: GatewayApplicationCommandPermissionsUpdateDispatchData];
  /** Rule of auto moderation acted on something. */
  autoModerationActionExecution: [execution: AutoModerationExecution];
  /** Rule of auto moderation was made. */
  autoModerationRuleCreate: [rule: AutoModerationRule];
  /** Rule of auto moderation was deleted. */
  autoModerationRuleDelete: [rule: AutoModerationRule];
  /** Rule of auto moderation was changed. */
  autoModerationRuleUpdate: [rule: AutoModerationRule];
  /** Channel was made in a guild. */
  channelCreate: [channel: Channel];
  /** Channel of a guild was deleted; `threadDelete` for threads. */
  channelDelete: [channel: Channel];
  /** Answer to a request for the status of voice channels. */
  channelInfo: [info: ChannelInfo];
  /** Message was pinned or unpinned; the date is that of the newest pin. */
  channelPinsUpdate: [channel: Channel, lastPinAt: Date | undefined];
  /** Channel of a guild was changed: its name, permissions, position or the like. */
  channelUpdate: [before: Channel | undefined, after: Channel];
  /** Bot has logged in and all its guilds are cached; once in its life. */
  clientReady: [];
  /** Emoji was added to a guild. */
  emojiCreate: [emoji: GuildEmoji];
  /** Emoji was deleted from a guild. */
  emojiDelete: [emoji: GuildEmoji];
  /** Emoji of a guild was renamed or changed. */
  emojiUpdate: [before: GuildEmoji, after: GuildEmoji];
  /** Somebody bought something of the application, or was given it. */
  entitlementCreate: [entitlement: Entitlement];
  /** Entitlement was taken back: refunded, or a test ended. */
  entitlementDelete: [entitlement: Entitlement];
  /** Entitlement was renewed or has an end now. */
  entitlementUpdate: [entitlement: Entitlement];
  /** Entry was added to the audit log; needs the permission to view it. */
  guildAuditLogEntryCreate: [entry: AuditLogEntry];
  /** Guild appeared that was there before: at start-up, or after an outage. */
  guildAvailable: [guild: Guild];
  /** User was banned from a guild. */
  guildBanAdd: [ban: Ban];
  /** Ban of a user was lifted. */
  guildBanRemove: [ban: Ban];
  /** Bot joined a guild. */
  guildCreate: [guild: Guild];
  /** Bot left a guild, or the guild is gone. */
  guildDelete: [guild: Guild];
  /** Any emoji of a guild changed; `emojiCreate` and the like tell which. */
  guildEmojisUpdate: [guild: Guild, emojis: GuildEmoji[]];
  /** Any integration of a guild changed; `integrationCreate` and the like tell which. */
  guildIntegrationsUpdate: [guild: Guild];
  /** User asks to join a guild. */
  guildJoinRequestCreate: [request: JoinRequest];
  /** Request to join a guild was withdrawn. */
  guildJoinRequestDelete: [request: JoinRequest];
  /** Request to join a guild was decided, or changed. */
  guildJoinRequestUpdate: [request: JoinRequest];
  /** Member joined a guild. */
  guildMemberAdd: [member: Member];
  /** Member left; known by its user only when it was not cached. */
  guildMemberRemove: [member: Member];
  /** Member was changed: nickname, roles, time-out, avatar or the like. */
  guildMemberUpdate: [before: Member | undefined, after: Member];
  /** Part of the answer to a request for members. */
  guildMembersChunk: [chunk: GatewayGuildMembersChunkDispatchData];
  /** Event was scheduled in a guild. */
  guildScheduledEventCreate: [event: ScheduledEvent];
  /** Scheduled event was deleted. */
  guildScheduledEventDelete: [event: ScheduledEvent];
  /** Scheduled event was changed, has begun or has ended. */
  guildScheduledEventUpdate: [before: ScheduledEvent | undefined, after: ScheduledEvent];
  /** User is interested in a scheduled event. */
  guildScheduledEventUserAdd: [interest: EventUser];
  /** User is no longer interested in a scheduled event. */
  guildScheduledEventUserRemove: [interest: EventUser];
  /** Sound was added to a guild. */
  guildSoundboardSoundCreate: [sound: SoundboardSound];
  /** Sound was deleted from a guild. */
  guildSoundboardSoundDelete: [sound: DeletedSound];
  /** Sound of a guild was changed. */
  guildSoundboardSoundUpdate: [before: SoundboardSound | undefined, after: SoundboardSound];
  /** Several sounds of a guild changed at once. */
  guildSoundboardSoundsUpdate: [sounds: SoundboardSound[]];
  /** Any sticker of a guild changed; `stickerCreate` and the like tell which. */
  guildStickersUpdate: [guild: Guild, stickers: GuildSticker[]];
  /** Guild has an outage; it stays cached. */
  guildUnavailable: [guild: Guild];
  /** Guild was changed: its name, icon, owner, features or the like. */
  guildUpdate: [before: Guild | undefined, after: Guild];
  /** All guilds of a session are cached; again after every new session. */
  guildsReady: [shardId: number];
  /** Integration was added to a guild. */
  integrationCreate: [integration: Integration];
  /** Integration was removed from a guild. */
  integrationDelete: [integration: DeletedIntegration];
  /** Integration of a guild was changed. */
  integrationUpdate: [integration: Integration];
  /** Command, component or modal was used; commands and components have handlers of their own. */
  interactionCreate: [interaction: Interaction];
  /** Invite to a channel was made. */
  inviteCreate: [invite: Invite];
  /** Invite to a channel was deleted. */
  inviteDelete: [invite: Invite];
  /** Message was sent, by anybody; its content comes only with the intent `MessageContent`. */
  messageCreate: [message: Message];
  /** Cached message was deleted; `rawMessageDelete` comes for every one. */
  messageDelete: [message: Message];
  /** Messages were deleted together; those of them that were cached. */
  messageDeleteBulk: [messages: Message[]];
  /** User voted in a poll. */
  messagePollVoteAdd: [vote: PollVote];
  /** User took back a vote in a poll. */
  messagePollVoteRemove: [vote: PollVote];
  /** User reacted to a message, cached or not. */
  messageReactionAdd: [reaction: Reaction];
  /** Reaction of a user was taken away. */
  messageReactionRemove: [reaction: Reaction];
  /** All reactions of a cached message were taken away. */
  messageReactionRemoveAll: [message: Message];
  /** All reactions with one emoji were taken away. */
  messageReactionRemoveEmoji: [reaction: Reaction];
  /** Message was edited, or Discord added previews to it. */
  messageUpdate: [before: Message | undefined, after: Message];
  /** Member came online, went offline, or does something else. */
  presenceUpdate: [before: Presence | undefined, after: Presence];
  /** Gateway refused a request for members for now. */
  rateLimited: [limit: RateLimited];
  /** Message was deleted, cached or not. */
  rawMessageDelete: [deleted: DeletedMessage];
  /** Messages were deleted together, cached or not. */
  rawMessageDeleteBulk: [deleted: DeletedMessages];
  /** All reactions of a message were taken away, cached or not. */
  rawMessageReactionRemoveAll: [deleted: DeletedMessage];
  /** Thread was deleted, cached or not. */
  rawThreadDelete: [deleted: DeletedThread];
  /** Session went on where it was interrupted. */
  resumed: [shardId: number];
  /** Role was made. */
  roleCreate: [role: Role];
  /** Role was deleted; only its id is right when it was not cached. */
  roleDelete: [role: Role];
  /** Role was changed: its name, colour, permissions, position or the like. */
  roleUpdate: [before: Role | undefined, after: Role];
  /** Sounds of a guild, as they were asked for. */
  soundboardSounds: [sounds: SoundboardSound[]];
  /** Stage was opened. */
  stageInstanceCreate: [stage: StageInstance];
  /** Stage was closed. */
  stageInstanceDelete: [stage: StageInstance];
  /** Topic of an open stage was changed. */
  stageInstanceUpdate: [before: StageInstance | undefined, after: StageInstance];
  /** Sticker was added to a guild. */
  stickerCreate: [sticker: GuildSticker];
  /** Sticker was deleted from a guild. */
  stickerDelete: [sticker: GuildSticker];
  /** Sticker of a guild was changed. */
  stickerUpdate: [before: GuildSticker, after: GuildSticker];
  /** User subscribed to something of the application. */
  subscriptionCreate: [subscription: Subscription];
  /** Subscription was deleted. */
  subscriptionDelete: [subscription: Subscription];
  /** Subscription was renewed, cancelled or changed. */
  subscriptionUpdate: [subscription: Subscription];
  /** Thread was made just now. */
  threadCreate: [thread: ThreadChannel];
  /** Cached thread was deleted; `rawThreadDelete` comes for every one. */
  threadDelete: [thread: ThreadChannel];
  /** Bot was added to a thread that was there before. */
  threadJoin: [thread: ThreadChannel];
  /** Bot was taken out of a thread, or left it. */
  threadLeave: [thread: ThreadChannel];
  /** Bot sees these threads now. */
  threadListSync: [threads: ThreadChannel[]];
  /** Bot's own membership of a thread changed. */
  threadMemberUpdate: [member: ThreadMemberState];
  /** Members were added to a thread, or left it. */
  threadMembersUpdate: [change: ThreadMembersChange];
  /** Thread was changed: its name, tags, archived, locked or the like. */
  threadUpdate: [before: ThreadChannel | undefined, after: ThreadChannel];
  /** User began to type. */
  typingStart: [typing: Typing];
  /** User changed its name, avatar or the like; of others than the bot with the intent for members alone. */
  userUpdate: [before: User | undefined, after: User];
  /** Member sent an effect, as a sound, in a voice channel where the bot is. */
  voiceChannelEffectSend: [effect: VoiceChannelEffect];
  /** Call in a voice channel began or ended. */
  voiceChannelStartTimeUpdate: [change: VoiceStartTime];
  /** Status of a voice channel was changed. */
  voiceChannelStatusUpdate: [change: VoiceStatus];
  /** Voice server of a guild was assigned or changed. */
  voiceServerUpdate: [server: GatewayVoiceServerUpdateDispatchData];
  /** Member joined, left or changed voice channel, or was muted, deafened or the like. */
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

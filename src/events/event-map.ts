import type { Interaction } from '../interactions/interaction.js';
import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { Member } from '../models/member.js';
import type { Message } from '../models/message.js';

/**
 * Events by name, each with the arguments that a listener gets.
 *
 * `before` is `undefined` when the entity was not cached. Declare your own events by augmenting this interface:
 *
 * ```ts
 * declare module 'cogwork' {
 *   interface EventMap { levelUp: [member: Member, level: number] }
 * }
 * bot.emit('levelUp', member, 3);
 * ```
 */
export interface EventMap {
  /** Bot has logged in and all its guilds are cached; once in its life. */
  clientReady: [];
  /** Guild appeared that was there before: at start-up, or after an outage. */
  guildAvailable: [guild: Guild];
  /** Bot joined a guild. */
  guildCreate: [guild: Guild];
  /** Bot left a guild, or the guild is gone. */
  guildDelete: [guild: Guild];
  /** Guild has an outage; it stays cached. */
  guildUnavailable: [guild: Guild];
  guildUpdate: [before: Guild | undefined, after: Guild];
  /** All guilds of a session are cached; again after every new session. */
  guildsReady: [shardId: number];
  channelCreate: [channel: Channel];
  channelDelete: [channel: Channel];
  channelUpdate: [before: Channel | undefined, after: Channel];
  guildMemberAdd: [member: Member];
  /** Member left; known by its user only when it was not cached. */
  guildMemberRemove: [member: Member];
  guildMemberUpdate: [before: Member | undefined, after: Member];
  interactionCreate: [interaction: Interaction];
  messageCreate: [message: Message];
  /** Cached message was deleted; `rawMessageDelete` comes for every one. */
  messageDelete: [message: Message];
  /** Message was edited, or Discord added previews to it. */
  messageUpdate: [before: Message | undefined, after: Message];
  /** Payload of one dispatch as Discord sent it. */
  [raw: `raw:${string}`]: [data: unknown, shardId: number];
}

/** Name of an event, also of one that users declared. */
export type EventName = keyof EventMap & string;

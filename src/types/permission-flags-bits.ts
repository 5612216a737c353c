import type { PermissionFlagsBits as ApiPermissionFlagsBits } from 'discord-api-types/v10';

/**
 * Bit of each permission.
 *
 * @see https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags
 */
export const PermissionFlagsBits = Object.freeze({
  /** Makes invites. */
  CreateInstantInvite: 1n << 0n,
  /** Removes members, who may come back. */
  KickMembers: 1n << 1n,
  /** Bans members, and lifts bans. */
  BanMembers: 1n << 2n,
  /** Allows everything, whatever channels deny. */
  Administrator: 1n << 3n,
  /** Makes, edits and deletes channels. */
  ManageChannels: 1n << 4n,
  /** Edits the guild, and adds bots. */
  ManageGuild: 1n << 5n,
  /** Adds reactions that nobody has added before. */
  AddReactions: 1n << 6n,
  /** Reads the audit log. */
  ViewAuditLog: 1n << 7n,
  /** Is louder than others in voice. */
  PrioritySpeaker: 1n << 8n,
  /** Shares camera or screen in voice. */
  Stream: 1n << 9n,
  /** Sees the channel, and reads or joins it. */
  ViewChannel: 1n << 10n,
  /** Sends messages, and makes posts in forums. */
  SendMessages: 1n << 11n,
  /** Sends messages that clients read aloud. */
  SendTTSMessages: 1n << 12n,
  /** Deletes messages of others, and hides their embeds. */
  ManageMessages: 1n << 13n,
  /** Has links shown with a preview, and sends embeds. */
  EmbedLinks: 1n << 14n,
  /** Sends files. */
  AttachFiles: 1n << 15n,
  /** Reads messages from before one came. */
  ReadMessageHistory: 1n << 16n,
  /** Notifies everybody, and roles that are not mentionable. */
  MentionEveryone: 1n << 17n,
  /** Uses emojis of other guilds. */
  UseExternalEmojis: 1n << 18n,
  /** Sees the statistics of the guild. */
  ViewGuildInsights: 1n << 19n,
  /** Joins voice channels. */
  Connect: 1n << 20n,
  /** Speaks in voice channels. */
  Speak: 1n << 21n,
  /** Mutes others in voice. */
  MuteMembers: 1n << 22n,
  /** Deafens others in voice. */
  DeafenMembers: 1n << 23n,
  /** Moves others between voice channels, and joins full ones. */
  MoveMembers: 1n << 24n,
  /** Speaks without pressing a key. */
  UseVAD: 1n << 25n,
  /** Changes the own nickname. */
  ChangeNickname: 1n << 26n,
  /** Changes nicknames of others. */
  ManageNicknames: 1n << 27n,
  /** Makes, edits and gives roles below the own highest one. */
  ManageRoles: 1n << 28n,
  /** Makes, edits and deletes webhooks. */
  ManageWebhooks: 1n << 29n,
  /** Older name of `ManageGuildExpressions`. */
  ManageEmojisAndStickers: 1n << 30n,
  /** Edits and deletes all emojis, stickers and sounds. */
  ManageGuildExpressions: 1n << 30n,
  /** Uses commands of applications. */
  UseApplicationCommands: 1n << 31n,
  /** Asks to speak on a stage. */
  RequestToSpeak: 1n << 32n,
  /** Edits and deletes all scheduled events. */
  ManageEvents: 1n << 33n,
  /** Archives, edits and deletes threads, and sees private ones. */
  ManageThreads: 1n << 34n,
  /** Makes threads that everybody sees. */
  CreatePublicThreads: 1n << 35n,
  /** Makes threads that only those invited see. */
  CreatePrivateThreads: 1n << 36n,
  /** Uses stickers of other guilds. */
  UseExternalStickers: 1n << 37n,
  /** Writes in threads. */
  SendMessagesInThreads: 1n << 38n,
  /** Starts activities in voice. */
  UseEmbeddedActivities: 1n << 39n,
  /** Times members out. */
  ModerateMembers: 1n << 40n,
  /** Sees what role subscriptions earn. */
  ViewCreatorMonetizationAnalytics: 1n << 41n,
  /** Plays sounds of the soundboard. */
  UseSoundboard: 1n << 42n,
  /** Adds emojis, stickers and sounds, and edits the own ones. */
  CreateGuildExpressions: 1n << 43n,
  /** Makes scheduled events, and edits the own ones. */
  CreateEvents: 1n << 44n,
  /** Plays sounds of other guilds. */
  UseExternalSounds: 1n << 45n,
  /** Sends voice messages. */
  SendVoiceMessages: 1n << 46n,
  /** Sets the status of voice channels. */
  SetVoiceChannelStatus: 1n << 48n,
  /** Sends polls. */
  SendPolls: 1n << 49n,
  /** Has answers of applications that were added by users shown to all. */
  UseExternalApps: 1n << 50n,
  /** Pins messages, and takes pins away. */
  PinMessages: 1n << 51n,
  /** Writes without waiting in slow mode. */
  BypassSlowmode: 1n << 52n,
}) satisfies typeof ApiPermissionFlagsBits;

/** Permissions by the names of discord-api-types, each with its bit. @see https://docs.discord.com/developers/topics/permissions#permissions-bitwise-permission-flags */
export const permissionBits = {
  /** Makes invites. */
  CreateInstantInvite: 0,
  /** Removes members, who may come back. */
  KickMembers: 1,
  /** Bans members, and lifts bans. */
  BanMembers: 2,
  /** Allows everything, whatever channels deny. */
  Administrator: 3,
  /** Makes, edits and deletes channels. */
  ManageChannels: 4,
  /** Edits the guild, and adds bots. */
  ManageGuild: 5,
  /** Adds reactions that nobody has added before. */
  AddReactions: 6,
  /** Reads the audit log. */
  ViewAuditLog: 7,
  /** Is louder than others in voice. */
  PrioritySpeaker: 8,
  /** Shares camera or screen in voice. */
  Stream: 9,
  /** Sees the channel, and reads or joins it. */
  ViewChannel: 10,
  /** Sends messages, and makes posts in forums. */
  SendMessages: 11,
  /** Sends messages that clients read aloud. */
  SendTTSMessages: 12,
  /** Deletes messages of others, and hides their embeds. */
  ManageMessages: 13,
  /** Has links shown with a preview, and sends embeds. */
  EmbedLinks: 14,
  /** Sends files. */
  AttachFiles: 15,
  /** Reads messages from before one came. */
  ReadMessageHistory: 16,
  /** Notifies everybody, and roles that are not mentionable. */
  MentionEveryone: 17,
  /** Uses emojis of other guilds. */
  UseExternalEmojis: 18,
  /** Sees the statistics of the guild. */
  ViewGuildInsights: 19,
  /** Joins voice channels. */
  Connect: 20,
  /** Speaks in voice channels. */
  Speak: 21,
  /** Mutes others in voice. */
  MuteMembers: 22,
  /** Deafens others in voice. */
  DeafenMembers: 23,
  /** Moves others between voice channels, and joins full ones. */
  MoveMembers: 24,
  /** Speaks without pressing a key. */
  UseVAD: 25,
  /** Changes the own nickname. */
  ChangeNickname: 26,
  /** Changes nicknames of others. */
  ManageNicknames: 27,
  /** Makes, edits and gives roles below the own highest one. */
  ManageRoles: 28,
  /** Makes, edits and deletes webhooks. */
  ManageWebhooks: 29,
  /** Edits and deletes all emojis, stickers and sounds. */
  ManageGuildExpressions: 30,
  /** Uses commands of applications. */
  UseApplicationCommands: 31,
  /** Asks to speak on a stage. */
  RequestToSpeak: 32,
  /** Edits and deletes all scheduled events. */
  ManageEvents: 33,
  /** Archives, edits and deletes threads, and sees private ones. */
  ManageThreads: 34,
  /** Makes threads that everybody sees. */
  CreatePublicThreads: 35,
  /** Makes threads that only those invited see. */
  CreatePrivateThreads: 36,
  /** Uses stickers of other guilds. */
  UseExternalStickers: 37,
  /** Writes in threads. */
  SendMessagesInThreads: 38,
  /** Starts activities in voice. */
  UseEmbeddedActivities: 39,
  /** Times members out. */
  ModerateMembers: 40,
  /** Sees what role subscriptions earn. */
  ViewCreatorMonetizationAnalytics: 41,
  /** Plays sounds of the soundboard. */
  UseSoundboard: 42,
  /** Adds emojis, stickers and sounds, and edits the own ones. */
  CreateGuildExpressions: 43,
  /** Makes scheduled events, and edits the own ones. */
  CreateEvents: 44,
  /** Plays sounds of other guilds. */
  UseExternalSounds: 45,
  /** Sends voice messages. */
  SendVoiceMessages: 46,
  /** Sets the status of voice channels. */
  SetVoiceChannelStatus: 48,
  /** Sends polls. */
  SendPolls: 49,
  /** Has answers of applications that were added by users shown to all. */
  UseExternalApps: 50,
  /** Pins messages, and takes pins away. */
  PinMessages: 51,
  /** Writes without waiting in slow mode. */
  BypassSlowmode: 52,
} as const;

/** Name of one permission. */
export type PermissionName = keyof typeof permissionBits;

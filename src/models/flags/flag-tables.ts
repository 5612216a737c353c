/** Flags of everything that has flags, by the names of discord-api-types, each with the position of its bit. */

/** Bits of an application's flags: its privileged intents, its badges, whether it is an activity. @see https://docs.discord.com/developers/resources/application#application-object-application-flags */
export const applicationFlags = {
  /** Bit 1: its activity is released. */
  EmbeddedReleased: 1,
  /** Bit 2: it may manage emojis. */
  ManagedEmoji: 2,
  /** Bit 3: its activity sells things. */
  EmbeddedIAP: 3,
  /** Bit 4: it may make group chats. */
  GroupDMCreate: 4,
  /** Bit 6: it has the badge for moderation rules in a hundred guilds. */
  ApplicationAutoModerationRuleCreateBadge: 6,
  /** Bit 11: it has used RPC. */
  RPCHasConnected: 11,
  /** Bit 12: it is allowed the intent for presences, in 100 guilds or more. */
  GatewayPresence: 12,
  /** Bit 13: the intent for presences is switched on, in fewer than 100 guilds. */
  GatewayPresenceLimited: 13,
  /** Bit 14: it is allowed the intent for members, in 100 guilds or more. */
  GatewayGuildMembers: 14,
  /** Bit 15: the intent for members is switched on, in fewer than 100 guilds. */
  GatewayGuildMembersLimited: 15,
  /** Bit 16: it grew so unusually that it may not be verified. */
  VerificationPendingGuildLimit: 16,
  /** Bit 17: it is an activity inside Discord. */
  Embedded: 17,
  /** Bit 18: it is allowed the intent for message contents, in 100 guilds or more. */
  GatewayMessageContent: 18,
  /** Bit 19: the intent for message contents is switched on, in fewer than 100 guilds. */
  GatewayMessageContentLimited: 19,
  /** Bit 20: it is an activity made by Discord. */
  EmbeddedFirstParty: 20,
  /** Bit 23: it has registered global commands. */
  ApplicationCommandBadge: 23,
} as const;
/** Name of a flag of an application. */
export type ApplicationFlagName = keyof typeof applicationFlags;

/** Bits of an attachment's flags. @see https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags */
export const attachmentFlags = {
  /** Bit 0: it is a clip of a stream. */
  IsClip: 0,
  /** Bit 1: it is the preview of a thread in a media channel. */
  IsThumbnail: 1,
  /** Bit 2: it was edited with Remix. */
  IsRemix: 2,
  /** Bit 3: it is hidden as a spoiler. */
  IsSpoiler: 3,
  /** Bit 5: it is an animated picture. */
  IsAnimated: 5,
} as const;
/** Name of a flag of an attachment. */
export type AttachmentFlagName = keyof typeof attachmentFlags;

/** Bits of a channel's flags. @see https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
export const channelFlags = {
  /** Bit 0: it is left out of the guild's feed. */
  GuildFeedRemoved: 0,
  /** Bit 1: the thread is pinned in its forum. */
  Pinned: 1,
  /** Bit 2: it is left out of the active channels. */
  ActiveChannelsRemoved: 2,
  /** Bit 4: posts in the forum need a tag. */
  RequireTag: 4,
  /** Bit 5: the direct messages are marked as spam. */
  IsSpam: 5,
  /** Bit 7: it is a resource of the server guide. */
  IsGuildResourceChannel: 7,
  /** Bit 8: it was made by Clyde. */
  ClydeAI: 8,
  /** Bit 9: it is going to be deleted. */
  IsScheduledForDeletion: 9,
  /** Bit 15: the media channel hides how to download. */
  HideMediaDownloadOptions: 15,
  /** Bit 17: the bot may not see it, and its name and settings are hidden. */
  ChannelObfuscated: 17,
  /** Bit 21: its contents are hidden as spoilers. */
  IsSpoilerChannel: 21,
} as const;
/** Name of a flag of a channel. */
export type ChannelFlagName = keyof typeof channelFlags;

/** Bits of an invite's flags. @see https://docs.discord.com/developers/resources/invite#invite-object-guild-invite-flags */
/** Bit 0: who joins by it is a guest of a voice channel. */
export const inviteFlags = {
  /** Bit 0: who joins by it is a guest of a voice channel. */
  IsGuestInvite: 0,
} as const;
/** Name of a flag of an invite. */
export type InviteFlagName = keyof typeof inviteFlags;

/** Bits of a member's flags. @see https://docs.discord.com/developers/resources/guild#guild-member-object-guild-member-flags */
export const memberFlags = {
  /** Bit 0: the member left and came back. */
  DidRejoin: 0,
  /** Bit 1: the member answered the questions for new members. */
  CompletedOnboarding: 1,
  /** Bit 2: the member need not meet the verification level; bots may set it. */
  BypassesVerification: 2,
  /** Bit 3: the member began to answer the questions for new members. */
  StartedOnboarding: 3,
  /** Bit 4: the member is a guest of a voice channel. */
  IsGuest: 4,
  /** Bit 5: the member began the to-do list of the server guide. */
  StartedHomeActions: 5,
  /** Bit 6: the member did the to-do list of the server guide. */
  CompletedHomeActions: 6,
  /** Bit 7: a moderation rule holds the member back because of a name. */
  AutomodQuarantinedUsernameOrGuildNickname: 7,
  /** Bit 8: a moderation rule holds the member back because of the biography. */
  AutomodQuarantinedBio: 8,
  /** Bit 9: the member has seen the advice on direct messages. */
  DmSettingsUpsellAcknowledged: 9,
  /** Bit 10: a moderation rule holds the member back because of the guild tag. */
  AutoModQuarantinedGuildTag: 10,
} as const;
/** Name of a flag of a member. */
export type MemberFlagName = keyof typeof memberFlags;

/** Bits of a message's flags. @see https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlags = {
  /** Bit 0: it was published to the channels that follow. */
  Crossposted: 0,
  /** Bit 1: it comes from a channel that is followed. */
  IsCrosspost: 1,
  /** Bit 2: previews of its links are hidden. */
  SuppressEmbeds: 2,
  /** Bit 3: the message that it was published from is deleted. */
  SourceMessageDeleted: 3,
  /** Bit 4: it is an urgent word of Discord. */
  Urgent: 4,
  /** Bit 5: a thread was begun on it. */
  HasThread: 5,
  /** Bit 6: only the user who invoked the interaction sees it. */
  Ephemeral: 6,
  /** Bit 7: it stands for an answer that is still being made. */
  Loading: 7,
  /** Bit 8: members of some roles could not be added to the thread. */
  FailedToMentionSomeRolesInThread: 8,
  /** Bit 10: it has a link of which Discord warns. */
  ShouldShowLinkNotDiscordWarning: 10,
  /** Bit 12: it came without a notification. */
  SuppressNotifications: 12,
  /** Bit 13: it is a recording. */
  IsVoiceMessage: 13,
  /** Bit 14: it forwards a message. */
  HasSnapshot: 14,
  /** Bit 15: it is made of components alone. */
  IsComponentsV2: 15,
} as const;
/** Name of a flag of a message. */
export type MessageFlagName = keyof typeof messageFlags;

/** Bits of a role's flags. @see https://docs.discord.com/developers/topics/permissions#role-object-role-flags */
/** Bit 0: members can choose it when they join. */
export const roleFlags = {
  /** Bit 0: members can choose it when they join. */
  InPrompt: 0,
} as const;
/** Name of a flag of a role. */
export type RoleFlagName = keyof typeof roleFlags;

/** Bits of an SKU's flags. @see https://docs.discord.com/developers/resources/sku#sku-object-sku-flags */
/** Bit 2: it can be bought. */
/** Bit 7: a subscription for all members of one guild. */
/** Bit 8: a subscription for one user, everywhere. */
export const skuFlags = {
  /** Bit 2: it can be bought. */
  Available: 2,
  /** Bit 7: a subscription for all members of one guild. */
  GuildSubscription: 7,
  /** Bit 8: a subscription for one user, everywhere. */
  UserSubscription: 8,
} as const;
/** Name of a flag of an SKU. */
export type SkuFlagName = keyof typeof skuFlags;

/** Bits of what Discord leaves out of a guild's system channel. @see https://docs.discord.com/developers/resources/guild#guild-object-system-channel-flags */
export const systemChannelFlags = {
  /** Bit 0: no word when members join. */
  SuppressJoinNotifications: 0,
  /** Bit 1: no word of boosts. */
  SuppressPremiumSubscriptions: 1,
  /** Bit 2: no hints on how to set the guild up. */
  SuppressGuildReminderNotifications: 2,
  /** Bit 3: no buttons to greet new members. */
  SuppressJoinNotificationReplies: 3,
  /** Bit 4: no word when members subscribe to a role. */
  SuppressRoleSubscriptionPurchaseNotifications: 4,
  /** Bit 5: no buttons to greet those who subscribe to a role. */
  SuppressRoleSubscriptionPurchaseNotificationReplies: 5,
} as const;
/** Name of something that Discord can leave out of the system channel. */
export type SystemChannelFlagName = keyof typeof systemChannelFlags;

/** Bits of a user's public flags, most of them badges. @see https://docs.discord.com/developers/resources/user#user-object-user-flags */
export const userFlags = {
  /** Bit 0: works for Discord. */
  Staff: 0,
  /** Bit 1: owns a partnered guild. */
  Partner: 1,
  /** Bit 2: helps at HypeSquad events. */
  Hypesquad: 2,
  /** Bit 3: finds bugs, level 1. */
  BugHunterLevel1: 3,
  /** Bit 4: has SMS as a second factor; not public. */
  MFASMS: 4,
  /** Bit 5: put an offer of Nitro away; not public. */
  PremiumPromoDismissed: 5,
  /** Bit 6: house of Bravery. */
  HypeSquadOnlineHouse1: 6,
  /** Bit 7: house of Brilliance. */
  HypeSquadOnlineHouse2: 7,
  /** Bit 8: house of Balance. */
  HypeSquadOnlineHouse3: 8,
  /** Bit 9: had Nitro before 2018 ended. */
  PremiumEarlySupporter: 9,
  /** Bit 10: stands for a team of developers. */
  TeamPseudoUser: 10,
  /** Bit 13: has not read an urgent word of Discord; not public. */
  HasUnreadUrgentMessages: 13,
  /** Bit 14: finds bugs, level 2. */
  BugHunterLevel2: 14,
  /** Bit 16: bot that Discord has verified. */
  VerifiedBot: 16,
  /** Bit 17: had a verified bot early. */
  VerifiedDeveloper: 17,
  /** Bit 18: was in Discord's programme for moderators. */
  CertifiedModerator: 18,
  /** Bit 19: bot that takes interactions by HTTP alone. */
  BotHTTPInteractions: 19,
  /** Bit 20: Discord takes it for a spammer. */
  Spammer: 20,
  /** Bit 21: has no Nitro perks; not public. */
  DisablePremium: 21,
  /** Bit 22: develops an application that is in use. */
  ActiveDeveloper: 22,
  /** Bit 44: Discord holds it back for what it did lately. */
  Quarantined: 44,
  /** Bit 50: works with Discord. */
  Collaborator: 50,
  /** Bit 51: works with Discord, with fewer rights. */
  RestrictedCollaborator: 51,
} as const;
/** Name of a flag of a user. */
export type UserFlagName = keyof typeof userFlags;

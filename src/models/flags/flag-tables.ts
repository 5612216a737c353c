/** Flags of everything that has flags, by the names of discord-api-types, each with the position of its bit. */

/** @see https://docs.discord.com/developers/resources/application#application-object-application-flags */
export const applicationFlags = {
  EmbeddedReleased: 1,
  ManagedEmoji: 2,
  EmbeddedIAP: 3,
  GroupDMCreate: 4,
  ApplicationAutoModerationRuleCreateBadge: 6,
  RPCHasConnected: 11,
  GatewayPresence: 12,
  GatewayPresenceLimited: 13,
  GatewayGuildMembers: 14,
  GatewayGuildMembersLimited: 15,
  VerificationPendingGuildLimit: 16,
  Embedded: 17,
  GatewayMessageContent: 18,
  GatewayMessageContentLimited: 19,
  EmbeddedFirstParty: 20,
  ApplicationCommandBadge: 23,
} as const;
export type ApplicationFlagName = keyof typeof applicationFlags;

/** @see https://docs.discord.com/developers/resources/message#attachment-object-attachment-flags */
export const attachmentFlags = {
  IsClip: 0,
  IsThumbnail: 1,
  IsRemix: 2,
  IsSpoiler: 3,
  IsAnimated: 5,
} as const;
export type AttachmentFlagName = keyof typeof attachmentFlags;

/** @see https://docs.discord.com/developers/resources/channel#channel-object-channel-flags */
export const channelFlags = {
  GuildFeedRemoved: 0,
  Pinned: 1,
  ActiveChannelsRemoved: 2,
  RequireTag: 4,
  IsSpam: 5,
  IsGuildResourceChannel: 7,
  ClydeAI: 8,
  IsScheduledForDeletion: 9,
  HideMediaDownloadOptions: 15,
  ChannelObfuscated: 17,
  IsSpoilerChannel: 21,
} as const;
export type ChannelFlagName = keyof typeof channelFlags;

/** @see https://docs.discord.com/developers/resources/invite#invite-object-guild-invite-flags */
export const inviteFlags = { IsGuestInvite: 0 } as const;
export type InviteFlagName = keyof typeof inviteFlags;

/** @see https://docs.discord.com/developers/resources/guild#guild-member-object-guild-member-flags */
export const memberFlags = {
  DidRejoin: 0,
  CompletedOnboarding: 1,
  BypassesVerification: 2,
  StartedOnboarding: 3,
  IsGuest: 4,
  StartedHomeActions: 5,
  CompletedHomeActions: 6,
  AutomodQuarantinedUsernameOrGuildNickname: 7,
  AutomodQuarantinedBio: 8,
  DmSettingsUpsellAcknowledged: 9,
  AutoModQuarantinedGuildTag: 10,
} as const;
export type MemberFlagName = keyof typeof memberFlags;

/** @see https://docs.discord.com/developers/resources/message#message-object-message-flags */
export const messageFlags = {
  Crossposted: 0,
  IsCrosspost: 1,
  SuppressEmbeds: 2,
  SourceMessageDeleted: 3,
  Urgent: 4,
  HasThread: 5,
  Ephemeral: 6,
  Loading: 7,
  FailedToMentionSomeRolesInThread: 8,
  ShouldShowLinkNotDiscordWarning: 10,
  SuppressNotifications: 12,
  IsVoiceMessage: 13,
  HasSnapshot: 14,
  IsComponentsV2: 15,
} as const;
export type MessageFlagName = keyof typeof messageFlags;

/** @see https://docs.discord.com/developers/topics/permissions#role-object-role-flags */
export const roleFlags = { InPrompt: 0 } as const;
export type RoleFlagName = keyof typeof roleFlags;

/** @see https://docs.discord.com/developers/resources/sku#sku-object-sku-flags */
export const skuFlags = { Available: 2, GuildSubscription: 7, UserSubscription: 8 } as const;
export type SkuFlagName = keyof typeof skuFlags;

/** @see https://docs.discord.com/developers/resources/guild#guild-object-system-channel-flags */
export const systemChannelFlags = {
  SuppressJoinNotifications: 0,
  SuppressPremiumSubscriptions: 1,
  SuppressGuildReminderNotifications: 2,
  SuppressJoinNotificationReplies: 3,
  SuppressRoleSubscriptionPurchaseNotifications: 4,
  SuppressRoleSubscriptionPurchaseNotificationReplies: 5,
} as const;
export type SystemChannelFlagName = keyof typeof systemChannelFlags;

/** @see https://docs.discord.com/developers/resources/user#user-object-user-flags */
export const userFlags = {
  Staff: 0,
  Partner: 1,
  Hypesquad: 2,
  BugHunterLevel1: 3,
  MFASMS: 4,
  PremiumPromoDismissed: 5,
  HypeSquadOnlineHouse1: 6,
  HypeSquadOnlineHouse2: 7,
  HypeSquadOnlineHouse3: 8,
  PremiumEarlySupporter: 9,
  TeamPseudoUser: 10,
  HasUnreadUrgentMessages: 13,
  BugHunterLevel2: 14,
  VerifiedBot: 16,
  VerifiedDeveloper: 17,
  CertifiedModerator: 18,
  BotHTTPInteractions: 19,
  Spammer: 20,
  DisablePremium: 21,
  ActiveDeveloper: 22,
  Quarantined: 44,
  Collaborator: 50,
  RestrictedCollaborator: 51,
} as const;
export type UserFlagName = keyof typeof userFlags;

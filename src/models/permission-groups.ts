import type { PermissionName } from './permission-bits.js';

/** Permissions by the headings under which Discord's client shows them in the settings of a role. */
export const permissionGroups = {
  /** Permissions under "Advanced Permissions". */
  advanced: ['Administrator'],
  /** Permissions under "Apps Permissions". */
  apps: ['UseApplicationCommands', 'UseEmbeddedActivities', 'UseExternalApps'],
  /** Permissions under "Events Permissions". */
  events: ['CreateEvents', 'ManageEvents'],
  /** Permissions under "General Server Permissions". */
  general: [
    'CreateGuildExpressions',
    'ManageChannels',
    'ManageGuild',
    'ManageGuildExpressions',
    'ManageRoles',
    'ManageWebhooks',
    'ViewAuditLog',
    'ViewChannel',
    'ViewCreatorMonetizationAnalytics',
    'ViewGuildInsights',
  ],
  /** Permissions under "Membership Permissions". */
  membership: [
    'BanMembers',
    'ChangeNickname',
    'CreateInstantInvite',
    'KickMembers',
    'ManageNicknames',
    'ModerateMembers',
  ],
  /** Permissions under "Stage Channel Permissions". */
  stage: ['RequestToSpeak'],
  /** Permissions that make a stage moderator. */
  stageModerator: ['ManageChannels', 'MoveMembers', 'MuteMembers'],
  /** Permissions under "Text Channel Permissions". */
  text: [
    'AddReactions',
    'AttachFiles',
    'BypassSlowmode',
    'CreatePrivateThreads',
    'CreatePublicThreads',
    'EmbedLinks',
    'ManageMessages',
    'ManageThreads',
    'MentionEveryone',
    'PinMessages',
    'ReadMessageHistory',
    'SendMessages',
    'SendMessagesInThreads',
    'SendPolls',
    'SendTTSMessages',
    'SendVoiceMessages',
    'UseExternalEmojis',
    'UseExternalStickers',
  ],
  /** Permissions under "Voice Channel Permissions". */
  voice: [
    'Connect',
    'DeafenMembers',
    'MoveMembers',
    'MuteMembers',
    'PrioritySpeaker',
    'SetVoiceChannelStatus',
    'Speak',
    'Stream',
    'UseExternalSounds',
    'UseSoundboard',
    'UseVAD',
  ],
} as const satisfies Readonly<Record<string, readonly PermissionName[]>>;

/** Name of a group of permissions. */
export type PermissionGroup = keyof typeof permissionGroups;

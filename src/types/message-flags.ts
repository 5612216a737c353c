import type { MessageFlags as ApiMessageFlags } from 'discord-api-types/v10';
import { numericEnum } from './numeric-enum.js';

/**
 * Bits of `message.flags`.
 *
 * @see https://docs.discord.com/developers/resources/message#message-object-message-flags
 */
export const MessageFlags: typeof ApiMessageFlags = numericEnum<typeof ApiMessageFlags>({
  Crossposted: 1,
  IsCrosspost: 2,
  SuppressEmbeds: 4,
  SourceMessageDeleted: 8,
  Urgent: 16,
  HasThread: 32,
  Ephemeral: 64,
  Loading: 128,
  FailedToMentionSomeRolesInThread: 256,
  ShouldShowLinkNotDiscordWarning: 1024,
  SuppressNotifications: 4096,
  IsVoiceMessage: 8192,
  HasSnapshot: 16384,
  IsComponentsV2: 32768,
});
export type MessageFlags = ApiMessageFlags;

import type { GatewayDispatchName } from '../events/dispatch-intents.js';
import type { DispatchHandler } from './dispatch-context.js';
import * as application from './handlers/application-handlers.js';
import * as channel from './handlers/channel-handlers.js';
import * as connection from './handlers/connection-handlers.js';
import * as expression from './handlers/expression-handlers.js';
import * as guild from './handlers/guild-handlers.js';
import { onInteractionCreate } from './handlers/interaction-handlers.js';
import * as member from './handlers/member-handlers.js';
import * as message from './handlers/message-handlers.js';
import * as moderation from './handlers/moderation-handlers.js';
import * as presence from './handlers/presence-handlers.js';
import * as reaction from './handlers/reaction-handlers.js';
import * as role from './handlers/role-handlers.js';
import * as schedule from './handlers/schedule-handlers.js';
import * as session from './handlers/session-handlers.js';
import * as thread from './handlers/thread-handlers.js';
import * as voice from './handlers/voice-handlers.js';

/** Handler of each dispatch that Discord documents. */
export const dispatchHandlers = {
  APPLICATION_COMMAND_PERMISSIONS_UPDATE: application.onCommandPermissionsUpdate,
  AUTO_MODERATION_ACTION_EXECUTION: moderation.onAutoModerationAction,
  AUTO_MODERATION_RULE_CREATE: moderation.onAutoModerationRuleCreate,
  AUTO_MODERATION_RULE_DELETE: moderation.onAutoModerationRuleDelete,
  AUTO_MODERATION_RULE_UPDATE: moderation.onAutoModerationRuleUpdate,
  CHANNEL_CREATE: channel.onChannelCreate,
  CHANNEL_DELETE: channel.onChannelDelete,
  CHANNEL_INFO: voice.onChannelInfo,
  CHANNEL_PINS_UPDATE: channel.onChannelPinsUpdate,
  CHANNEL_UPDATE: channel.onChannelUpdate,
  ENTITLEMENT_CREATE: application.onEntitlementCreate,
  ENTITLEMENT_DELETE: application.onEntitlementDelete,
  ENTITLEMENT_UPDATE: application.onEntitlementUpdate,
  GUILD_AUDIT_LOG_ENTRY_CREATE: moderation.onAuditLogEntryCreate,
  GUILD_BAN_ADD: moderation.onBanAdd,
  GUILD_BAN_REMOVE: moderation.onBanRemove,
  GUILD_CREATE: guild.onGuildCreate,
  GUILD_DELETE: guild.onGuildDelete,
  GUILD_EMOJIS_UPDATE: expression.onGuildEmojisUpdate,
  GUILD_INTEGRATIONS_UPDATE: connection.onGuildIntegrationsUpdate,
  GUILD_JOIN_REQUEST_CREATE: moderation.onJoinRequestCreate,
  GUILD_JOIN_REQUEST_DELETE: moderation.onJoinRequestDelete,
  GUILD_JOIN_REQUEST_UPDATE: moderation.onJoinRequestUpdate,
  GUILD_MEMBERS_CHUNK: member.onMembersChunk,
  GUILD_MEMBER_ADD: member.onMemberAdd,
  GUILD_MEMBER_REMOVE: member.onMemberRemove,
  GUILD_MEMBER_UPDATE: member.onMemberUpdate,
  GUILD_ROLE_CREATE: role.onRoleCreate,
  GUILD_ROLE_DELETE: role.onRoleDelete,
  GUILD_ROLE_UPDATE: role.onRoleUpdate,
  GUILD_SCHEDULED_EVENT_CREATE: schedule.onScheduledEventCreate,
  GUILD_SCHEDULED_EVENT_DELETE: schedule.onScheduledEventDelete,
  GUILD_SCHEDULED_EVENT_UPDATE: schedule.onScheduledEventUpdate,
  GUILD_SCHEDULED_EVENT_USER_ADD: schedule.onScheduledEventUserAdd,
  GUILD_SCHEDULED_EVENT_USER_REMOVE: schedule.onScheduledEventUserRemove,
  GUILD_SOUNDBOARD_SOUNDS_UPDATE: expression.onSoundsUpdate,
  GUILD_SOUNDBOARD_SOUND_CREATE: expression.onSoundCreate,
  GUILD_SOUNDBOARD_SOUND_DELETE: expression.onSoundDelete,
  GUILD_SOUNDBOARD_SOUND_UPDATE: expression.onSoundUpdate,
  GUILD_STICKERS_UPDATE: expression.onGuildStickersUpdate,
  GUILD_UPDATE: guild.onGuildUpdate,
  INTEGRATION_CREATE: connection.onIntegrationCreate,
  INTEGRATION_DELETE: connection.onIntegrationDelete,
  INTEGRATION_UPDATE: connection.onIntegrationUpdate,
  INTERACTION_CREATE: onInteractionCreate,
  INVITE_CREATE: connection.onInviteCreate,
  INVITE_DELETE: connection.onInviteDelete,
  MESSAGE_CREATE: message.onMessageCreate,
  MESSAGE_DELETE: message.onMessageDelete,
  MESSAGE_DELETE_BULK: message.onMessageDeleteBulk,
  MESSAGE_POLL_VOTE_ADD: reaction.onPollVoteAdd,
  MESSAGE_POLL_VOTE_REMOVE: reaction.onPollVoteRemove,
  MESSAGE_REACTION_ADD: reaction.onReactionAdd,
  MESSAGE_REACTION_REMOVE: reaction.onReactionRemove,
  MESSAGE_REACTION_REMOVE_ALL: reaction.onReactionRemoveAll,
  MESSAGE_REACTION_REMOVE_EMOJI: reaction.onReactionRemoveEmoji,
  MESSAGE_UPDATE: message.onMessageUpdate,
  PRESENCE_UPDATE: presence.onPresenceUpdate,
  RATE_LIMITED: session.onRateLimited,
  READY: session.onReady,
  RESUMED: session.onResumed,
  SOUNDBOARD_SOUNDS: expression.onSoundboardSounds,
  STAGE_INSTANCE_CREATE: schedule.onStageCreate,
  STAGE_INSTANCE_DELETE: schedule.onStageDelete,
  STAGE_INSTANCE_UPDATE: schedule.onStageUpdate,
  SUBSCRIPTION_CREATE: application.onSubscriptionCreate,
  SUBSCRIPTION_DELETE: application.onSubscriptionDelete,
  SUBSCRIPTION_UPDATE: application.onSubscriptionUpdate,
  THREAD_CREATE: thread.onThreadCreate,
  THREAD_DELETE: thread.onThreadDelete,
  THREAD_LIST_SYNC: thread.onThreadListSync,
  THREAD_MEMBERS_UPDATE: thread.onThreadMembersUpdate,
  THREAD_MEMBER_UPDATE: thread.onThreadMemberUpdate,
  THREAD_UPDATE: thread.onThreadUpdate,
  TYPING_START: presence.onTypingStart,
  USER_UPDATE: session.onUserUpdate,
  VOICE_CHANNEL_EFFECT_SEND: voice.onVoiceChannelEffectSend,
  VOICE_CHANNEL_START_TIME_UPDATE: voice.onVoiceChannelStartTimeUpdate,
  VOICE_CHANNEL_STATUS_UPDATE: voice.onVoiceChannelStatusUpdate,
  VOICE_SERVER_UPDATE: voice.onVoiceServerUpdate,
  VOICE_STATE_UPDATE: voice.onVoiceStateUpdate,
  WEBHOOKS_UPDATE: connection.onWebhooksUpdate,
} satisfies Readonly<Record<GatewayDispatchName, DispatchHandler>>;

/** Entry `cogwork`: everything a bot needs. Written by hand, grouped by audience. */

// Cache
export type { CacheOptions, OptionalKind } from './cache/cache-options.js';
export { CacheStore } from './cache/cache-store.js';
export type { IntentSet } from './cache/intent-set.js';
export type { MemberCacheFlagName } from './cache/member-cache-flags.js';
export { MemberCacheFlags } from './cache/member-cache-flags.js';
export type { MemberFacts, MemberPolicyOptions } from './cache/member-policy.js';
export { MemberPolicy } from './cache/member-policy.js';
export type { MemoryCacheStoreOptions } from './cache/memory-cache-store.js';
export { MemoryCacheStore } from './cache/memory-cache-store.js';
export type { MessageLimits } from './cache/message-store.js';
export { SharedCache } from './cache/shared-cache.js';
// The bot
export { Bot } from './client/bot.js';
export { BotCommands } from './client/bot-commands.js';
export { BotIntents } from './client/bot-intents.js';
export type { BotOptions, SyncCommandsOption } from './client/bot-options.js';
export type { BotVoice } from './client/bot-voice.js';
export { Client } from './client/client.js';
export type { ClientOptions, GatewayOptions, VoiceOptions } from './client/client-options.js';
export type { ClusterLink } from './client/cluster-role.js';
export type { LogLevel, LogLevels } from './client/log-levels.js';
export { runAll } from './client/run-all.js';
export type { RunOptions } from './client/run-options.js';
export type { ProcessesOption, SpreadOption } from './client/spread-option.js';
export { startAll } from './client/start-all.js';
export { webhookFromUrl } from './client/webhook-from-url.js';
export type { ClusterOptions } from './cluster/cluster.js';
export { Cluster } from './cluster/cluster.js';
// Many processes
export { ClusterMember } from './cluster/cluster-member.js';
export type { ClusterNoteListener, ClusterNoteName, ClusterNotes } from './cluster/cluster-notes.js';
export { ClusterWorker } from './cluster/cluster-worker.js';
// Cogs and injection
export type { SharedRateLimits } from './cluster/shared-rate-limits.js';
export type { CogLifecycle, CogOptions } from './cogs/cog.js';
export { Cog } from './cogs/cog.js';
export type { ExtensionChange, ImportModule } from './cogs/extension-loader.js';
export { ExtensionLoader } from './cogs/extension-loader.js';
export type { Unregister } from './cogs/function-cogs.js';
export { FunctionCogs } from './cogs/function-cogs.js';
export { Help } from './cogs/help.js';
export { HotReload } from './cogs/hot-reload.js';
export type { ListenOptions } from './cogs/listen.js';
export { Listen } from './cogs/listen.js';
export type { Plugin, PluginHost } from './cogs/plugin.js';
export { Task } from './cogs/task.js';
export type {
  ApplicationCommand,
  CommandRoot,
  CommandSubgroup,
} from './commands/application/application-command.js';
// Commands
export { ApplicationCommandContext } from './commands/application/application-command-context.js';
export type { CommandGroupSettings } from './commands/application/command-group.js';
export { CommandGroup } from './commands/application/command-group.js';
export type { CommandTexts, CommandTextsSource, OptionTexts } from './commands/application/command-texts.js';
export type { WireCommand } from './commands/application/command-wire.js';
export { EntryPointCommand } from './commands/application/entry-point-command.js';
export { EntryPointContext } from './commands/application/entry-point-context.js';
export { MessageCommand } from './commands/application/message-command.js';
export { MessageContext } from './commands/application/message-context.js';
export type { CommandScope } from './commands/application/scope-commands.js';
export { SlashCommand } from './commands/application/slash-command.js';
export { SlashContext } from './commands/application/slash-context.js';
export { UserCommand } from './commands/application/user-command.js';
export { UserContext } from './commands/application/user-context.js';
export type {
  AutoDefer,
  CommandContextName,
  EntryPointSettings,
  HybridCommandSettings,
  IntegrationTypeName,
  MenuCommandSettings,
  PrefixCommandSettings,
  RootCommandSettings,
  SlashCommandSettings,
} from './commands/command-settings.js';
export type { Context } from './commands/context.js';
export type { NamedEmoji } from './commands/converters/convert.js';
export { Convert } from './commands/converters/convert.js';
export { HybridCommand } from './commands/hybrid-command.js';
export type { HelpCategory } from './commands/prefix/help-text.js';
export { HelpText } from './commands/prefix/help-text.js';
export { PrefixCommand } from './commands/prefix/prefix-command.js';
export type { PrefixCommandRegistry } from './commands/prefix/prefix-command-registry.js';
export { PrefixContext } from './commands/prefix/prefix-context.js';
export type { PrefixOptions, PrefixSource } from './commands/prefix/prefix-source.js';
export type { RegisteredTypedCommand } from './commands/prefix/registered-typed-command.js';
export type { TypedCommand } from './commands/prefix/typed-command.js';
export type { ScopePlan } from './commands/sync/command-plan.js';
export { CommandPlan } from './commands/sync/command-plan.js';
export type { SyncOptions } from './commands/sync/command-sync.js';
export type { CommandChange } from './commands/sync/plan-commands.js';
export { inject } from './di/inject.js';
export type { InjectionScope } from './di/injectable.js';
export { Injectable } from './di/injectable.js';
export type { InjectionToken } from './di/injection-token.js';
export { ServiceContainer } from './di/service-container.js';
// Channels about what happens inside: dispatchChannel, gatewayChannel, commandChannel, restChannel
export type { DispatchTrace } from './dispatch/dispatch-channel.js';
export { dispatchChannel } from './dispatch/dispatch-channel.js';
// Errors
export { AnyCheckFailedError } from './errors/any-check-failed-error.js';
export { ArgumentParsingError } from './errors/argument-parsing-error.js';
export { BotMissingPermissionsError } from './errors/bot-missing-permissions-error.js';
export { BotMissingRoleError } from './errors/bot-missing-role-error.js';
export { BotStateError } from './errors/bot-state-error.js';
export { CheckError } from './errors/check-error.js';
export { CheckFailedError } from './errors/check-failed-error.js';
export { ClusterProcessError } from './errors/cluster-process-error.js';
export { CogLoadError } from './errors/cog-load-error.js';
export { CogworkError } from './errors/cogwork-error.js';
export { CommandCreateLimitError } from './errors/command-create-limit-error.js';
export { CommandLineError } from './errors/command-line-error.js';
export { CommandSyncError } from './errors/command-sync-error.js';
export { ComponentRefusedError } from './errors/component-refused-error.js';
export { ConnectionClosedError } from './errors/connection-closed-error.js';
export { CooldownError } from './errors/cooldown-error.js';
export { CustomIdTooLongError } from './errors/custom-id-too-long-error.js';
export { DirectMessageOnlyError } from './errors/direct-message-only-error.js';
export { DisallowedIntentsError } from './errors/disallowed-intents-error.js';
export type { DiscordApiErrorFacts } from './errors/discord-api-error.js';
export { DiscordApiError } from './errors/discord-api-error.js';
export { DownloadFailedError } from './errors/download-failed-error.js';
export { DuplicateCommandError } from './errors/duplicate-command-error.js';
export { DuplicateComponentError } from './errors/duplicate-component-error.js';
export { EmbedLimitError } from './errors/embed-limit-error.js';
export { EmptyRegistryError } from './errors/empty-registry-error.js';
export { EndlessActivityError } from './errors/endless-activity-error.js';
export type { ErrorCode } from './errors/error-code.js';
export { ExpectedClosingQuoteError } from './errors/expected-closing-quote-error.js';
export { ExtensionError } from './errors/extension-error.js';
export { FlagError } from './errors/flag-error.js';
export { GatewayDecodeError } from './errors/gateway-decode-error.js';
export { GatewayPayloadTooLargeError } from './errors/gateway-payload-too-large-error.js';
export { GatewayRateLimitedError } from './errors/gateway-rate-limited-error.js';
export { GatewayTimeoutError } from './errors/gateway-timeout-error.js';
export { GuildOnlyError } from './errors/guild-only-error.js';
export { InjectionContextError } from './errors/injection-context-error.js';
export { InteractionExpiredError } from './errors/interaction-expired-error.js';
export { InteractionStateError } from './errors/interaction-state-error.js';
export { InvalidApiVersionError } from './errors/invalid-api-version-error.js';
export { InvalidComponentError } from './errors/invalid-component-error.js';
export { InvalidDefinitionError } from './errors/invalid-definition-error.js';
export { InvalidEndOfQuotedStringError } from './errors/invalid-end-of-quoted-string-error.js';
export { InvalidIntentsError } from './errors/invalid-intents-error.js';
export { InvalidInvocationError } from './errors/invalid-invocation-error.js';
export { InvalidMessageError } from './errors/invalid-message-error.js';
export { InvalidOptionError } from './errors/invalid-option-error.js';
export { InvalidRequestLimitError } from './errors/invalid-request-limit-error.js';
export { InvalidScheduleError } from './errors/invalid-schedule-error.js';
export { InvalidShardError } from './errors/invalid-shard-error.js';
export { InvalidTokenError } from './errors/invalid-token-error.js';
export { MaxConcurrencyError } from './errors/max-concurrency-error.js';
export { MessageBlockedError } from './errors/message-blocked-error.js';
export { MissingArgumentError } from './errors/missing-argument-error.js';
export { MissingIntentError } from './errors/missing-intent-error.js';
export { MissingPermissionsError } from './errors/missing-permissions-error.js';
export { MissingRoleError } from './errors/missing-role-error.js';
export { NoAnswerError } from './errors/no-answer-error.js';
export { NotOwnerError } from './errors/not-owner-error.js';
export { NotReadyError } from './errors/not-ready-error.js';
export { NsfwChannelRequiredError } from './errors/nsfw-channel-required-error.js';
export { OffloadError } from './errors/offload-error.js';
export { OptionValueError } from './errors/option-value-error.js';
export { PluginError } from './errors/plugin-error.js';
export { ProxyRefusedError } from './errors/proxy-refused-error.js';
export type { RateLimitTooLongFacts } from './errors/rate-limit-too-long-error.js';
export { RateLimitTooLongError } from './errors/rate-limit-too-long-error.js';
export { RequestFailedError } from './errors/request-failed-error.js';
export { RequestTimeoutError } from './errors/request-timeout-error.js';
export { RestClosedError } from './errors/rest-closed-error.js';
export { SessionStartLimitError } from './errors/session-start-limit-error.js';
export { ShardClosedError } from './errors/shard-closed-error.js';
export { ShardingRequiredError } from './errors/sharding-required-error.js';
export { StandardDecoratorsError } from './errors/standard-decorators-error.js';
export { TaskRunningError } from './errors/task-running-error.js';
export { TooManyArgumentsError } from './errors/too-many-arguments-error.js';
export { UncachedEventError } from './errors/uncached-event-error.js';
export { UnexpectedQuoteError } from './errors/unexpected-quote-error.js';
export { UnknownViewError } from './errors/unknown-view-error.js';
export { UnresolvableError } from './errors/unresolvable-error.js';
export { UserFacingError } from './errors/user-facing-error.js';
export { WaitTimeoutError } from './errors/wait-timeout-error.js';
// Events and intents
export type { CommandRun } from './events/command-run.js';
export type {
  AwaitedEvent,
  EventBus,
  EventListener,
  ListenerOrigin,
  WaitOptions,
} from './events/event-bus.js';
export type { ExplainedIntent } from './events/event-intents.js';
export type { EventMap, EventName } from './events/event-map.js';
export type {
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
} from './events/event-payloads.js';
export type { EventStream } from './events/event-stream.js';
export type { IntentName } from './events/intent-bits.js';
export type { IntentsLike } from './events/intents.js';
export { Intents } from './events/intents.js';
export type { ShardDisconnection } from './events/shard-disconnection.js';
export type { BodyReader } from './gateway/codec/body-reader.js';
export type {
  FrameHead,
  GatewayCodec,
  GatewayFrame,
  OutgoingPayload,
} from './gateway/codec/gateway-codec.js';
export type { GatewayDataFormat } from './gateway/codec/gateway-data-format.js';
export type { Identifiable } from './gateway/commands/id-of.js';
export type { MemberReply, MemberRequestOptions } from './gateway/commands/member-request.js';
export type { PresenceActivity, PresenceUpdate } from './gateway/commands/presence-state.js';
// Gateway
export type { VoiceStateOptions } from './gateway/commands/voice-states.js';
export type { DispatchSink } from './gateway/dispatch-sink.js';
export type { GatewayFrameTrace, GatewayStateTrace } from './gateway/gateway-channels.js';
export { gatewayChannel, gatewayFrameChannel } from './gateway/gateway-channels.js';
export type {
  ChannelInfoField,
  CloseOptions,
  GatewayShard,
  JoinOptions,
  ShardInfo,
} from './gateway/gateway-shard.js';
export { IdentifyQueue } from './gateway/identify/identify-queue.js';
export type { GatewayCompression } from './gateway/inflate/gateway-compression.js';
export { FileSessionStore } from './gateway/session/file-session-store.js';
export { KeyValueSessionStore } from './gateway/session/key-value-session-store.js';
export { MemorySessionStore } from './gateway/session/memory-session-store.js';
export type { StoredSession } from './gateway/session/session-store.js';
export { SessionStore } from './gateway/session/session-store.js';
export { Shard } from './gateway/shard.js';
export { ShardManager } from './gateway/shard-manager.js';
export type { ShardManagerOptions, ShardSelection, ShardsOption } from './gateway/shard-manager-options.js';
export type { ShardDisconnect, ShardObserver, ShardResume } from './gateway/shard-observer.js';
export type { ShardState } from './gateway/shard-state.js';
export type { AnswerState, DeferKind } from './interactions/answer-state.js';
export { FIRST_ANSWER_MS } from './interactions/deferral-timer.js';
export type { FetchHandler, FetchHandlerOptions } from './interactions/http/fetch-handler.js';
export type { InteractionServer, ServeOptions } from './interactions/http/serve-fetch.js';
// Interactions
export { Interaction } from './interactions/interaction.js';
export type { ModalAnswer, ModalJson } from './interactions/interaction-context.js';
export { InteractionContext, ModalContext } from './interactions/interaction-context.js';
export { InteractionResponder } from './interactions/interaction-responder.js';
export type {
  AskOptions,
  ModalAsker,
  ModalFields,
  ModalSubmission,
  OpenModalOptions,
} from './interactions/modal-asker.js';
export { askModalsOf, modalAskerOf } from './interactions/modal-asker.js';
export type { ReplyOptions, SilentReplyOptions } from './interactions/reply-options.js';
// Models
export type { AllowedMentionsOptions } from './models/allowed-mentions.js';
export { AllowedMentions } from './models/allowed-mentions.js';
export { AnnouncementChannel } from './models/announcement-channel.js';
export type { EntitlementOwner } from './models/application.js';
export { Application } from './models/application.js';
export { ApplicationEmoji, ApplicationEmojis } from './models/application-emojis.js';
export { Attachment } from './models/attachment.js';
export type {
  AuditLogKey,
  AuditLogOptions,
  AuditLogTarget,
  AuditLogValue,
} from './models/audit-log-entry.js';
export { AuditLogEntry } from './models/audit-log-entry.js';
export type { AuditLogCategory, AuditLogTargetType } from './models/audit-log-target.js';
export { AutoModerationExecution } from './models/auto-moderation-execution.js';
export { AutoModerationRule } from './models/auto-moderation-rule.js';
export type { BanRecord } from './models/ban.js';
export { Ban } from './models/ban.js';
export { BaseGuildTextChannel } from './models/base-guild-text-channel.js';
export { BaseGuildVoiceChannel } from './models/base-guild-voice-channel.js';
export { CategoryChannel } from './models/category-channel.js';
export { Channel } from './models/channel.js';
export type { HistoryQuery, PurgeOptions } from './models/channel-messages.js';
export { ChannelMessages } from './models/channel-messages.js';
export type { ChannelMove } from './models/channel-move.js';
export type { ChannelOfType } from './models/channel-of-type.js';
export type { ArchivedThreadsQuery } from './models/channel-threads.js';
export { ChannelThreads } from './models/channel-threads.js';
export { Channels } from './models/channels.js';
export { ClientUser } from './models/client-user.js';
export {
  colorParts,
  colors,
  formatColor,
  hsvColor,
  parseColor,
  randomColor,
  rgbColor,
} from './models/colors.js';
export { DmChannel } from './models/dm-channel.js';
export { Embed } from './models/embed.js';
export type { EmojiLike, PartialEmoji } from './models/emoji.js';
export { emojiUrl, formatEmoji, parseEmoji } from './models/emoji.js';
export { Emojis } from './models/emojis.js';
export { Entitlement } from './models/entitlement.js';
export { EntityList } from './models/entity-list.js';
export type { FlagTable } from './models/flags/flag-set.js';
export { FlagSet } from './models/flags/flag-set.js';
export type {
  ApplicationFlagName,
  AttachmentFlagName,
  ChannelFlagName,
  InviteFlagName,
  MemberFlagName,
  MessageFlagName,
  RoleFlagName,
  SkuFlagName,
  SystemChannelFlagName,
  UserFlagName,
} from './models/flags/flag-tables.js';
export {
  applicationFlags,
  attachmentFlags,
  channelFlags,
  inviteFlags,
  memberFlags,
  messageFlags,
  roleFlags,
  skuFlags,
  systemChannelFlags,
  userFlags,
} from './models/flags/flag-tables.js';
export type { GuildPage, TimeStyle } from './models/formatting.js';
export {
  escapeMarkdown,
  escapeMentions,
  findMentions,
  formatTime,
  mentionChannel,
  mentionCommand,
  mentionGuildPage,
  mentionRole,
  mentionUser,
  removeMarkdown,
  resolveInviteCode,
  resolveTemplateCode,
} from './models/formatting.js';
export type { ForumPostOptions, NewForumTag } from './models/forum-channel.js';
export { ForumChannel } from './models/forum-channel.js';
export { GroupDmChannel } from './models/group-dm-channel.js';
export { Guild } from './models/guild.js';
export { GuildAutoModeration } from './models/guild-auto-moderation.js';
export type { BulkBanResult } from './models/guild-bans.js';
export { GuildBans } from './models/guild-bans.js';
export type { PermissionChange, PermissionOverwrite } from './models/guild-channel.js';
export { GuildChannel } from './models/guild-channel.js';
export type { ChannelPosition, NewChannelBody } from './models/guild-channels.js';
export { GuildChannels } from './models/guild-channels.js';
export { GuildCommunity } from './models/guild-community.js';
export { GuildEmoji } from './models/guild-emoji.js';
export { GuildEmojis } from './models/guild-emojis.js';
export type { GuildIncidents } from './models/guild-fields.js';
export { GuildFields } from './models/guild-fields.js';
export type { GuildLimits } from './models/guild-limits.js';
export type { PruneOptions } from './models/guild-members.js';
export { GuildMembers } from './models/guild-members.js';
export { GuildRoles } from './models/guild-roles.js';
export { GuildScheduledEvents } from './models/guild-scheduled-events.js';
export { GuildSounds } from './models/guild-sounds.js';
export { GuildStages } from './models/guild-stages.js';
export { GuildSticker } from './models/guild-sticker.js';
export { GuildStickers } from './models/guild-stickers.js';
export { GuildTemplates } from './models/guild-templates.js';
export { GuildVoiceStates } from './models/guild-voice-states.js';
export { GuildWideList } from './models/guild-wide-list.js';
export { Guilds } from './models/guilds.js';
export type { MemberQuery, MemberSource, RecordSource } from './models/host.js';
export { ModelHost } from './models/host.js';
export type { ImageOptions } from './models/image-url.js';
export { defaultAvatarUrl, imageUrl, imageUrlOf } from './models/image-url.js';
export { Integration } from './models/integration.js';
export type { InviteRecord, InviteTargetUsersStatus } from './models/invite.js';
export { Invite } from './models/invite.js';
export { Invites } from './models/invites.js';
export type { RecordOrigin } from './models/live-model.js';
export { LiveModel } from './models/live-model.js';
export type { BanOptions } from './models/member.js';
export { Member } from './models/member.js';
export type { MemberChanges } from './models/member-changes.js';
export { Message } from './models/message.js';
export type { FileLike, Jsonable, MessageOptions, MessagePayload } from './models/message-payload.js';
export type { MessagePin } from './models/message-pin.js';
export type { ReactionUsersQuery } from './models/message-reactions.js';
export { MessageReactions } from './models/message-reactions.js';
export { MessageSnapshot } from './models/message-snapshot.js';
export { IdentifiedModel, Model } from './models/model.js';
export type { ModelFactory } from './models/model-factory.js';
export type { OAuthUrlOptions } from './models/oauth-url.js';
export { oauthUrl } from './models/oauth-url.js';
export { Onboarding } from './models/onboarding.js';
export type { PermissionName } from './models/permission-bits.js';
export { permissionBits } from './models/permission-bits.js';
export type { PermissionGroup } from './models/permission-groups.js';
export { permissionGroups } from './models/permission-groups.js';
export type { PermissionsLike } from './models/permissions.js';
export { Permissions } from './models/permissions.js';
export type { PollVoteRecord } from './models/poll-vote.js';
export { PollVote } from './models/poll-vote.js';
export { MessagePoll, PollAnswer } from './models/polls/message-poll.js';
export type { PollSettings } from './models/polls/poll.js';
export { Poll } from './models/polls/poll.js';
export type { PollResult } from './models/polls/poll-result.js';
export { Presence } from './models/presence.js';
export type { AvatarDecoration, Nameplate, PrimaryGuild } from './models/profile-parts.js';
export type { ReactionRecord } from './models/reaction.js';
export { Reaction } from './models/reaction.js';
export type {
  AttachmentRecord,
  ChannelRecord,
  EmojiRecord,
  GuildRecord,
  MemberRecord,
  MessageRecord,
  PresenceRecord,
  RecordKind,
  RecordKinds,
  RoleRecord,
  ScheduledEventRecord,
  SoundRecord,
  StageInstanceRecord,
  StickerRecord,
  UserRecord,
  VoiceStateRecord,
} from './models/records.js';
export type { MessageEditor, MessageFiles, Renderable, RenderedMessage } from './models/renderable.js';
export { messageSent, renderMessage } from './models/renderable.js';
export type { NewPosition } from './models/reorder.js';
export type { RoleColors, RolePlace } from './models/role.js';
export { HOLOGRAPHIC_COLORS, Role } from './models/role.js';
export type { RoleTags } from './models/role-tags.js';
export { ScheduledEvent } from './models/scheduled-event.js';
export type { SendableChannel } from './models/sendable-channel.js';
export { isSendable } from './models/sendable-channel.js';
export { Sku } from './models/sku.js';
export { SoundboardSound } from './models/soundboard-sound.js';
export { Sounds } from './models/sounds.js';
export { StageChannel } from './models/stage-channel.js';
export { StageInstance } from './models/stage-instance.js';
export { Sticker, StickerItem, StickerPack } from './models/sticker.js';
export { Stickers } from './models/stickers.js';
export { Subscription } from './models/subscription.js';
export { Team, TeamMember } from './models/team.js';
export { Template } from './models/template.js';
export { Templates } from './models/templates.js';
export { TextChannel } from './models/text-channel.js';
export { ThreadChannel } from './models/thread-channel.js';
export { ThreadMember } from './models/thread-member.js';
export type { TypingRecord } from './models/typing.js';
export { Typing } from './models/typing.js';
export { TypingLoop } from './models/typing-loop.js';
export { User } from './models/user.js';
export { UserActivity } from './models/user-activity.js';
export { Users } from './models/users.js';
export { VoiceChannel } from './models/voice-channel.js';
export { VoiceChannelEffect } from './models/voice-channel-effect.js';
export { VoiceState } from './models/voice-state.js';
export type { WebhookPlace, WebhookSendOptions } from './models/webhook.js';
export { parseWebhookUrl, Webhook } from './models/webhook.js';
export { WebhookMessage } from './models/webhook-message.js';
export { Webhooks } from './models/webhooks.js';
export { WelcomeScreen } from './models/welcome-screen.js';
export { Widget } from './models/widget.js';
// Checks, limits, hooks, errors of handlers
export { Activity } from './pipeline/activity.js';
export type { BotHook } from './pipeline/bot-steps.js';
export type { CheckContext } from './pipeline/check-context.js';
export { Check } from './pipeline/checks/check.js';
export type { CheckFunction, CheckLike, CheckObject } from './pipeline/checks/check-like.js';
export { allOf, anyOf, not } from './pipeline/checks/combine-checks.js';
export { ApplicationOwners, Owners } from './pipeline/checks/owners.js';
export { OwnerOnly, RequireOwner } from './pipeline/checks/require-owner.js';
export {
  botHasGuildPermissions,
  botHasPermissions,
  hasGuildPermissions,
  hasPermissions,
  RequireBotGuildPermissions,
  RequireBotPermissions,
  RequireGuildPermissions,
  RequirePermissions,
} from './pipeline/checks/require-permissions.js';
export { directMessageOnly, guildOnly, nsfwOnly } from './pipeline/checks/require-place.js';
export { botHasRole, hasRole, RequireBotRole, RequireRole } from './pipeline/checks/require-roles.js';
export type { LoadedCog } from './pipeline/cog-surface.js';
export type { CommandTrace, HandlerOutcome, HandlerStep } from './pipeline/command-channel.js';
export { commandChannel } from './pipeline/command-channel.js';
export { currentHandler, withinHandler } from './pipeline/current-handler.js';
export type { ErrorHandler } from './pipeline/error-chain.js';
export type { GuardDecorator } from './pipeline/guard-metadata.js';
export type { HandlerKind, HandlerOrigin } from './pipeline/handler.js';
export { InvocationContext } from './pipeline/handler.js';
export type { AnswerDecorator, HandlerDecorator } from './pipeline/handler-decorator.js';
export type { CommandResult, HookOptions } from './pipeline/hooks.js';
export { After, Before, OnError } from './pipeline/hooks.js';
export type { InvocationFacts } from './pipeline/invocation-facts.js';
export { servicesOf } from './pipeline/invocation-services.js';
export type { Bucket, BucketName } from './pipeline/limits/bucket.js';
export { MaxConcurrency } from './pipeline/limits/concurrency-limit.js';
export type { ConcurrencySettings } from './pipeline/limits/concurrency-settings.js';
export { Cooldown } from './pipeline/limits/cooldown.js';
export type { CooldownSettings } from './pipeline/limits/cooldown-settings.js';
export type { CooldownLimit } from './pipeline/limits/cooldown-store.js';
export { CooldownStore } from './pipeline/limits/cooldown-store.js';
export { FileCooldownStore } from './pipeline/limits/file-cooldown-store.js';
export { KeyValueCooldownStore } from './pipeline/limits/key-value-cooldown-store.js';
export { MemoryCooldownStore } from './pipeline/limits/memory-cooldown-store.js';
export type { Answering, HandlerResult, NoAnswer, Replies } from './pipeline/replies.js';
export type { RejectionSource, StrayTools } from './pipeline/stray-rejections.js';
export { reportStrayRejections } from './pipeline/stray-rejections.js';
export type { ApplicationsApi } from './rest/api/applications-api.js';
export type { AuditLogQuery, AuditLogsApi, LoggedEntry } from './rest/api/audit-logs-api.js';
export type { AutoModerationApi } from './rest/api/auto-moderation-api.js';
export type { BansApi } from './rest/api/bans-api.js';
export type { ChannelsApi, CreateInviteOptions, EditChannelBody } from './rest/api/channels-api.js';
export type { CommandsApi, OverwrittenCommand } from './rest/api/commands-api.js';
export type { EmojisApi } from './rest/api/emojis-api.js';
export type { GatewayApi } from './rest/api/gateway-api.js';
export type { GuildsApi, PruneCountQuery } from './rest/api/guilds-api.js';
export type { IdentitiesApi } from './rest/api/identities-api.js';
export type { CreateResponseOptions, InteractionsApi } from './rest/api/interactions-api.js';
export type { InviteQuery, InvitesApi } from './rest/api/invites-api.js';
export type { LobbiesApi } from './rest/api/lobbies-api.js';
export type {
  CreateLobbyBody,
  EditLobbyMessageMetadataBody,
  JoinLobbyBody,
  Lobby,
  LobbyChannelLinkBody,
  LobbyInvite,
  LobbyMember,
  LobbyMemberBody,
  LobbyMemberUpdate,
  LobbyMessage,
  LobbyMessageBody,
  LobbyMessagesQuery,
  LobbyMetadata,
} from './rest/api/lobby-wire.js';
export type { AddMemberBody, MembersApi } from './rest/api/members-api.js';
export type { MessageRange } from './rest/api/message-history.js';
export type { MessageSearchApi } from './rest/api/message-search-api.js';
export type { EntitlementsQuery, MonetizationApi } from './rest/api/monetization-api.js';
export type { OAuth2Api, OAuth2Client, OAuth2Grant, OAuth2Revocation } from './rest/api/oauth2-api.js';
export type { PinsApi } from './rest/api/pins-api.js';
export type { PollsApi } from './rest/api/polls-api.js';
export type { ReactionsApi } from './rest/api/reactions-api.js';
export type { RolesApi } from './rest/api/roles-api.js';
export type { ScheduledEventsApi } from './rest/api/scheduled-events-api.js';
export type { SoundboardApi } from './rest/api/soundboard-api.js';
export type { StagesApi } from './rest/api/stages-api.js';
export type { CreateStickerBody, StickersApi } from './rest/api/stickers-api.js';
export type { TemplatesApi } from './rest/api/templates-api.js';
export type { ThreadsApi } from './rest/api/threads-api.js';
export type { CreateGroupDmBody, UsersApi } from './rest/api/users-api.js';
export type { VoiceApi } from './rest/api/voice-api.js';
export type { WebhooksApi } from './rest/api/webhooks-api.js';
export type { WidgetsApi } from './rest/api/widgets-api.js';
export type { FileSource, FileUpload, VoiceMessageInfo } from './rest/file-upload.js';
export type { Page, PageQuery, PageSource } from './rest/lazy-list.js';
export { LazyList, listPages } from './rest/lazy-list.js';
export { readDataUri, toDataUri } from './rest/multipart/data-uri.js';
export type { BucketReport, RateLimitReport } from './rest/rate-limit-report.js';
export type { RateLimitStore, StoredBucket } from './rest/rate-limit-store.js';
export type {
  CallOptions,
  FileOptions,
  FileReasonOptions,
  FormFile,
  ReasonOptions,
  Requester,
  RequestOptions,
} from './rest/request-options.js';
// REST
export { Rest } from './rest/rest.js';
export type { RestOptions } from './rest/rest-options.js';
export type { WindowKind, WindowState } from './rest/transport/bucket-window.js';
export type { ProxyOptions } from './rest/transport/dispatcher-source.js';
export type { QueryValue } from './rest/transport/query.js';
export type { RestTrace } from './rest/transport/rest-channel.js';
export { restChannel } from './rest/transport/rest-channel.js';
export type { HttpMethod, PathParameter, RouteShape, RouteTag } from './rest/transport/route.js';
export { DELETE, GET, PATCH, POST, PUT, Route } from './rest/transport/route.js';
export type {
  AutocompleteRequest,
  AutocompleteSource,
  SuggestFunction,
  Suggestion,
} from './schema/autocomplete.js';
export type { Choice, ChoiceSource, ChoiceValue } from './schema/choices.js';
export type { OptionsClass } from './schema/compiled-option.js';
export type { ConversionContext, Converter, ConverterLike } from './schema/converter.js';
export type { Localizations } from './schema/localizations.js';
// Options
export { Option } from './schema/option.js';
export type {
  AnyOption,
  OptionDecorator,
  OptionShape,
  OptionsOf,
  ValueOf,
} from './schema/option-descriptor.js';
export type {
  AttachmentOptionSettings,
  ChannelOptionSettings,
  CommonOptionSettings,
  CustomOptionSettings,
  ListOptionSettings,
  NumericOptionSettings,
  OptionSettings,
  StringOptionSettings,
} from './schema/option-settings.js';
export { offload } from './tasks/offload.js';
export type { ScheduleSettings } from './tasks/schedule.js';
export type { TaskHook, TaskOptions, TaskSettings } from './tasks/task-loop.js';
export { TaskLoop } from './tasks/task-loop.js';
// Discord's own enums that options and events name
export { ButtonStyle } from './types/button-style.js';
export { ChannelType } from './types/channel-type.js';
export { ComponentType } from './types/component-type.js';
export { InteractionType } from './types/interaction-type.js';
export { Locale } from './types/locale.js';
export { MessageFlags } from './types/message-flags.js';
export { MessageType } from './types/message-type.js';
export { PermissionFlagsBits } from './types/permission-flags-bits.js';
export type { Token } from './types/token.js';
export { portToken } from './types/token.js';
// Components, views, modals
export type { AbstractConstructor, Awaitable, Constructor, Snowflake } from './types/type-tools.js';
export type { PathButtonDecorator, ViewButtonDecorator, ViewButtonOptions } from './ui/components/button.js';
export { Button } from './ui/components/button.js';
export { ButtonContext } from './ui/components/button-context.js';
export type { ButtonLook, ButtonStyleName, ComponentEmoji } from './ui/components/button-style.js';
export { ComponentContext } from './ui/components/component-context.js';
export type { ComponentInteraction } from './ui/components/component-interaction.js';
export type {
  EntitySelect,
  PathSelectDecorator,
  StringSelect,
  ViewChannelSelectOptions,
  ViewEntitySelectOptions,
  ViewSelectDecorator,
  ViewSelectOptions,
  ViewStringSelectOptions,
} from './ui/components/select.js';
export { Select } from './ui/components/select.js';
export type { SelectChoice, SelectChoiceValue } from './ui/components/select-choice.js';
export { SelectContext } from './ui/components/select-context.js';
export type { DefaultSelection, SelectKindName, SelectLook } from './ui/components/select-look.js';
export type { ConfirmOptions } from './ui/kit/confirm.js';
export { Confirm } from './ui/kit/confirm.js';
export type { FormOptions, FormValues } from './ui/kit/form.js';
export { Form } from './ui/kit/form.js';
export type { MenuEntry, MenuOptions } from './ui/kit/menu.js';
export { Menu } from './ui/kit/menu.js';
export type { OwnedViewOptions } from './ui/kit/owned-view.js';
export { OwnedView } from './ui/kit/owned-view.js';
export type { MessagePage, PaginatorPage, PaginatorPages, ShownPage } from './ui/kit/page.js';
export type { PaginatorButton, PaginatorButtonName, PagingOptions } from './ui/kit/page-buttons.js';
export type { PageGroupOptions } from './ui/kit/page-group.js';
export { PageGroup } from './ui/kit/page-group.js';
export { PageList } from './ui/kit/page-list.js';
export type { PaginatorOptions } from './ui/kit/paginator.js';
export { Paginator } from './ui/kit/paginator.js';
export { ActionRow } from './ui/layout/action-row.js';
export type { ContainerOptions } from './ui/layout/container.js';
export { Container } from './ui/layout/container.js';
export { FileComponent } from './ui/layout/file-component.js';
export type { ComponentOptions, LayoutPart } from './ui/layout/layout-part.js';
export type { GalleryItem } from './ui/layout/media-gallery.js';
export { MediaGallery } from './ui/layout/media-gallery.js';
export { Section } from './ui/layout/section.js';
export type { SeparatorOptions } from './ui/layout/separator.js';
export { Separator } from './ui/layout/separator.js';
export { TextDisplay } from './ui/layout/text-display.js';
export type { MediaOptions } from './ui/layout/thumbnail.js';
export { Thumbnail } from './ui/layout/thumbnail.js';
export type { InputDecorator } from './ui/modals/input.js';
export { Input } from './ui/modals/input.js';
export type {
  ChannelInputSettings,
  CheckboxesInputSettings,
  CommonInputSettings,
  FileInputSettings,
  SelectInputSettings,
  TextInputSettings,
} from './ui/modals/input-settings.js';
export { Modal } from './ui/modals/modal.js';
export type { ModalOptions } from './ui/modals/modal-metadata.js';
export type { OnSubmitDecorator, OnSubmitPathDecorator } from './ui/modals/on-submit.js';
export { OnSubmit } from './ui/modals/on-submit.js';
export type {
  CheckedPath,
  PathParameterKind,
  PathParameterTypes,
  PathParams,
} from './ui/paths/path-params.js';
export { FileStateStore } from './ui/state/file-state-store.js';
export { KeyValueStateStore } from './ui/state/key-value-state-store.js';
export { MemoryStateStore } from './ui/state/memory-state-store.js';
export type { MigrateDecorator, Migration, OldState, StateLayout } from './ui/state/migrate.js';
export { Migrate } from './ui/state/migrate.js';
export type { JsonStateDecorator, StateDecorator } from './ui/state/state.js';
export { State } from './ui/state/state.js';
export { StateStore } from './ui/state/state-store.js';
export type {
  OnUnknownComponent,
  UnknownComponentContext,
  UnknownComponentReason,
} from './ui/unknown-component.js';
export type { EachArgument, ItemValue, OfView } from './ui/views/item-value.js';
export type { DisableOptions, ViewLayout } from './ui/views/view.js';
export { View } from './ui/views/view.js';
export type { ViewOptionValues } from './ui/views/view-options.js';
export { DEFAULT_VIEW_TIMEOUT_MS, ViewOptions } from './ui/views/view-options.js';
export type { ViewPart } from './ui/views/view-part.js';
export type { ViewEnd } from './ui/views/view-session.js';
export { ViewSession, viewSession } from './ui/views/view-session.js';
// Ports
export type { TimerHandle } from './utils/clock.js';
export { Clock } from './utils/clock.js';
export type { KeyValueStore } from './utils/key-value-store.js';
export type { LogLine } from './utils/line-logger.js';
export { LineLogger } from './utils/line-logger.js';
export type { LineLevel, LogFields, LogRoom } from './utils/logger.js';
export { Logger } from './utils/logger.js';
// Formatting and other tools
export { parseDurationMs } from './utils/parse-duration.js';
export { Secret } from './utils/secret.js';
export { silentLogger } from './utils/silent-logger.js';
export { compareSnowflakes, isSnowflake, snowflakeFromTimeMs, snowflakeTimeMs } from './utils/snowflake.js';
export type { Socket, SocketHandlers, SocketOptions } from './utils/socket-factory.js';
export { SocketFactory } from './utils/socket-factory.js';
export { SystemClock } from './utils/system-clock.js';
export type { Trace } from './utils/trace-work.js';
export type { TraceSubscribers, TypedChannel, TypedTracingChannel } from './utils/typed-channel.js';
export type { UdpAddress, UdpHandlers, UdpSocket, UdpSocketFactory } from './utils/udp-socket.js';

import { describe, expect, it } from '@jest/globals';
import { Application } from '../../src/models/application.js';
import { Attachment } from '../../src/models/attachment.js';
import { AuditLogEntry } from '../../src/models/audit-log-entry.js';
import { AutoModerationExecution } from '../../src/models/auto-moderation-execution.js';
import { AutoModerationRule } from '../../src/models/auto-moderation-rule.js';
import type { DmChannel } from '../../src/models/dm-channel.js';
import { Guild } from '../../src/models/guild.js';
import type { GuildChannel } from '../../src/models/guild-channel.js';
import { Integration } from '../../src/models/integration.js';
import { Invite } from '../../src/models/invite.js';
import { Message } from '../../src/models/message.js';
import { PollVote } from '../../src/models/poll-vote.js';
import { Reaction } from '../../src/models/reaction.js';
import { ScheduledEvent } from '../../src/models/scheduled-event.js';
import { isSendable } from '../../src/models/sendable-channel.js';
import { StageInstance } from '../../src/models/stage-instance.js';
import { Sticker } from '../../src/models/sticker.js';
import { Subscription } from '../../src/models/subscription.js';
import { VoiceChannelEffect } from '../../src/models/voice-channel-effect.js';
import { Webhook } from '../../src/models/webhook.js';
import {
  guildPayload,
  makeScene,
  memberPayload,
  readyPayload,
  userPayload,
} from '../dispatch/dispatch-scene.js';

const guildId = '300000000000000000';
const channelId = '300000000000000005';
const aliceId = '200000000000000001';
const modId = '300000000000000007';
const at = '2026-05-01T10:20:30.000Z';
const date = new Date(at);

const eventRecord = {
  id: '900',
  guild_id: guildId,
  channel_id: null,
  name: 'Fair',
  scheduled_start_time: at,
  scheduled_end_time: at,
  status: 1,
  entity_type: 3,
  entity_id: '901',
  entity_metadata: { location: 'the square' },
  privacy_level: 2,
  creator_id: aliceId,
  user_count: 4,
  recurrence_rule: { frequency: 2, interval: 1 },
};

const { host, send } = makeScene();
send('READY', readyPayload([guildId]));
send(
  'GUILD_CREATE',
  guildPayload(guildId, {
    channels: [{ id: channelId, type: 0, name: 'general', position: 0, permission_overwrites: [] }],
    guild_scheduled_events: [eventRecord],
    public_updates_channel_id: channelId,
    rules_channel_id: channelId,
    safety_alerts_channel_id: channelId,
    widget_channel_id: channelId,
    members: [memberPayload(aliceId)],
    roles: [
      { id: guildId, name: '@everyone', permissions: '0', position: 0 },
      { id: modId, name: 'mods', permissions: '0', position: 1, unicode_emoji: '🔨' },
    ],
  }),
);

/** Model of a payload that may have any fields. */
function make<T>(Class: new (...args: never[]) => T, ...args: unknown[]): T {
  return new (Class as unknown as new (...all: unknown[]) => T)(host, ...args);
}

const cases: readonly (readonly [name: string, model: object, expected: object])[] = [
  [
    'an application',
    make(Application, {
      id: '1',
      approximate_user_install_count: 3,
      approximate_user_authorization_count: 4,
      custom_install_url: 'https://example.com/add',
      install_params: { scopes: ['bot'], permissions: '8' },
      integration_types_config: { '0': {} },
      primary_sku_id: '5',
      privacy_policy_url: 'https://example.com/privacy',
      redirect_uris: ['https://example.com/back'],
      role_connections_verification_url: 'https://example.com/link',
      terms_of_service_url: 'https://example.com/terms',
      verify_key: 'key',
    }),
    {
      userInstallCount: 3,
      userAuthorizationCount: 4,
      customInstallUrl: 'https://example.com/add',
      installParams: { scopes: ['bot'], permissions: '8' },
      integrationTypesConfig: { '0': {} },
      primarySkuId: '5',
      privacyPolicyUrl: 'https://example.com/privacy',
      redirectUris: ['https://example.com/back'],
      roleConnectionsVerificationUrl: 'https://example.com/link',
      termsOfServiceUrl: 'https://example.com/terms',
      verifyKey: 'key',
    },
  ],
  [
    'an attachment',
    make(Attachment, { id: '1', proxy_url: 'https://p.test/a' }),
    { proxyUrl: 'https://p.test/a' },
  ],
  [
    'what a moderation rule did',
    make(AutoModerationExecution, {
      guild_id: guildId,
      rule_id: '7',
      rule_trigger_type: 4,
      user_id: aliceId,
      alert_system_message_id: '8',
      matched_content: 'bad',
      matched_keyword: null,
    }),
    {
      ruleId: '7',
      ruleTriggerType: 4,
      alertMessageId: '8',
      matchedContent: 'bad',
      matchedKeyword: undefined,
      content: '',
    },
  ],
  [
    'a moderation rule',
    make(AutoModerationRule, {
      id: '7',
      guild_id: guildId,
      exempt_roles: [modId],
      exempt_channels: [channelId, '404'],
      event_type: 1,
      trigger_type: 5,
    }),
    { exemptRoleIds: [modId], exemptChannelIds: [channelId, '404'], eventType: 1, triggerType: 5 },
  ],
  [
    'a guild',
    make(Guild, {
      id: '1',
      max_members: 500_000,
      large: true,
      mfa_level: 1,
      nsfw_level: 2,
      preferred_locale: 'da',
      vanity_url_code: 'cog',
      premium_subscription_count: 9,
      premium_progress_bar_enabled: true,
      afk_channel_id: '11',
      rules_channel_id: '12',
      public_updates_channel_id: '13',
      safety_alerts_channel_id: '14',
      widget_channel_id: '15',
      widget_enabled: true,
      verification_level: 3,
      explicit_content_filter: 2,
      default_message_notifications: 1,
    }),
    {
      maxMembers: 500_000,
      isLarge: true,
      mfaLevel: 1,
      nsfwLevel: 2,
      preferredLocale: 'da',
      vanityUrlCode: 'cog',
      premiumSubscriptionCount: 9,
      hasPremiumProgressBar: true,
      afkChannelId: '11',
      rulesChannelId: '12',
      publicUpdatesChannelId: '13',
      safetyAlertsChannelId: '14',
      widgetChannelId: '15',
      isWidgetEnabled: true,
      verificationLevel: 3,
      explicitContentFilter: 2,
      defaultMessageNotifications: 1,
      rulesChannel: undefined,
    },
  ],
  [
    'an integration',
    make(Integration, {
      id: '1',
      guild_id: guildId,
      subscriber_count: 2,
      synced_at: at,
      expire_behavior: 1,
      expire_grace_period: 7,
    }),
    { subscriberCount: 2, syncedAt: date, expireBehavior: 1, expireGracePeriodDays: 7 },
  ],
  [
    'an invitation',
    make(Invite, {
      code: 'abc',
      guild: { id: guildId, name: 'here' },
      channel: { id: channelId, name: 'general' },
    }),
    {
      guildPreview: { id: guildId, name: 'here' },
      channelName: 'general',
      guildId,
      scheduledEvent: undefined,
    },
  ],
  [
    'a message',
    make(Message, {
      id: '1',
      channel_id: channelId,
      content: '@everyone',
      mention_everyone: true,
      mention_channels: [{ id: '5', guild_id: '6', type: 0, name: 'news' }],
      role_subscription_data: { tier_name: 'Gold', total_months_subscribed: 2, is_renewal: false },
      interaction_metadata: { id: '3', type: 2 },
    }),
    {
      mentionsEveryone: true,
      channelMentions: [{ id: '5', guild_id: '6', type: 0, name: 'news' }],
      roleSubscription: { tier_name: 'Gold', total_months_subscribed: 2, is_renewal: false },
      interactionMetadata: { id: '3', type: 2 },
    },
  ],
  [
    'a vote',
    make(PollVote, { user_id: aliceId, channel_id: channelId, message_id: '1', answer_id: 2 }),
    { answerId: 2, userId: aliceId, answer: undefined },
  ],
  [
    'a reaction',
    make(Reaction, {
      user_id: aliceId,
      channel_id: channelId,
      message_id: '1',
      emoji: { id: null, name: '🔥' },
      burst: true,
      burst_colors: ['#ff0000'],
      message_author_id: aliceId,
    }),
    { burst: true, burstColors: ['#ff0000'], messageAuthorId: aliceId },
  ],
  [
    'a scheduled event',
    make(ScheduledEvent, eventRecord),
    { entityId: '901', recurrenceRule: { frequency: 2, interval: 1 }, location: 'the square', endsAt: date },
  ],
  [
    'an open stage',
    make(StageInstance, {
      id: '1',
      guild_id: guildId,
      channel_id: channelId,
      guild_scheduled_event_id: '900',
    }),
    { scheduledEventId: '900' },
  ],
  [
    'a sticker',
    make(Sticker, { id: '1', name: 'wave', format_type: 1, pack_id: '2', sort_value: 3 }),
    { packId: '2', sortValue: 3, available: true },
  ],
  [
    'a subscription',
    make(Subscription, {
      id: '1',
      user_id: aliceId,
      sku_ids: ['2'],
      entitlement_ids: ['3'],
      renewal_sku_ids: ['4'],
      current_period_start: at,
      current_period_end: at,
      status: 2,
      canceled_at: at,
    }),
    {
      entitlementIds: ['3'],
      renewalSkuIds: ['4'],
      periodStartsAt: date,
      periodEndsAt: date,
      canceledAt: date,
    },
  ],
  [
    'an effect in a voice channel',
    make(VoiceChannelEffect, {
      guild_id: guildId,
      channel_id: channelId,
      user_id: aliceId,
      animation_type: 1,
      animation_id: 4,
      sound_id: 9,
      sound_volume: 0.5,
    }),
    { animationType: 1, animationId: 4, soundId: '9', soundVolume: 0.5, sound: undefined, emoji: undefined },
  ],
  [
    'a webhook that follows a channel',
    make(Webhook, {
      id: '1',
      type: 2,
      channel_id: channelId,
      source_guild: { id: '5', name: 'there' },
      source_channel: { id: '6', name: 'news' },
    }),
    { sourceGuild: { id: '5', name: 'there' }, sourceChannel: { id: '6', name: 'news' }, canSend: false },
  ],
];

describe('what Discord sends is read of', () => {
  it.each(cases)('%s', (_name, model, expected) => {
    const read = Object.keys(expected).map((key) => [key, model[key as keyof typeof model]]);
    expect(Object.fromEntries(read)).toEqual(expected);
  });

  it('what stands for something cached', () => {
    const stage = make(StageInstance, {
      id: '1',
      guild_id: guildId,
      channel_id: channelId,
      guild_scheduled_event_id: '900',
    });
    expect(stage.scheduledEvent?.name).toBe('Fair');
    const rule = make(AutoModerationRule, {
      id: '7',
      guild_id: guildId,
      exempt_roles: [],
      exempt_channels: [channelId, '404'],
    });
    expect(rule.exemptChannels.map(({ id }) => id)).toEqual([channelId]);
    const invite = make(Invite, { code: 'abc', guild_scheduled_event: eventRecord, channel_id: channelId });
    expect([invite.scheduledEvent?.id, invite.channel?.id]).toEqual(['900', channelId]);
    const guild = host.models.guildRef(guildId);
    const mods = guild.roles.get(modId)!;
    expect([mods.unicodeEmoji, mods.isAssignable, guild.members.get(aliceId)?.topRole?.isEveryone]).toEqual([
      '🔨',
      false,
      true,
    ]);
    const { publicUpdatesChannel, rulesChannel, safetyAlertsChannel, widgetChannel } = guild;
    const channels = [publicUpdatesChannel, rulesChannel, safetyAlertsChannel, widgetChannel];
    expect(channels.map((channel) => channel?.id)).toEqual([channelId, channelId, channelId, channelId]);
    expect([
      isSendable(rulesChannel!),
      isSendable(host.models.channel({ id: '1', type: 4 } as never)),
    ]).toEqual([true, false]);
  });
});

describe('channels of each type', () => {
  it.each([
    [
      0,
      { default_thread_rate_limit_per_user: 5, default_auto_archive_duration: 1440, last_message_id: '9' },
      { threadSlowmodeSeconds: 5, defaultAutoArchiveMinutes: 1440, lastMessageId: '9' },
    ],
    [
      5,
      { default_thread_rate_limit_per_user: 6, default_auto_archive_duration: 60, last_message_id: '8' },
      { threadSlowmodeSeconds: 6, defaultAutoArchiveMinutes: 60, lastMessageId: '8' },
    ],
    [
      2,
      { video_quality_mode: 2, rtc_region: 'rotterdam', last_message_id: '7' },
      { videoQualityMode: 2, rtcRegion: 'rotterdam', lastMessageId: '7' },
    ],
    [13, { video_quality_mode: 1, last_message_id: '6' }, { videoQualityMode: 1, lastMessageId: '6' }],
    [
      15,
      {
        default_thread_rate_limit_per_user: 7,
        default_auto_archive_duration: 4320,
        default_reaction_emoji: { emoji_id: null, emoji_name: '👍' },
        default_sort_order: 1,
        default_forum_layout: 2,
      },
      {
        threadSlowmodeSeconds: 7,
        defaultAutoArchiveMinutes: 4320,
        defaultReactionEmoji: { id: null, name: '👍' },
        defaultSortOrder: 1,
        defaultLayout: 2,
        isMedia: false,
      },
    ],
    [
      10,
      {
        parent_id: channelId,
        message_count: 3,
        last_message_id: '5',
        thread_metadata: { archive_timestamp: at },
      },
      { messageCount: 3, lastMessageId: '5', archiveChangedAt: date, isAnnouncement: true, isPrivate: false },
    ],
    [1, { recipients: [userPayload(aliceId)], last_message_id: '4' }, { lastMessageId: '4' }],
    [3, { last_message_id: '3' }, { lastMessageId: '3' }],
  ])('%i', (type, fields, expected) => {
    const model = host.models.channel({ id: '1', type, guild_id: guildId, ...fields } as never);
    const read = Object.keys(expected).map((key) => [key, model[key as keyof typeof model]]);
    expect(Object.fromEntries(read)).toEqual(expected);
  });

  it('with the other side of a direct message', () => {
    const dm = { id: '1', type: 1, recipients: [userPayload(aliceId, 'alice')] };
    expect((host.models.channel(dm as never) as DmChannel).recipient?.username).toBe('alice');
  });
});

describe('values newer than this package', () => {
  it('pass: types of channels, messages, stickers and audit log entries, flags and permissions', () => {
    const inGuild = host.models.channel({ id: '1', type: 99, guild_id: guildId, name: 'new' } as never);
    expect([inGuild.type, (inGuild as GuildChannel).name, inGuild.isInGuild]).toEqual([99, 'new', true]);
    const elsewhere = host.models.channel({ id: '1', type: 98 } as never);
    expect([elsewhere.type, elsewhere.isInGuild, elsewhere.mention]).toEqual([98, false, '<#1>']);
    const message = make(Message, {
      id: '1',
      channel_id: channelId,
      content: 'x',
      type: 200,
      flags: 2 ** 40,
    });
    expect([message.type, message.isSystem, message.flags.bits, message.flags.toArray()]).toEqual([
      200,
      true,
      2 ** 40,
      [],
    ]);
    const sticker = make(Sticker, { id: '1', name: 'a', format_type: 9 });
    expect([sticker.format, sticker.url]).toEqual([9, 'https://cdn.discordapp.com/stickers/1.png']);
    const entry = make(AuditLogEntry, {
      id: '1',
      guild_id: guildId,
      action_type: 999,
      target_id: '5',
      user_id: null,
    });
    expect([entry.actionType, entry.category, entry.targetType, entry.targetId]).toEqual([
      999,
      undefined,
      undefined,
      '5',
    ]);
  });
});

describe('pictures', () => {
  it('of a user are its own, then the default one; those of a member come before', () => {
    const plain = host.models.user(userPayload('200000000000000009', 'zoe') as never);
    expect(plain.avatarUrl()).toBe('https://cdn.discordapp.com/embed/avatars/0.png');
    const user = { ...userPayload(aliceId, 'alice'), global_name: 'Alice', avatar: 'a_hash', banner: 'ban' };
    const known = host.models.user(user as never);
    expect([known.globalName, known.avatarUrl(), known.avatarUrl({ format: 'png', size: 64 })]).toEqual([
      'Alice',
      `https://cdn.discordapp.com/avatars/${aliceId}/a_hash.webp?animated=true`,
      `https://cdn.discordapp.com/avatars/${aliceId}/a_hash.png?size=64`,
    ]);
    const member = host.models.member(
      guildId,
      memberPayload(aliceId, { user, avatar: 'own', premium_since: at }) as never,
    );
    expect(member.avatarUrl()).toBe(
      `https://cdn.discordapp.com/guilds/${guildId}/users/${aliceId}/avatars/own.webp`,
    );
    expect(member.bannerUrl()).toBe(`https://cdn.discordapp.com/banners/${aliceId}/ban.webp`);
    expect(member.premiumSince).toEqual(date);
  });

  it('that are bought: decorations, nameplates, and the tag of a guild', () => {
    const decoration = { asset: 'a_dec', sku_id: '71' };
    const nameplate = { asset: 'nameplates/cat/', sku_id: '72', label: 'A cat', palette: 'berry' };
    const user = {
      ...userPayload(aliceId, 'alice'),
      avatar_decoration_data: decoration,
      collectibles: { nameplate },
      primary_guild: { identity_guild_id: guildId, identity_enabled: true, tag: 'COG', badge: 'b' },
    };
    const member = host.models.member(guildId, memberPayload(aliceId, { user }) as never);
    expect(member.avatarDecoration).toEqual({
      skuId: '71',
      url: 'https://cdn.discordapp.com/avatar-decoration-presets/a_dec.png',
    });
    expect(member.nameplate).toEqual({
      skuId: '72',
      palette: 'berry',
      label: 'A cat',
      imageUrl: 'https://cdn.discordapp.com/assets/collectibles/nameplates/cat/static.png',
      videoUrl: 'https://cdn.discordapp.com/assets/collectibles/nameplates/cat/asset.webm',
    });
    const { primaryGuild } = member.user;
    expect([
      primaryGuild?.guildId,
      primaryGuild?.isEnabled,
      primaryGuild?.tag,
      primaryGuild?.badgeUrl(),
    ]).toEqual([guildId, true, 'COG', `https://cdn.discordapp.com/guild-tag-badges/${guildId}/b.webp`]);
  });
});

describe('a presence', () => {
  it('tells of each kind of device, and what the user has written', () => {
    send('PRESENCE_UPDATE', {
      guild_id: guildId,
      user: { id: aliceId },
      status: 'dnd',
      client_status: { mobile: 'idle', desktop: 'dnd' },
      activities: [
        { type: 0, name: 'chess' },
        { type: 4, name: 'Custom Status', state: 'thinking' },
      ],
    });
    const { presence } = host.models.guildRef(guildId).members.get(aliceId)!;
    expect([presence?.status, presence?.clientStatus, presence?.isOnMobile, presence?.customStatus]).toEqual([
      'dnd',
      { mobile: 'idle', desktop: 'dnd' },
      true,
      'thinking',
    ]);
    send('PRESENCE_UPDATE', {
      guild_id: guildId,
      user: { id: aliceId },
      status: 'online',
      client_status: { desktop: 'online' },
      activities: [],
    });
    expect([presence?.isOnMobile, presence?.customStatus]).toEqual([false, undefined]);
  });
});

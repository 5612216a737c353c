import type { RESTPostAPIGuildChannelJSONBody } from 'discord-api-types/v10';
import { ChannelType, GuildFeature, Locale } from 'discord-api-types/v10';
import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE, OTHER_ID, REASON, TIME } from './sample-values.js';

const CHANNELS: RESTPostAPIGuildChannelJSONBody[] = [
  {
    type: ChannelType.GuildText,
    name: 'xxx',
    position: 1,
    topic: 'xxx',
    nsfw: true,
    rate_limit_per_user: 1,
    parent_id: ID,
    permission_overwrites: [{ id: ID, type: 0, allow: '1', deny: '1' }],
    default_auto_archive_duration: 60,
  },
  {
    type: ChannelType.GuildVoice,
    name: 'xxx',
    bitrate: 8000,
    user_limit: 1,
    rtc_region: 'xxx',
    video_quality_mode: 1,
  },
  {
    type: ChannelType.GuildForum,
    name: 'xxx',
    default_reaction_emoji: { emoji_id: ID, emoji_name: 'xxx' },
    default_thread_rate_limit_per_user: 1,
    default_sort_order: 0,
    default_forum_layout: 0,
    available_tags: [{ name: 'xxx', emoji_id: ID, emoji_name: 'xxx', moderated: true }],
  },
];

/** Every method of `rest.guilds`, with every option. */
export function callGuilds({ guilds }: Rest): readonly Promise<unknown>[] {
  return [
    guilds.get(ID, { with_counts: true }),
    guilds.getPreview(ID),
    guilds.edit(
      ID,
      {
        name: 'xxx',
        description: 'xxx',
        region: 'xxx',
        icon: IMAGE,
        verification_level: 0,
        default_message_notifications: 0,
        explicit_content_filter: 0,
        preferred_locale: Locale.German,
        afk_timeout: 60,
        afk_channel_id: ID,
        system_channel_id: ID,
        splash: IMAGE,
        banner: IMAGE,
        system_channel_flags: 1,
        features: [GuildFeature.InvitesDisabled],
        discovery_splash: IMAGE,
        rules_channel_id: ID,
        safety_alerts_channel_id: ID,
        public_updates_channel_id: ID,
        premium_progress_bar_enabled: true,
      },
      REASON,
    ),
    guilds.listChannels(ID),
    ...CHANNELS.map((channel) => guilds.createChannel(ID, channel, REASON)),
    guilds.editChannelPositions(ID, [{ id: ID, position: 1, parent_id: ID, lock_permissions: true }]),
    guilds.listActiveThreads(ID),
    guilds.listInvites(ID),
    guilds.getVanityUrl(ID),
    guilds.listVoiceRegions(ID),
    guilds.listIntegrations(ID),
    guilds.deleteIntegration(ID, ID, REASON),
    guilds.editIncidentActions(ID, { invites_disabled_until: TIME, dms_disabled_until: TIME }),
    guilds.getPruneCount(ID, { days: 1, include_roles: [ID, OTHER_ID] }),
    guilds.prune(ID),
    guilds.prune(ID, { days: 1, compute_prune_count: true, include_roles: [ID] }, REASON),
    guilds.getWelcomeScreen(ID),
    guilds.editWelcomeScreen(
      ID,
      {
        description: 'xxx',
        welcome_channels: [{ channel_id: ID, description: 'xxx', emoji_id: ID, emoji_name: 'xxx' }],
        enabled: true,
      },
      REASON,
    ),
    guilds.getOnboarding(ID),
    guilds.editOnboarding(
      ID,
      {
        prompts: [
          {
            title: 'xxx',
            options: [
              {
                id: ID,
                title: 'xxx',
                description: 'xxx',
                emoji_id: ID,
                emoji_name: 'xxx',
                emoji_animated: false,
                role_ids: [ID],
                channel_ids: [ID],
              },
            ],
            single_select: true,
            required: true,
            in_onboarding: true,
            type: 0,
            id: ID,
          },
        ],
        enabled: true,
        default_channel_ids: [ID],
        mode: 0,
      },
      REASON,
    ),
  ];
}

/** What a new session is told: READY, and a GUILD_CREATE for each guild. */
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { BotRecord } from '../world/bot-record.js';
import { isThreadType } from '../world/channel-record.js';
import type { GuildRecord } from '../world/guild-record.js';
import { guildThings } from '../world/guild-record.js';
import { toWireGuild } from '../world/guild-wire.js';
import type { World } from '../world/world.js';
import type { ChannelViews } from './channel-views.js';

/** Session that is told. */
export interface ReadyView {
  readonly id: string;
  readonly bot: BotRecord;
  readonly intents: number;
  readonly shardId: number;
  readonly shardCount: number;
  readonly largeThreshold: number;
  readonly views: ChannelViews;
  serves(guildId: string): boolean;
}

/** Payload of READY. @see https://docs.discord.com/developers/events/gateway-events#ready */
export function readyPayload(world: World, session: ReadyView, resumeUrl: string): Record<string, unknown> {
  const { bot } = session;
  return {
    v: 10,
    user_settings: {},
    user: { ...bot.user, verified: true, mfa_enabled: true, email: null },
    session_type: 'normal',
    session_id: session.id,
    resume_gateway_url: resumeUrl,
    relationships: [],
    private_channels: [],
    presences: [],
    guilds: guildsOf(world, session).map((guild) => ({ id: guild.data.id, unavailable: true })),
    guild_join_requests: [],
    geo_ordered_rtc_regions: ['rotterdam'],
    shard: [session.shardId, session.shardCount],
    auth: {},
    application: {
      id: bot.application.id,
      flags: bot.application.flags,
      flags_new: String(bot.application.flags),
    },
    _trace: ['["gateway-emulated"]'],
  };
}

/** Guilds of the bot that belong to the session's shard. */
export function guildsOf(world: World, session: ReadyView): GuildRecord[] {
  return [...world.guilds.values()].filter(
    (guild) => guild.members.has(session.bot.id) && session.serves(guild.data.id),
  );
}

/** Payload of GUILD_CREATE, with as many members as the session's intents let it see. */
export function guildCreatePayload(
  world: World,
  guild: GuildRecord,
  viewer: Pick<ReadyView, 'bot' | 'intents' | 'largeThreshold' | 'views'>,
): Record<string, unknown> {
  const own = guild.members.get(viewer.bot.id);
  const seesPresences = (viewer.intents & GatewayIntentBits.GuildPresences) !== 0;
  const isLarge = guild.members.size > viewer.largeThreshold;
  const members = [...guild.members.values()].filter(
    (member) => member === own || guild.voiceStates.has(member.user.id) || (seesPresences && !isLarge),
  );
  const channels = [...guild.channels.values()].filter(({ data }) => !isThreadType(data.type));
  return {
    ...toWireGuild(guild),
    joined_at: own?.joined_at ?? world.timestamp(),
    large: isLarge,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [...guild.voiceStates.values()].map(
      ({ guild_id: _guildId, member: _member, ...state }) => state,
    ),
    members,
    channels: channels.map((channel) => viewer.views.viewOf(channel)),
    threads: viewer.views.threadsOf(guild),
    presences: seesPresences ? [...guildThings(guild, 'presences').values()] : [],
    stage_instances: [...guildThings(guild, 'stage-instances').values()],
    guild_scheduled_events: [...guildThings(guild, 'scheduled-events').values()],
    soundboard_sounds: [...guildThings(guild, 'soundboard-sounds').values()],
    activity_instances: [],
    embedded_activities: [],
    version: 0,
  };
}

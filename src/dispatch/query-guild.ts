import type { GatewayGuildCreateDispatchData } from 'discord-api-types/v10';
import type { ModelHost } from '../models/host.js';
import type { Snowflake } from '../types/type-tools.js';

/** Asks Discord for a guild whose GUILD_CREATE was missed; gives what that would have brought, as far as requests tell. */
export async function queryGuild(
  { rest, selfId }: ModelHost,
  guildId: Snowflake,
): Promise<GatewayGuildCreateDispatchData> {
  const [guild, channels, { threads }, member] = await Promise.all([
    rest.guilds.get(guildId, { with_counts: true }),
    rest.guilds.listChannels(guildId),
    rest.guilds.listActiveThreads(guildId),
    rest.members.get(guildId, selfId),
  ]);
  const created = {
    ...guild,
    channels,
    guild_scheduled_events: [],
    joined_at: member.joined_at,
    large: false,
    member_count: guild.approximate_member_count ?? 1,
    members: [member],
    presences: [],
    soundboard_sounds: [],
    stage_instances: [],
    threads,
    unavailable: false,
    voice_states: [],
  };
  return created as unknown as GatewayGuildCreateDispatchData;
}

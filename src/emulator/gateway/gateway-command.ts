/** What identified clients ask of the gateway besides heartbeats. */
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import { guildThings } from '../world/guild-record.js';
import { mayJoinVoice, moveInVoice } from '../world/voice.js';
import type { World } from '../world/world.js';
import type { GatewaySession } from './gateway-session.js';
import { requestGuildMembers } from './member-request.js';

type Command = (world: World, session: GatewaySession, data: Record<string, unknown>) => void;

const COMMANDS: Readonly<Record<number, Command>> = {
  [Op.PresenceUpdate]: updatePresence,
  [Op.VoiceStateUpdate]: updateVoiceState,
  [Op.RequestGuildMembers]: requestGuildMembers,
  31: requestSounds,
  43: requestChannelInfo,
};

/** Runs one command; data that is no object closes the connection with 4002. */
export function runGatewayCommand(world: World, session: GatewaySession, op: number, data: unknown): void {
  if (typeof data !== 'object' || data === null) {
    session.connection?.close(4002);
    return;
  }
  COMMANDS[op]?.(world, session, data as Record<string, unknown>);
}

/** Op 3: every guild of the shard hears of it. */
function updatePresence(world: World, session: GatewaySession, data: Record<string, unknown>): void {
  const { status, activities = [] } = data;
  if (typeof status !== 'string' || !Array.isArray(activities)) {
    session.connection?.close(4002);
    return;
  }
  for (const guild of world.guilds.values()) {
    if (!guild.members.has(session.bot.id) || !session.serves(guild.data.id)) continue;
    const presence = {
      user: { id: session.bot.id },
      guild_id: guild.data.id,
      status: status === 'invisible' ? 'offline' : status,
      activities,
      client_status: { web: status },
    };
    guildThings(guild, 'presences').set(session.bot.id, presence);
    world.publish({ name: 'PRESENCE_UPDATE', data: presence, guildId: guild.data.id });
  }
}

/** Op 4: joins, moves in or leaves voice; a join that is not allowed is not answered at all. */
function updateVoiceState(world: World, session: GatewaySession, data: Record<string, unknown>): void {
  const { guild_id: guildId, channel_id: channelId, self_mute, self_deaf } = data;
  const guild = world.guilds.get(String(guildId));
  if (!guild?.members.has(session.bot.id)) return;
  const target = channelId === null ? null : String(channelId);
  if (target !== null && !mayJoinVoice(world, guild, session.bot.id, target)) return;
  moveInVoice(world, guild, session.bot.id, target, {
    self_mute: self_mute === true,
    self_deaf: self_deaf === true,
  });
}

/** Op 31. */
function requestSounds(
  world: World,
  session: GatewaySession,
  { guild_ids: ids }: Record<string, unknown>,
): void {
  for (const id of Array.isArray(ids) ? ids : []) {
    const guild = world.guilds.get(String(id));
    if (!guild?.members.has(session.bot.id)) continue;
    const sounds = [...guildThings(guild, 'soundboard-sounds').values()];
    session.dispatch('SOUNDBOARD_SOUNDS', { guild_id: guild.data.id, soundboard_sounds: sounds });
  }
}

/** Op 43. */
function requestChannelInfo(
  world: World,
  session: GatewaySession,
  { guild_id: guildId }: Record<string, unknown>,
): void {
  const guild = world.guilds.get(String(guildId));
  if (!guild?.members.has(session.bot.id)) return;
  const channels = [...guild.channels.values()]
    .filter(({ data }) => data.type === 2)
    .map(({ data }) => ({ id: data.id, status: null }));
  session.dispatch('CHANNEL_INFO', { guild_id: guild.data.id, channels });
}

/** Finds what ids stand for in the world that the page knows. */
import type { ChannelView, GuildView, MemberView, RoleView, UserView, WorldView } from '../world-view.js';
import { connection } from './connection.js';

export function worldNow(): WorldView | undefined {
  return connection.state.world;
}

export function userOf(id: string): UserView | undefined {
  return worldNow()?.users.find((user) => user.id === id);
}

export function openChannel(): ChannelView | undefined {
  return channelOf(worldNow()?.channelId ?? '');
}

export function openGuild(): GuildView | undefined {
  const guildId = openChannel()?.guildId;
  return worldNow()?.guilds.find(({ id }) => id === guildId);
}

export function channelOf(id: string): ChannelView | undefined {
  const world = worldNow();
  return [...(world?.guilds.flatMap(({ channels }) => channels) ?? []), ...(world?.directs ?? [])].find(
    (channel) => channel.id === id,
  );
}

export function roleOf(id: string): RoleView | undefined {
  return openGuild()?.roles.find((role) => role.id === id);
}

export function memberOf(id: string): MemberView | undefined {
  return openGuild()?.members.find((member) => member.id === id);
}

/** Name of somebody as the open guild shows it. */
export function nameOf(id: string, fallback = 'somebody'): string {
  return memberOf(id)?.nick ?? userOf(id)?.name ?? fallback;
}

/** Colour of a role as CSS. */
export function cssColor(color: number | undefined): string | undefined {
  return color ? `#${color.toString(16).padStart(6, '0')}` : undefined;
}

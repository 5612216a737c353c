import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';

/** Guild as REST and GUILD_UPDATE give it. @see https://docs.discord.com/developers/resources/guild#guild-object */
export function toWireGuild(guild: GuildRecord): Record<string, unknown> {
  return {
    ...guild.data,
    roles: [...guild.roles.values()],
    emojis: [...guildThings(guild, 'emojis').values()],
    stickers: [...guildThings(guild, 'stickers').values()],
  };
}

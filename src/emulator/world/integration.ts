/** Bots as what a guild is connected to. @see https://docs.discord.com/developers/resources/guild#integration-object */
import type { BotRecord } from './bot-record.js';
import type { GuildRecord } from './guild-record.js';
import { guildThings } from './guild-record.js';
import type { World } from './world.js';

/** Notes that a bot is connected to a guild, and tells everybody. */
export function addIntegration(world: World, guild: GuildRecord, bot: BotRecord): void {
  const { application, user } = bot;
  const integration = {
    id: application.id,
    name: application.name,
    type: 'discord',
    enabled: true,
    account: { id: application.id, name: application.name },
    application: {
      id: application.id,
      name: application.name,
      icon: null,
      description: application.description,
      bot: user,
    },
    scopes: ['applications.commands', 'bot'],
    user: world.users.get(application.ownerId),
  };
  guildThings(guild, 'integrations').set(application.id, integration);
  const { user: _adder, ...told } = integration;
  world.publish({
    name: 'INTEGRATION_CREATE',
    data: { ...told, guild_id: guild.data.id },
    guildId: guild.data.id,
  });
}

/** Notes that a bot is connected to a guild no more, and tells everybody. */
export function removeIntegration(world: World, guild: GuildRecord, applicationId: string): void {
  if (!guildThings(guild, 'integrations').delete(applicationId)) return;
  world.publish({
    name: 'INTEGRATION_DELETE',
    data: { id: applicationId, guild_id: guild.data.id, application_id: applicationId },
    guildId: guild.data.id,
  });
}

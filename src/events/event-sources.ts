import type { GatewayDispatchName } from './dispatch-intents.js';

/** Dispatches that each event is made of; what a listener makes the gateway deliver and the shard parse. */
export const eventSources = {
  channelCreate: ['CHANNEL_CREATE'],
  channelDelete: ['CHANNEL_DELETE'],
  channelUpdate: ['CHANNEL_UPDATE'],
  clientReady: ['READY', 'GUILD_CREATE'],
  guildAvailable: ['GUILD_CREATE'],
  guildCreate: ['GUILD_CREATE'],
  guildDelete: ['GUILD_DELETE'],
  guildMemberAdd: ['GUILD_MEMBER_ADD'],
  guildMemberRemove: ['GUILD_MEMBER_REMOVE'],
  guildMemberUpdate: ['GUILD_MEMBER_UPDATE'],
  guildUnavailable: ['GUILD_DELETE'],
  guildUpdate: ['GUILD_UPDATE'],
  guildsReady: ['READY', 'GUILD_CREATE'],
  interactionCreate: ['INTERACTION_CREATE'],
  messageCreate: ['MESSAGE_CREATE'],
  messageDelete: ['MESSAGE_DELETE'],
  messageUpdate: ['MESSAGE_UPDATE'],
} as const satisfies Readonly<Record<string, readonly GatewayDispatchName[]>>;

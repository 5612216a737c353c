import { MemberChunks } from '../dispatch/member-chunks.js';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { Shard } from '../gateway/shard.js';
import type { MemberSource } from '../models/host.js';
import type { Snowflake } from '../types/type-tools.js';
import type { ClientParts } from './client-parts.js';

/** Members as the shards of a client bring them. */
export function makeMemberSource({ gateway, tools }: Pick<ClientParts, 'gateway' | 'tools'>): MemberSource {
  const shardOf = (guildId: Snowflake): Shard => gateway.shards?.ofGuild(guildId) ?? refuse(guildId);
  const chunks = new MemberChunks({
    clock: tools.clock,
    requestAll: (guildId) => shardOf(guildId).requestGuildMembers(guildId, { query: '', limit: 0 }),
  });
  return {
    chunk: (guildId) => chunks.chunk(guildId),
    request: async (guildId, query) => (await shardOf(guildId).requestGuildMembers(guildId, query)).members,
  };
}

/** Asks for all members of each guild as it arrives, when the cache wants that. */
export function chunkArrivingGuilds({ cache, events, host, tools }: ClientParts): void {
  if (!cache.options.chunkGuilds) return;
  const chunk = ({ id }: { readonly id: Snowflake }): void => {
    host.memberSource?.chunk(id).catch((error: unknown) => {
      tools.logger.warn('client', `Members of guild ${id} could not be asked for`, { error });
    });
  };
  events.on('guildAvailable', chunk, { method: 'chunkGuilds' });
  events.on('guildCreate', chunk, { method: 'chunkGuilds' });
}

function refuse(guildId: Snowflake): never {
  throw new NotReadyError(
    `No shard of this process serves guild ${guildId}, so its members cannot be asked for. Await bot.start() first.`,
  );
}

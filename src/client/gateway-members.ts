import type { SharedCache } from '../cache/shared-cache.js';
import { MemberChunks } from '../dispatch/member-chunks.js';
import { NotReadyError } from '../errors/not-ready-error.js';
import type { EventBus } from '../events/event-bus.js';
import type { Shard } from '../gateway/shard.js';
import type { ShardManager } from '../gateway/shard-manager.js';
import type { MemberSource, ModelHost } from '../models/host.js';
import type { Snowflake } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';

/** Members as the shards of a client bring them. */
export function makeMemberSource(gateway: { readonly shards?: ShardManager }, clock: Clock): MemberSource {
  const shardOf = (guildId: Snowflake): Shard => gateway.shards?.ofGuild(guildId) ?? refuse(guildId);
  const chunks = new MemberChunks({
    clock,
    requestAll: (guildId) => shardOf(guildId).requestGuildMembers(guildId, { query: '', limit: 0 }),
  });
  return {
    chunk: (guildId) => chunks.chunk(guildId),
    request: async (guildId, query) => (await shardOf(guildId).requestGuildMembers(guildId, query)).members,
  };
}

/** What chunking at the arrival of guilds needs. */
export interface ChunkingParts {
  readonly cache: SharedCache;
  readonly events: EventBus;
  readonly host: ModelHost;
  readonly logger: Logger;
}

/** Asks for all members of each guild as it arrives, when the cache wants that. */
export function chunkArrivingGuilds({ cache, events, host, logger }: ChunkingParts): void {
  if (!cache.options.chunkGuilds) return;
  const chunk = ({ id }: { readonly id: Snowflake }): void => {
    host.memberSource?.chunk(id).catch((error: unknown) => {
      logger.warn('client', `Members of guild ${id} could not be asked for`, { guildId: id, error });
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

import type { GatewayIdentifyData, GatewayPresenceUpdateData } from 'discord-api-types/v10';
import type { GatewayContext } from '../gateway-context.js';

/** Shard that identifies, and how it presents itself. */
export interface IdentifyingShard {
  readonly id: number;
  readonly count: number;
  readonly presence: GatewayPresenceUpdateData | undefined;
}

/** Body of Identify. @see https://docs.discord.com/developers/events/gateway-events#identify */
export function identifyData(context: GatewayContext, shard: IdentifyingShard): GatewayIdentifyData {
  return {
    token: context.token().reveal(),
    intents: context.intents,
    properties: { os: process.platform, browser: 'cogwork', device: 'cogwork' },
    large_threshold: context.largeThreshold,
    shard: [shard.id, shard.count],
    ...(context.compression.compressPayloads && { compress: true }),
    ...(shard.presence && { presence: shard.presence }),
    ...(context.capabilities !== undefined && { capabilities: context.capabilities }),
  };
}

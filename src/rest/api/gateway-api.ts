import type { RESTGetAPIGatewayBotResult, RESTGetAPIGatewayResult } from 'discord-api-types/v10';
import type { CallOptions } from '../request-options.js';
import { GET } from '../transport/route.js';
import { Resource } from './resource.js';

/** Where the gateway is. @see https://docs.discord.com/developers/events/gateway */
export class GatewayApi extends Resource {
  /**
   * Address of the gateway; needs no token.
   *
   * @see https://docs.discord.com/developers/events/gateway#get-gateway
   */
  get(options?: CallOptions): Promise<RESTGetAPIGatewayResult> {
    return this.requester.request(GET`/gateway`, { ...options, isPublic: true });
  }

  /**
   * Address of the gateway, the shards it recommends, and how many sessions may still be started.
   *
   * @see https://docs.discord.com/developers/events/gateway#get-gateway-bot
   */
  getBot(options?: CallOptions): Promise<RESTGetAPIGatewayBotResult> {
    return this.requester.request(GET`/gateway/bot`, options);
  }
}

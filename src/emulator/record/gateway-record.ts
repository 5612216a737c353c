import type { ClientPayload, GatewayPayload } from '../gateway/frame-format.js';
import type { GatewayConnection } from '../gateway/gateway-connection.js';

/** Who hears of everything that passes the gateway. */
export interface GatewayRecord {
  opened(connection: GatewayConnection, url: URL): void;
  sent(connection: GatewayConnection, payload: GatewayPayload): void;
  received(connection: GatewayConnection, payload: ClientPayload): void;
  closed(connection: GatewayConnection, code: number, by: 'client' | 'server'): void;
}

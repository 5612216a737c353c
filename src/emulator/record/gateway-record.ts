import type { ClientPayload, GatewayPayload } from '../gateway/frame-format.js';

/** Connection, as far as records name it. */
export interface RecordedConnection {
  readonly session: { readonly bot: { readonly user: { readonly username: string } } } | undefined;
}

/** Who hears of everything that passes the gateway. */
export interface GatewayRecord {
  opened(connection: RecordedConnection, url: URL): void;
  sent(connection: RecordedConnection, payload: GatewayPayload): void;
  received(connection: RecordedConnection, payload: ClientPayload): void;
  closed(connection: RecordedConnection, code: number, by: 'client' | 'server'): void;
}

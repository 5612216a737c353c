import type { GatewayPresenceUpdateData, GatewayReadyDispatchData } from 'discord-api-types/v10';
import type { BodyReader } from './codec/body-reader.js';
import type { GatewayContext } from './gateway-context.js';
import type { ShardSession } from './session/shard-session.js';
import type { ShardSender } from './shard-sender.js';

/** What the link hands to its shard. */
export interface LinkHandlers {
  hears(eventName: string): boolean;
  bodyReader(eventName: string): BodyReader | undefined;
  /** `frame` is the frame's JSON text, where the format is one; good during the call only. */
  onDispatch(eventName: string, data: unknown, frame?: Buffer): void;
  onReady(ready: GatewayReadyDispatchData): void;
  onResumed(): void;
  onFatal(error: Error): void;
  /** Presence to identify with; asked for once per Identify, at the moment it is sent. */
  takePresence(): GatewayPresenceUpdateData | undefined;
}

/** Parts of a link. */
export interface LinkOptions {
  readonly context: GatewayContext;
  readonly handlers: LinkHandlers;
  readonly id: number;
  readonly count: number;
  readonly sender: ShardSender;
  readonly session: ShardSession;
}

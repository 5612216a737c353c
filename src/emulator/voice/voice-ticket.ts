import type { Snowflake } from '../../types/type-tools.js';
import type { UdpRoute } from './udp-route.js';

/** Right to one session with the voice server; what VOICE_SERVER_UPDATE hands out. */
export interface VoiceTicket {
  readonly guildId: Snowflake;
  readonly channelId: Snowflake;
  readonly userId: Snowflake;
  readonly sessionId: string;
  readonly token: string;
  /** Whether its session is over. */
  isSpent: boolean;
  /** Routes from which the own address was asked for, by address. */
  readonly routes: Map<string, UdpRoute>;
}

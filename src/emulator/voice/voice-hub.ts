import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { ClientSession } from './client-session.js';
import type { VoiceCall } from './voice-call.js';
import type { VoiceKnobs } from './voice-knobs.js';
import type { VoiceTicket } from './voice-ticket.js';

/** What sockets and seats know of the voice servers. */
export interface VoiceHub {
  readonly clock: Clock;
  readonly knobs: VoiceKnobs;
  identifies: number;
  /** Passes on after the latency of a user's WebSocket. */
  readonly later: (userId: Snowflake, act: () => void) => void;
  /** The same, and never at once: what a person sends arrives after what is being sent now. */
  readonly post: (userId: Snowflake, act: () => void) => void;
  readonly blame: (userId: Snowflake, what: string) => void;
  call(channelId: Snowflake): VoiceCall;
  nextSsrc(): number;
  ticket(token: unknown): VoiceTicket | undefined;
  sessionOf(ticket: VoiceTicket): ClientSession | undefined;
  register(session: ClientSession): void;
}

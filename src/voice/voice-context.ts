import type { Clock } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import type { UdpSocketFactory } from '../utils/udp-socket.js';
import type { TransportCipherMaker } from './crypto/transport-cipher.js';
import type { DaveEngine, DaveKeyPair } from './dave/dave-engine.js';
import type { OpusCodec } from './opus/opus-codec.js';
import type { AudioClock } from './player/audio-clock.js';
import type { JitterOptions } from './receiver/jitter-buffer.js';
import type { VoiceSignalling } from './voice-signalling.js';

/** What all voice connections of a bot share. */
export interface VoiceContext {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly random: () => number;
  readonly signalling: VoiceSignalling;
  readonly sockets: SocketFactory;
  readonly udp: UdpSocketFactory;
  /** Address of the WebSocket of a voice server. */
  readonly resolveUrl: (endpoint: string) => string;
  /** Schedule by which all players of the bot send. */
  readonly audioClock: AudioClock;
  /** Gives the Opus codec; throws `OpusCodecMissingError`. */
  readonly codec: () => OpusCodec;
  readonly jitter: JitterOptions;
  readonly createCipher: TransportCipherMaker;
  /** End-to-end encryption; absent where its engine does not load. */
  readonly dave: { readonly engine: DaveEngine; readonly keyPair: DaveKeyPair } | undefined;
  /** How long one attempt to connect may take. */
  readonly readyTimeoutMs: number;
}

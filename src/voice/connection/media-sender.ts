import type { Clock } from '../../utils/clock.js';
import type { TransportCipher } from '../crypto/transport-cipher.js';
import type { DaveManager } from '../dave/dave-manager.js';
import { RTP_HEADER_LENGTH, writeRtpHeader } from '../udp/rtp-packet.js';

const FRAME_MS = 20;
const FRAME_SAMPLES = 960;
/** A pause that is longer shows in the timestamps. */
const PAUSE_MS = 100;

/** Parts of the sending side of a session. */
export interface MediaSenderOptions {
  readonly clock: Clock;
  readonly cipher: TransportCipher;
  readonly dave: DaveManager | undefined;
  readonly random: () => number;
  readonly ssrc: number;
  send(packet: Buffer): void;
}

/** Turns Opus frames into encrypted RTP packets: end-to-end first, then for the way to the server. */
export class MediaSender {
  readonly #options: MediaSenderOptions;
  readonly #header = Buffer.alloc(RTP_HEADER_LENGTH);
  #sequence: number;
  #timestamp: number;
  #sentAtMs: number | undefined;
  #sent = 0;

  constructor(options: MediaSenderOptions) {
    this.#options = options;
    this.#sequence = Math.floor(options.random() * 0x1_0000);
    this.#timestamp = Math.floor(options.random() * 0x1_0000_0000);
  }

  /** Packets that were sent. */
  get sent(): number {
    return this.#sent;
  }

  /** Sends one frame; false when end-to-end encryption does not let it out now. */
  send(frame: Uint8Array, samples: number): boolean {
    const { clock, cipher, dave, ssrc } = this.#options;
    const payload = dave ? dave.encrypt(frame) : frame;
    if (!payload) return false;
    writeRtpHeader(this.#header, this.#sequence, this.#timestamp, ssrc);
    this.#options.send(cipher.seal(this.#header, payload));
    this.#sequence = (this.#sequence + 1) & 0xffff;
    this.#timestamp = (this.#timestamp + samples) >>> 0;
    this.#sentAtMs = clock.monotonicNow();
    this.#sent++;
    return true;
  }

  /** Lets a pause show in the timestamps, so that those who listen see a gap and not late packets. */
  resumeSpeaking(): void {
    if (this.#sentAtMs === undefined) return;
    const pauseMs = this.#options.clock.monotonicNow() - this.#sentAtMs - FRAME_MS;
    if (pauseMs < PAUSE_MS) return;
    this.#timestamp = (this.#timestamp + Math.floor(pauseMs / FRAME_MS) * FRAME_SAMPLES) >>> 0;
  }
}

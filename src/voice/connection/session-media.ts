import type { Snowflake } from '../../types/type-tools.js';
import type { UdpAddress } from '../../utils/udp-socket.js';
import { chooseMode } from '../crypto/choose-mode.js';
import type { EncryptionMode } from '../crypto/transport-cipher.js';
import type { DaveManager } from '../dave/dave-manager.js';
import { VoiceUdp } from '../udp/voice-udp.js';
import type { VoiceContext } from '../voice-context.js';
import type { VoicePacket } from '../voice-link.js';
import type { ReceiveCounts } from './media-receiver.js';
import { MediaReceiver } from './media-receiver.js';
import { MediaSender } from './media-sender.js';
import type { Roster } from './roster.js';
import type { ServerReady } from './voice-messages.js';

const NO_COUNTS: ReceiveCounts = { received: 0, damaged: 0, undecryptable: 0, rescued: 0, unknown: 0 };

/** Parts of a session that its sound works with. */
export interface SessionMediaOptions {
  readonly context: VoiceContext;
  readonly dave: DaveManager | undefined;
  readonly roster: Roster;
  /** Own address is known. */
  onAddress(own: UdpAddress): void;
  /** UDP does not pass, or its socket reports an error. */
  onFailed(error: Error): void;
  onPacket(packet: VoicePacket): void;
}

/** Sound of one session over UDP: its address, its keys, what is sent and what is heard. */
export class SessionMedia {
  readonly #options: SessionMediaOptions;
  #mode: EncryptionMode | undefined;
  #receiver: MediaReceiver | undefined;
  #sender: MediaSender | undefined;
  #isSpeaking = false;
  #ssrc = 0;
  #udp: VoiceUdp | undefined;

  constructor(options: SessionMediaOptions) {
    this.#options = options;
  }

  get ssrc(): number {
    return this.#ssrc;
  }

  /** Whether the key is there. */
  get isOpen(): boolean {
    return this.#sender !== undefined;
  }

  get isSpeaking(): boolean {
    return this.#isSpeaking;
  }

  get counts(): ReceiveCounts {
    return this.#receiver?.counts ?? NO_COUNTS;
  }

  /** Mode of transport encryption that was chosen. */
  get mode(): EncryptionMode | undefined {
    return this.#mode;
  }

  /**
   * Chooses a mode, and asks the server for the own address.
   * @throws VoiceModeError when the server offers none that this process can do.
   */
  discover({ ssrc, remote, modes }: ServerReady): void {
    const { clock, udp: sockets } = this.#options.context;
    this.#mode = chooseMode(modes);
    this.#ssrc = ssrc;
    this.#udp?.close();
    this.#udp = new VoiceUdp({
      clock,
      sockets,
      ssrc,
      remote,
      onFound: (own) => this.#options.onAddress(own),
      onFailed: (error) => this.#options.onFailed(error),
      onPacket: (packet) => this.#receiver?.onDatagram(packet),
    });
    this.#udp.discover();
  }

  /** Sends and hears by a key from now on; nothing happens before a mode was chosen. */
  open(key: Uint8Array): void {
    if (this.#mode === undefined) return;
    const { context, dave, roster, onPacket } = this.#options;
    const { clock, random, createCipher } = context;
    const cipher = createCipher(this.#mode, key);
    const send = (packet: Buffer): void => this.#udp?.send(packet);
    this.#sender = new MediaSender({ clock, cipher, dave, random, ssrc: this.#ssrc, send });
    this.#receiver = new MediaReceiver({ clock, cipher, dave, roster, onPacket });
  }

  send(frame: Uint8Array, samples: number): boolean {
    return this.#sender?.send(frame, samples) ?? false;
  }

  /** Notes that the bot begins or ends to speak; whether that is news. */
  setSpeaking(isSpeaking: boolean): boolean {
    if (!this.#sender || isSpeaking === this.#isSpeaking) return false;
    this.#isSpeaking = isSpeaking;
    if (isSpeaking) this.#sender.resumeSpeaking();
    return true;
  }

  /** Tries again what no key fitted. */
  onKeysChanged(): void {
    this.#receiver?.onKeysChanged();
  }

  /** Delivers what came before its speaker was known. */
  onSpeakerKnown(ssrc: number, userId: Snowflake): void {
    this.#receiver?.onSpeakerKnown(ssrc, userId);
  }

  close(): void {
    this.#udp?.close();
    this.#receiver?.stop();
  }
}

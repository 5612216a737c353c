import { SILENCE_FRAME } from '../opus/opus-packet.js';
import type { VoiceLink } from '../voice-link.js';
import type { ReadyFrame } from './frame-shaper.js';

/** Frames of silence after speech, so that listeners' decoders do not make up what would follow. */
const TRAILING_SILENCE_FRAMES = 5;

/** What one connection is told: frames, and around them that the bot speaks and has stopped to. */
export class LinkOutput {
  #isSpeaking = false;
  #silenceLeft = 0;

  constructor(readonly link: VoiceLink) {}

  send({ packet, samples }: ReadyFrame): void {
    if (!this.#canSend()) return;
    if (!this.#isSpeaking) this.link.setSpeaking(true);
    this.#isSpeaking = true;
    this.#silenceLeft = TRAILING_SILENCE_FRAMES;
    this.link.sendOpus(packet, samples);
  }

  /** Falls silent, a frame at a time; false once it is. */
  rest(): boolean {
    if (!this.#canSend() || !this.#isSpeaking) return false;
    if (this.#silenceLeft > 0) {
      this.#silenceLeft -= 1;
      this.link.sendOpus(SILENCE_FRAME);
      return true;
    }
    this.#isSpeaking = false;
    this.link.setSpeaking(false);
    return false;
  }

  /** A connection that is not ready may come back as a new one, which knows nothing of who speaks. */
  #canSend(): boolean {
    if (!this.link.isReady) this.#isSpeaking = false;
    return this.link.isReady;
  }
}

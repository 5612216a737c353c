import { AudioSourceError } from '../../errors/audio-source-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { AudioFrame, AudioInput, AudioReader } from '../sources/audio-input.js';
import type { ReceivedFrame } from './received-frame.js';

/** Plays what a user says; the packets are passed on as they are. */
export class UserStreamInput implements AudioInput {
  readonly isLive = true;
  readonly label: string;
  readonly #frames: AsyncIterator<ReceivedFrame, undefined>;
  #isUsed = false;

  constructor(userId: Snowflake, frames: AsyncIterator<ReceivedFrame, undefined>) {
    this.label = `what user ${userId} says`;
    this.#frames = frames;
  }

  async open(): Promise<AudioReader> {
    if (this.#isUsed)
      throw new AudioSourceError(
        this.label,
        'it is being played already. Call listen() once more for another track.',
      );
    this.#isUsed = true;
    return {
      read: async () => asAudio(await this.#frames.next()),
      close: () => void this.#frames.return?.(),
    };
  }
}

function asAudio({ value }: IteratorResult<ReceivedFrame, undefined>): AudioFrame | undefined {
  return value && { kind: 'opus', packet: value.opus, samples: value.samples };
}

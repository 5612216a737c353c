import { AudioSourceError } from '../../errors/audio-source-error.js';
import { opusPacketSamples } from '../opus/opus-packet.js';
import type { AudioFrame, AudioInput, AudioReader, OpenAudioOptions } from './audio-input.js';
import { Framer } from './framer.js';
import { skipTo } from './skip-to.js';

/** What a generator may give: an Opus packet, or any number of stereo samples at 48 kHz. */
export type GeneratedAudio = Uint8Array | Int16Array;

/** Makes sound; called for each track anew. */
export type AudioGenerator = () => AsyncIterable<GeneratedAudio> | Iterable<GeneratedAudio>;

/** Plays what a function generates. */
export class GeneratorInput implements AudioInput {
  readonly isLive = false;

  constructor(
    private readonly generate: AudioGenerator,
    readonly label: string = 'a generator',
  ) {}

  async open({ startMs = 0 }: OpenAudioOptions): Promise<AudioReader> {
    const reader = new GeneratedReader(iterate(this.generate()), this.label);
    await skipTo(reader, startMs);
    return reader;
  }
}

class GeneratedReader implements AudioReader {
  readonly #framer = new Framer();
  #frames: AudioFrame[] = [];
  #hasEnded = false;

  constructor(
    private readonly parts: AsyncIterator<GeneratedAudio>,
    private readonly label: string,
  ) {}

  async read(): Promise<AudioFrame | undefined> {
    while (this.#frames.length === 0) {
      if (this.#hasEnded) return undefined;
      const { value, done } = await this.parts.next();
      this.#hasEnded = done ?? false;
      this.#frames = this.#hasEnded ? this.#framer.end() : this.#read(value as GeneratedAudio);
    }
    return this.#frames.shift();
  }

  async close(): Promise<void> {
    this.#hasEnded = true;
    this.#frames = [];
    await this.parts.return?.();
  }

  #read(part: GeneratedAudio): AudioFrame[] {
    if (part instanceof Int16Array) return this.#framer.push({ kind: 'pcm', samples: part });
    if (opusPacketSamples(part) === 0)
      throw new AudioSourceError(
        this.label,
        'it gave bytes that are no Opus packet. Give samples as Int16Array.',
      );
    return this.#framer.push({ kind: 'opus', packet: part });
  }
}

async function* iterate(
  parts: AsyncIterable<GeneratedAudio> | Iterable<GeneratedAudio>,
): AsyncGenerator<GeneratedAudio> {
  yield* parts;
}

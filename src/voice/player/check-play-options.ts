import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import { encoderSettings } from '../opus/encoder-settings.js';
import type { AudioInput } from '../sources/audio-input.js';
import type { PlayOptions } from './track-playback.js';

/** Loudest volume: ten times as loud as it was recorded. */
const MAX_VOLUME = 10;

/**
 * Refuses what cannot be played, before anything of it is opened.
 * @throws {InvalidOptionError} naming the option.
 */
export function checkPlayOptions(source: AudioInput, options: PlayOptions): void {
  if (typeof source?.open !== 'function')
    throw new InvalidOptionError(
      `play() takes a source of sound, not ${typeof source}. Make one, as with AudioSource.file(path).`,
      'source',
    );
  const { startMs = 0, fadeInMs = 0, stallTimeoutMs = 1, volume = 1, encoder } = options;
  for (const [option, value] of Object.entries({ startMs, fadeInMs, stallTimeoutMs }))
    if (!(value >= 0))
      throw new InvalidOptionError(`${option} cannot be ${value}. Give a number of at least 0.`, option);
  checkVolume(volume);
  encoderSettings(encoder);
}

/** @throws {InvalidOptionError} for a volume that is none. */
export function checkVolume(volume: number): void {
  if (volume >= 0 && volume <= MAX_VOLUME) return;
  throw new InvalidOptionError(
    `The volume cannot be ${volume}. Give a number from 0 to ${MAX_VOLUME}; 1 is unchanged.`,
    'volume',
  );
}

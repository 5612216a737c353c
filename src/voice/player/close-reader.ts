import { isPromiseLike } from '../../utils/is-promise-like.js';
import type { AudioReader } from '../sources/audio-input.js';

/** Closes a reader, which may be the user's own: what it fails with is told, and stops nothing. */
export function closeReader(reader: AudioReader, onFailed: (error: unknown) => void): void {
  try {
    const closing: unknown = reader.close();
    if (isPromiseLike(closing)) closing.then(undefined, onFailed);
  } catch (error) {
    onFailed(error);
  }
}

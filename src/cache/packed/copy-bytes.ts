import type { Buffer } from 'node:buffer';

/** Bytes from which on a call into Node copies faster than a loop. */
const NATIVE_COPY = 48;

/** Copies bytes, a few or many. */
export function copyBytes(source: Buffer, from: number, length: number, target: Buffer, to: number): void {
  if (length > NATIVE_COPY) source.copy(target, to, from, from + length);
  else for (let i = 0; i < length; i++) target[to + i] = source[from + i]!;
}

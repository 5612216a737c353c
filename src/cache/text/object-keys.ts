import { Buffer } from 'node:buffer';
import { keyEnd } from '../../utils/json-text.js';

/** How many keys may be noted in the order in which they came. */
const LESSONS = 1_024;

/**
 * Numbers of the keys of JSON objects that are alike.
 *
 * Discord writes the keys of all members in one order, so the key that stood at this place in the object before is
 * compared first, and only another one is searched for.
 */
export class ObjectKeys {
  /** Number of the key read last; -1 when it is none of the given ones. */
  number = -1;
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #order: Uint8Array[] = [];
  readonly #orderNumbers: number[] = [];
  #lessons = LESSONS;

  constructor(numbers: Readonly<Record<string, number>>) {
    this.#numbers = new Map(Object.entries(numbers));
  }

  /** Reads the key at `at`, the `place`-th of its object; the offset of its value, or -1. */
  read(bytes: Buffer, at: number, place: number): number {
    const expected = this.#order[place];
    if (expected === undefined || !startsWith(bytes, at, expected)) return this.#search(bytes, at, place);
    this.number = this.#orderNumbers[place]!;
    return at + expected.length;
  }

  #search(bytes: Buffer, at: number, place: number): number {
    const end = keyEnd(bytes, at);
    if (end < 0) return -1;
    this.number = this.#numbers.get(bytes.toString('latin1', at + 1, end)) ?? -1;
    if (this.#lessons > 0 && place <= this.#order.length) {
      this.#lessons -= 1;
      this.#order[place] = Buffer.from(bytes.subarray(at, end + 2));
      this.#orderNumbers[place] = this.number;
    }
    return end + 2;
  }
}

function startsWith(bytes: Uint8Array, at: number, expected: Uint8Array): boolean {
  const { length } = expected;
  for (let index = 0; index < length; index++) if (bytes[at + index] !== expected[index]) return false;
  return true;
}

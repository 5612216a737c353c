import { hashBytes } from '../utils/hash-bytes.js';

/** How many dispatches stay at hand for the bots whose copies come later. */
const CAPACITY = 1_024;

interface Body {
  readonly data: object;
  readonly length: number;
}

/**
 * Data of the dispatches read last, so that the copy which another bot receives is not parsed again.
 *
 * Copies of one event are the same bytes; they are known by a number that is computed from them, which also is the
 * print by which `DispatchCopies` tells events apart.
 */
export class SharedBodies {
  readonly #bodies = new Map<number, Body>();
  readonly #recent: number[] = [];
  readonly #seeds = new Map<string, number>();
  #next = 0;
  #lastData: object | undefined;
  #lastPrint = 0;
  #parsed = 0;

  /** How many bodies were parsed, and not found. */
  get parsed(): number {
    return this.#parsed;
  }

  /** Reads the data of a dispatch between `start` and `end`, or finds it among what was read before. */
  read(bytes: Buffer, start: number, end: number, eventName: string): object {
    const print = hashBytes(bytes, start, end, this.#seedOf(eventName));
    const known = this.#bodies.get(print);
    const body = known?.length === end - start ? known : this.#parse(print, bytes, start, end);
    this.#lastData = body.data;
    this.#lastPrint = print;
    return body.data;
  }

  /** Number that stands for a dispatch: equal for copies of one event, and hardly ever for different events. */
  printOf(eventName: string, data: unknown): number {
    if (data === this.#lastData) return this.#lastPrint;
    const bytes = Buffer.from(JSON.stringify(data));
    return hashBytes(bytes, 0, bytes.length, this.#seedOf(eventName));
  }

  #parse(print: number, bytes: Buffer, start: number, end: number): Body {
    const body = { data: JSON.parse(bytes.toString('utf8', start, end)) as object, length: end - start };
    this.#parsed += 1;
    const forgotten = this.#recent[this.#next];
    if (forgotten !== undefined) this.#bodies.delete(forgotten);
    this.#recent[this.#next] = print;
    this.#next = (this.#next + 1) % CAPACITY;
    this.#bodies.set(print, body);
    return body;
  }

  #seedOf(eventName: string): number {
    const known = this.#seeds.get(eventName);
    if (known !== undefined) return known;
    const bytes = Buffer.from(eventName);
    const seed = hashBytes(bytes, 0, bytes.length) | 0;
    this.#seeds.set(eventName, seed);
    return seed;
  }
}

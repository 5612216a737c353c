const ZERO = 48;
const TWO_16 = 65_536;
const TWO_32 = 4_294_967_296;
const BILLION = 1_000_000_000;

/**
 * Reads ids into two 32-bit halves without making big integers or other garbage.
 *
 * The result stands in the fields until the next call: a pair of numbers cannot be returned without an allocation, and
 * this runs several times for every event.
 */
export class SnowflakeBits {
  high = 0;
  low = 0;

  /** Reads one id; `false` for anything but an unsigned 64-bit number in its shortest form. */
  read(id: string): boolean {
    if (typeof id !== 'string') return false;
    const { length } = id;
    if (length === 0 || length > 20 || (length > 1 && id.charCodeAt(0) === ZERO)) return false;
    const split = length > 9 ? length - 9 : 0;
    const upper = readDigits(id, 0, split);
    const lower = readDigits(id, split, length);
    if (upper < 0 || lower < 0) return false;
    this.#combine(upper, lower);
    return this.high < TWO_32;
  }

  /** Reads the id whose digits stand from `start` to `end`; `false` as for `read`. */
  readBytes(bytes: Uint8Array, start: number, end: number): boolean {
    const length = end - start;
    if (length <= 0 || length > 20 || (length > 1 && bytes[start] === ZERO)) return false;
    const split = length > 9 ? end - 9 : start;
    const upper = readByteDigits(bytes, start, split);
    const lower = readByteDigits(bytes, split, end);
    if (upper < 0 || lower < 0) return false;
    this.#combine(upper, lower);
    return this.high < TWO_32;
  }

  /** `upper * 10^9 + lower`, in steps that stay below 2^53. */
  #combine(upper: number, lower: number): void {
    const high = Math.floor(upper / TWO_16) * BILLION;
    const highTop = Math.floor(high / TWO_16);
    const rest = (high - highTop * TWO_16) * TWO_16 + (upper % TWO_16) * BILLION + lower;
    const carry = Math.floor(rest / TWO_32);
    this.high = highTop + carry;
    this.low = rest - carry * TWO_32;
  }
}

/** Decimal text of an id from its halves. */
export function formatSnowflake(high: number, low: number): string {
  return String((BigInt(high) << 32n) | BigInt(low));
}

function readDigits(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function readByteDigits(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) {
    const digit = bytes[i]! - ZERO;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

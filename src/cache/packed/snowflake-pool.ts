import type { Snowflake } from '../../types/type-tools.js';
import { PairIndex } from './pair-index.js';
import { formatSnowflake, SnowflakeBits } from './snowflake-bits.js';

/** Small numbers for ids that many records name: guilds and roles; never forgotten, 8 to 18 bytes each. */
export class SnowflakePool {
  readonly #index = new PairIndex();
  readonly #bits = new SnowflakeBits();

  /** Number of the id, given now if it has none; -1 when the text is not an id. */
  numberOf(id: Snowflake): number {
    return this.#bits.read(id) ? this.#numberOfBits() : -1;
  }

  /** Number of the id whose digits stand from `start` to `end`; -1 when they are no id. */
  numberOfBytes(bytes: Uint8Array, start: number, end: number): number {
    return this.#bits.readBytes(bytes, start, end) ? this.#numberOfBits() : -1;
  }

  /** Number of the id, or -1 when it never got one. */
  find(id: Snowflake): number {
    return this.#bits.read(id) ? this.#index.find(this.#bits.high, this.#bits.low) : -1;
  }

  /** Id of a number. */
  idOf(number: number): Snowflake {
    return formatSnowflake(this.#index.first[number]!, this.#index.second[number]!);
  }

  #numberOfBits(): number {
    const row = this.#index.findOrAdd(this.#bits.high, this.#bits.low);
    return row < 0 ? ~row : row;
  }
}

import type { Snowflake } from '../../types/type-tools.js';
import { PairIndex } from './pair-index.js';
import { formatSnowflake, SnowflakeBits } from './snowflake-bits.js';

/** Small numbers for ids that many records name: guilds and roles; never forgotten, 8 to 18 bytes each. */
export class SnowflakePool {
  readonly #index = new PairIndex();
  readonly #bits = new SnowflakeBits();

  /** Number of the id, given now if it has none; -1 when the text is not an id. */
  numberOf(id: Snowflake): number {
    if (!this.#bits.read(id)) return -1;
    const { high, low } = this.#bits;
    const row = this.#index.find(high, low);
    return row >= 0 ? row : this.#index.add(high, low);
  }

  /** Number of the id, or -1 when it never got one. */
  find(id: Snowflake): number {
    return this.#bits.read(id) ? this.#index.find(this.#bits.high, this.#bits.low) : -1;
  }

  /** Id of a number. */
  idOf(number: number): Snowflake {
    return formatSnowflake(this.#index.first[number]!, this.#index.second[number]!);
  }
}

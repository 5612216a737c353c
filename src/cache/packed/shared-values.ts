/**
 * Values that many records have alike (server tags, decorations, nameplates), each kept once and named by a number.
 *
 * A value stays as long as the cache; the number of different ones is small.
 */
export class SharedValues {
  readonly #values: unknown[] = [];
  readonly #numbers = new Map<string, number>();

  /** Number of a value, equal for equal values. */
  numberOf(value: object): number {
    const key = JSON.stringify(value);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = this.#values.push(value) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** Value of a number, to be read only. */
  valueOf<T>(number: number): T {
    return this.#values[number] as T;
  }
}

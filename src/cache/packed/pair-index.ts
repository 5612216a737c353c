import type { Column } from '../page-memory.js';
import { grownColumn } from '../page-memory.js';

const FIRST_CAPACITY = 64;
const NO_SLOTS: Column = new Uint32Array(0);

/**
 * Rows found by a pair of 32-bit numbers: a hash table with open addressing whose keys are two typed arrays.
 *
 * Owns the numbering of rows, so that a table built on it needs nothing but columns of the same length. One entry takes
 * 8 bytes of keys and 5 to 10 bytes of slots; a `Map` with string keys would take about 90.
 */
export class PairIndex {
  /** First number of each row. */
  first: Column = new Uint32Array(FIRST_CAPACITY);
  /** Second number of each row. */
  second: Column = new Uint32Array(FIRST_CAPACITY);
  #slots: Column = new Uint32Array(FIRST_CAPACITY * 2);
  #mask = this.#slots.length - 1;
  /** Rows of the past that are free again. */
  readonly #free: number[] = [];
  #rows = 0;

  /** How many rows are in use. */
  get size(): number {
    return this.#rows - this.#free.length;
  }

  /** Length that columns beside this index must have. */
  get capacity(): number {
    return this.first.length;
  }

  /** One more than the highest row that was ever used; free rows below it are unused. */
  get rowLimit(): number {
    return this.#rows;
  }

  /** Row of the pair, or -1. */
  find(first: number, second: number): number {
    let slot = hashPair(first, second) & this.#mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      const row = entry - 1;
      if (this.first[row] === first && this.second[row] === second) return row;
      slot = (slot + 1) & this.#mask;
    }
    return -1;
  }

  /** Gives a pair that is not in the index its row. */
  add(first: number, second: number): number {
    return ~this.findOrAdd(first, second);
  }

  /** Row of the pair; when it was not in the index, the complement (`~row`) of the row that it is given now. */
  findOrAdd(first: number, second: number): number {
    let slot = hashPair(first, second) & this.#mask;
    for (let entry = this.#slots[slot]!; entry !== 0; entry = this.#slots[slot]!) {
      const row = entry - 1;
      if (this.first[row] === first && this.second[row] === second) return row;
      slot = (slot + 1) & this.#mask;
    }
    const row = this.#free.pop() ?? this.#nextRow();
    this.first[row] = first;
    this.second[row] = second;
    this.#slots[slot] = row + 1;
    if ((this.size + 1) * 5 > this.#slots.length * 4) this.#rebuild(this.#slots.length * 2);
    return ~row;
  }

  /** Frees a row; whoever holds its number must not use it any more. */
  remove(row: number): void {
    let slot = hashPair(this.first[row]!, this.second[row]!) & this.#mask;
    while (this.#slots[slot] !== row + 1) slot = (slot + 1) & this.#mask;
    this.#closeGap(slot);
    this.#free.push(row);
  }

  #nextRow(): number {
    if (this.#rows === this.first.length) {
      const capacity = grownCapacity(this.#rows);
      this.first = grownColumn(this.first, capacity);
      this.second = grownColumn(this.second, capacity);
    }
    return this.#rows++;
  }

  #place(row: number): void {
    let slot = hashPair(this.first[row]!, this.second[row]!) & this.#mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = row + 1;
  }

  #rebuild(slotCount: number): void {
    const old = this.#slots;
    this.#slots = grownColumn(NO_SLOTS, slotCount);
    this.#mask = slotCount - 1;
    for (const entry of old) if (entry !== 0) this.#place(entry - 1);
  }

  /** Moves later entries of the probe run back, so that no run is cut in two. */
  #closeGap(start: number): void {
    let gap = start;
    let slot = start;
    for (;;) {
      slot = (slot + 1) & this.#mask;
      const entry = this.#slots[slot]!;
      if (entry === 0) break;
      const home = hashPair(this.first[entry - 1]!, this.second[entry - 1]!) & this.#mask;
      const isReachable = ((slot - home) & this.#mask) < ((slot - gap) & this.#mask);
      if (isReachable) continue;
      this.#slots[gap] = entry;
      gap = slot;
    }
    this.#slots[gap] = 0;
  }
}

/** Next length of columns: doubling while small, by a half when slack begins to count. */
export function grownCapacity(capacity: number): number {
  return capacity < 16_384 ? capacity * 2 : Math.ceil(capacity * 1.25);
}

function hashPair(first: number, second: number): number {
  let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second ^ (first >>> 15), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}

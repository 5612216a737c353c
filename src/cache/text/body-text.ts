import { Buffer } from 'node:buffer';
import { CLOSE_BRACE, COMMA, OPEN_BRACE } from '../../utils/json-text.js';
import { KeyTable } from '../../utils/key-table.js';
import type { ObjectKeys } from './object-keys.js';

const nothing = Buffer.alloc(0);
/** The same few guilds come again and again. */
const guildIds = new KeyTable();

/** Data of a dispatch as text, good until the dispatch has been taken. */
export abstract class BodyText {
  /** Text that the data stands in. */
  bytes: Buffer = nothing;
  /** Guild that it came by. */
  guild_id: string | undefined;
  #start = 0;
  #end = 0;

  /** Parses the whole, for whoever must keep it longer. */
  parse(): unknown {
    return JSON.parse(this.bytes.toString('utf8', this.#start, this.#end));
  }

  /** Lets go of the text. */
  clear(): void {
    this.borrow(nothing, 0, 0);
  }

  /** Takes note of the guild whose id stands from `start` to `end`. */
  protected noteGuild(start: number, end: number): void {
    this.guild_id = guildIds.read(this.bytes, start, end);
  }

  /** Steps over the object at `at` and hands each of its values to `value`; the offset behind it, or -1. */
  protected walk(bytes: Buffer, at: number, keys: ObjectKeys, base: number): number {
    if (bytes[at] !== OPEN_BRACE) return -1;
    if (bytes[at + 1] === CLOSE_BRACE) return at + 2;
    let index = at;
    let place = 0;
    do {
      const valueAt = keys.read(bytes, index + 1, place);
      if (valueAt < 0) return -1;
      index = this.value(bytes, valueAt, keys.number, base);
      place += 1;
    } while (index > 0 && bytes[index] === COMMA);
    return index > 0 && bytes[index] === CLOSE_BRACE ? index + 1 : -1;
  }

  /** Takes note of the value at `at`, whose key has this number; the offset behind it, or -1. */
  protected abstract value(bytes: Buffer, at: number, field: number, base: number): number;

  protected borrow(bytes: Buffer, start: number, end: number): void {
    this.bytes = bytes;
    this.guild_id = undefined;
    this.#start = start;
    this.#end = end;
  }
}

import { Buffer } from 'node:buffer';
import { KeyTable } from '../../utils/key-table.js';

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

  protected borrow(bytes: Buffer, start: number, end: number): void {
    this.bytes = bytes;
    this.guild_id = undefined;
    this.#start = start;
    this.#end = end;
  }
}

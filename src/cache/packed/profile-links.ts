import type { Column } from '../page-memory.js';
import { grownColumn } from '../page-memory.js';
import { grownCapacity } from './pair-index.js';

/** Chains of member rows by guild (both ways) and by user (one way), as columns of row numbers plus one; 0 ends a chain. */
export class ProfileLinks {
  #nextInGuild: Column = new Uint32Array(64);
  #previousInGuild: Column = new Uint32Array(64);
  #nextOfUser: Column = new Uint32Array(64);
  #firstOfGuild: Column = new Uint32Array(64);
  #countOfGuild: Column = new Uint32Array(64);
  #firstOfUser: Column = new Uint32Array(64);

  /** First row of a guild's number, or -1. */
  firstOfGuild(guild: number): number {
    return (this.#firstOfGuild[guild] ?? 0) - 1;
  }

  nextInGuild(row: number): number {
    return this.#nextInGuild[row]! - 1;
  }

  countOfGuild(guild: number): number {
    return this.#countOfGuild[guild] ?? 0;
  }

  /** First row of a user's row, or -1. */
  firstOfUser(user: number): number {
    return (this.#firstOfUser[user] ?? 0) - 1;
  }

  nextOfUser(row: number): number {
    return this.#nextOfUser[row]! - 1;
  }

  /** Puts a row at the head of both of its chains. */
  link(row: number, guild: number, user: number): void {
    this.#makeRoom(row, guild, user);
    const guildHead = this.#firstOfGuild[guild]!;
    this.#nextInGuild[row] = guildHead;
    this.#previousInGuild[row] = 0;
    if (guildHead !== 0) this.#previousInGuild[guildHead - 1] = row + 1;
    this.#firstOfGuild[guild] = row + 1;
    this.#countOfGuild[guild]! += 1;
    this.#nextOfUser[row] = this.#firstOfUser[user]!;
    this.#firstOfUser[user] = row + 1;
  }

  /** Takes a row out of both of its chains. */
  unlink(row: number, guild: number, user: number): void {
    const next = this.#nextInGuild[row]!;
    const previous = this.#previousInGuild[row]!;
    if (previous === 0) this.#firstOfGuild[guild] = next;
    else this.#nextInGuild[previous - 1] = next;
    if (next !== 0) this.#previousInGuild[next - 1] = previous;
    this.#countOfGuild[guild]! -= 1;
    this.#unlinkOfUser(row, user);
  }

  #unlinkOfUser(row: number, user: number): void {
    const next = this.#nextOfUser[row]!;
    if (this.#firstOfUser[user] === row + 1) {
      this.#firstOfUser[user] = next;
      return;
    }
    let at = this.#firstOfUser[user]! - 1;
    while (this.#nextOfUser[at] !== row + 1) at = this.#nextOfUser[at]! - 1;
    this.#nextOfUser[at] = next;
  }

  #makeRoom(row: number, guild: number, user: number): void {
    this.#nextInGuild = withRoom(this.#nextInGuild, row);
    this.#previousInGuild = withRoom(this.#previousInGuild, row);
    this.#nextOfUser = withRoom(this.#nextOfUser, row);
    this.#firstOfGuild = withRoom(this.#firstOfGuild, guild);
    this.#countOfGuild = withRoom(this.#countOfGuild, guild);
    this.#firstOfUser = withRoom(this.#firstOfUser, user);
  }
}

function withRoom(column: Column, index: number): Column {
  if (index < column.length) return column;
  return grownColumn(column, Math.max(index + 1, grownCapacity(column.length)));
}

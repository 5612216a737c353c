import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import { nearestName } from '../../utils/nearest-name.js';

/** Position of the bit of each flag, by its name. */
export type FlagTable<Name extends string = string> = Readonly<Record<Name, number>>;

/**
 * Set of flags by name; never changes, each operation gives a new one.
 *
 * Bits without a name are kept, so that a flag newer than this package survives a round trip. Positions reach beyond 31,
 * where JavaScript's bit operators end.
 *
 * @example
 * ```ts
 * const isTrusted = user.flags.has('VerifiedBot');
 * await guild.edit({ system_channel_flags: guild.systemChannelFlags.with('SuppressJoinNotifications').bits });
 * ```
 */
export class FlagSet<Name extends string> {
  /** Number as Discord counts it. */
  readonly bits: number;
  readonly #table: FlagTable<Name>;

  constructor(table: FlagTable<Name>, bits: number | undefined) {
    this.#table = table;
    this.bits = bits ?? 0;
    Object.freeze(this);
  }

  /** Whether all of the named flags are set. */
  has(...names: readonly Name[]): boolean {
    return names.every((name) => this.#hasBit(this.#positionOf(name)));
  }

  /** Whether at least one of the named flags is set. */
  hasAny(...names: readonly Name[]): boolean {
    return names.some((name) => this.has(name));
  }

  /** Same, with these set. */
  with(...names: readonly Name[]): FlagSet<Name> {
    const missing = [...new Set(names)].filter((name) => !this.has(name));
    return new FlagSet(this.#table, this.bits + this.#sumOf(missing));
  }

  /** Same, without these. */
  without(...names: readonly Name[]): FlagSet<Name> {
    const present = [...new Set(names)].filter((name) => this.has(name));
    return new FlagSet(this.#table, this.bits - this.#sumOf(present));
  }

  /** Whether both have exactly the same bits set. */
  equals(other: FlagSet<Name> | number): boolean {
    return this.bits === (typeof other === 'number' ? other : other.bits);
  }

  /** Names in the order of their bits; bits without a name are left out. */
  toArray(): Name[] {
    return (Object.keys(this.#table) as Name[]).filter((name) => this.has(name));
  }

  /** Goes through the names of the flags that are set. */
  [Symbol.iterator](): IterableIterator<Name> {
    return this.toArray()[Symbol.iterator]();
  }

  /** Bits as Discord takes them. */
  toJSON(): number {
    return this.bits;
  }

  /** Names of the flags that are set, with commas between. */
  toString(): string {
    return this.toArray().join(', ');
  }

  #hasBit(position: number): boolean {
    return Math.floor(this.bits / 2 ** position) % 2 === 1;
  }

  #sumOf(names: readonly Name[]): number {
    return names.reduce((sum, name) => sum + 2 ** this.#positionOf(name), 0);
  }

  #positionOf(name: Name): number {
    const position: number | undefined = Object.hasOwn(this.#table, name) ? this.#table[name] : undefined;
    if (position !== undefined) return position;
    const nearest = nearestName(name, Object.keys(this.#table));
    throw new InvalidOptionError(
      `There is no flag '${name}' here.${nearest ? ` Did you mean '${nearest}'?` : ''}`,
      'flags',
    );
  }
}

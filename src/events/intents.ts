import { InvalidOptionError } from '../errors/invalid-option-error.js';
import { nearestName } from '../utils/nearest-name.js';
import type { IntentName } from './intent-bits.js';
import { intentAliases, intentBits, privilegedIntents } from './intent-bits.js';

/** Names by which intents can be given: Discord's, and the older ones of py-cord. */
export type IntentLike = IntentName | keyof typeof intentAliases;

/** Anything that names intents. */
export type IntentsLike = Intents | number | IntentLike | readonly IntentLike[];

const names = Object.keys(intentBits) as IntentName[];

/**
 * Kinds of events that the gateway is asked for; never changes, each operation gives a new set.
 *
 * @example
 * ```ts
 * new Bot({ intents: Intents.default().with('MessageContent') });
 * new Intents({ members: true, guildMessages: true });
 * ```
 * @see https://docs.discord.com/developers/events/gateway#gateway-intents
 */
export class Intents {
  /** Bits as Discord counts them. */
  readonly value: number;

  constructor(intents: IntentsLike | Readonly<Partial<Record<IntentPropertyName, boolean>>> = 0) {
    this.value = toBits(intents);
    Object.freeze(this);
  }

  /** All that need no approval. */
  static default(): Intents {
    return Intents.all().without([...privilegedIntents]);
  }

  /** No intent. */
  static none(): Intents {
    return new Intents(0);
  }

  /** All that there are, privileged ones included. */
  static all(): Intents {
    return new Intents(names);
  }

  /** Those that must be switched on in the developer portal. */
  static privileged(): Intents {
    return new Intents([...privilegedIntents]);
  }

  /** Whether all of the given intents are in the set. */
  has(intents: IntentsLike): boolean {
    const wanted = toBits(intents);
    return (this.value & wanted) === wanted;
  }

  /** Whether one of the given intents is in the set. */
  hasAny(intents: IntentsLike): boolean {
    return (this.value & toBits(intents)) !== 0;
  }

  /** Set with these added. */
  with(intents: IntentsLike): Intents {
    return new Intents(this.value | toBits(intents));
  }

  /** Set with these taken away. */
  without(intents: IntentsLike): Intents {
    return new Intents(this.value & ~toBits(intents));
  }

  /** Those that are in both sets. */
  intersect(intents: IntentsLike): Intents {
    return new Intents(this.value & toBits(intents));
  }

  /** Those that are in one of the sets only. */
  symmetricDifference(intents: IntentsLike): Intents {
    return new Intents(this.value ^ toBits(intents));
  }

  /** Those that are not in the set. */
  complement(): Intents {
    return Intents.all().without(this);
  }

  /** Whether both sets have the same intents. */
  equals(intents: IntentsLike): boolean {
    return this.value === toBits(intents);
  }

  /** Names in the order of their bits. */
  toArray(): IntentName[] {
    return names.filter((name) => (this.value & (1 << intentBits[name])) !== 0);
  }

  /** Names in the order of their bits. */
  [Symbol.iterator](): IterableIterator<IntentName> {
    return this.toArray()[Symbol.iterator]();
  }

  /** Number that Discord takes. */
  toJSON(): number {
    return this.value;
  }
}

/** Names of properties in `new Intents({ … })`: the same in camelCase. */
export type IntentPropertyName = Uncapitalize<IntentLike>;

function toBits(intents: IntentsLike | Readonly<Partial<Record<IntentPropertyName, boolean>>>): number {
  if (intents instanceof Intents) return intents.value;
  if (typeof intents === 'number') return checkedBits(intents);
  if (typeof intents === 'string') return bitsOf(intents);
  if (Array.isArray(intents)) return intents.reduce((bits: number, name) => bits | bitsOf(name), 0);
  return Object.entries(intents).reduce(
    (bits, [name, on]) => (on ? bits | bitsOf(name) : bits & ~bitsOf(name)),
    0,
  );
}

/** Refuses numbers that Discord would close the connection for. */
function checkedBits(bits: number): number {
  const known = Object.values<number>(intentBits).reduce((all, bit) => all | (1 << bit), 0);
  if (Number.isInteger(bits) && bits >= 0 && bits <= 0x7fff_ffff && (bits & ~known) === 0) return bits;
  throw new InvalidOptionError(
    `${bits} are no intents: some of its bits are none of Discord's. Give names, as in ['Guilds', 'GuildMessages'].`,
    'intents',
  );
}

function bitsOf(given: unknown): number {
  if (typeof given !== 'string') {
    throw new InvalidOptionError(
      `${String(given)} is no intent; give names, as in ['Guilds', 'GuildMessages'], or one number with all their bits.`,
      'intents',
    );
  }
  const name = given.charAt(0).toUpperCase() + given.slice(1);
  const alias = Object.hasOwn(intentAliases, name)
    ? intentAliases[name as keyof typeof intentAliases]
    : undefined;
  if (alias) return alias.reduce((bits, each) => bits | (1 << intentBits[each]), 0);
  if (Object.hasOwn(intentBits, name)) return 1 << intentBits[name as IntentName];
  const nearest = nearestName(name, [...names, ...Object.keys(intentAliases)]);
  const advice = nearest ? ` Did you mean '${nearest}'?` : ` Known: ${names.join(', ')}.`;
  throw new InvalidOptionError(`There is no intent '${given}'.${advice}`, 'intents');
}

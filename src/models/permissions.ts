import { InvalidOptionError } from '../errors/invalid-option-error.js';
import { nearestName } from '../utils/nearest-name.js';
import type { PermissionName } from './permission-bits.js';
import { permissionBits } from './permission-bits.js';
import type { PermissionGroup } from './permission-groups.js';
import { permissionGroups } from './permission-groups.js';

/** Anything that names permissions: names, a number of bits, or a set. */
export type PermissionsLike = Permissions | bigint | PermissionName | readonly PermissionName[];

const names = Object.keys(permissionBits) as PermissionName[];

/**
 * Set of permissions; never changes, each operation gives a new one.
 *
 * Bits without a name are kept, so that a permission newer than this package survives a round trip.
 *
 * @see https://docs.discord.com/developers/topics/permissions
 */
export class Permissions {
  /** Bits as Discord counts them. */
  readonly bits: bigint;

  constructor(permissions: PermissionsLike = 0n) {
    this.bits = toBits(permissions);
    Object.freeze(this);
  }

  /** Every permission that has a name. */
  static all(): Permissions {
    return new Permissions(names);
  }

  /** No permission. */
  static none(): Permissions {
    return new Permissions(0n);
  }

  /** Permissions of the settings group that Discord shows by this name. */
  static of(group: PermissionGroup): Permissions {
    return new Permissions(permissionGroups[group]);
  }

  /** Set from the decimal text that Discord sends; text that is no number gives none. */
  static from(text: string | undefined): Permissions {
    return new Permissions(text !== undefined && /^\d{1,40}$/.test(text) ? BigInt(text) : 0n);
  }

  /** Whether all of the given permissions are in the set; administrators have every one unless `exact` is set. */
  has(permissions: PermissionsLike, options: { readonly exact?: boolean } = {}): boolean {
    const wanted = toBits(permissions);
    if (!options.exact && this.isAdministrator) return true;
    return (this.bits & wanted) === wanted;
  }

  /** Whether at least one of the given permissions is in the set. */
  hasAny(permissions: PermissionsLike): boolean {
    return this.isAdministrator || (this.bits & toBits(permissions)) !== 0n;
  }

  /** Whether it has `Administrator`, which includes all others. */
  get isAdministrator(): boolean {
    return (this.bits & 8n) !== 0n;
  }

  /** Names of the wanted permissions that are not in the set. */
  missing(permissions: PermissionsLike): PermissionName[] {
    return this.isAdministrator ? [] : new Permissions(toBits(permissions) & ~this.bits).toArray();
  }

  /** Set with these added. */
  with(permissions: PermissionsLike): Permissions {
    return new Permissions(this.bits | toBits(permissions));
  }

  /** Set with these taken away. */
  without(permissions: PermissionsLike): Permissions {
    return new Permissions(this.bits & ~toBits(permissions));
  }

  /** Those that are in both sets. */
  intersect(permissions: PermissionsLike): Permissions {
    return new Permissions(this.bits & toBits(permissions));
  }

  /** Whether both sets have the same permissions. */
  equals(permissions: PermissionsLike): boolean {
    return this.bits === toBits(permissions);
  }

  /** Names in the order of their bits; bits without a name are left out. */
  toArray(): PermissionName[] {
    return names.filter((name) => (this.bits >> BigInt(permissionBits[name])) & 1n);
  }

  /** Names in the order of their bits. */
  [Symbol.iterator](): IterableIterator<PermissionName> {
    return this.toArray()[Symbol.iterator]();
  }

  /** Decimal text, as Discord takes it. */
  toJSON(): string {
    return String(this.bits);
  }

  /** Bits in decimal digits, as Discord takes them. */
  toString(): string {
    return String(this.bits);
  }
}

function toBits(permissions: PermissionsLike): bigint {
  if (permissions instanceof Permissions) return permissions.bits;
  if (typeof permissions === 'bigint') return permissions;
  if (typeof permissions === 'string') return bitOf(permissions);
  return permissions.reduce((bits, name) => bits | bitOf(name), 0n);
}

function bitOf(name: PermissionName): bigint {
  const bit: number | undefined = permissionBits[name];
  if (bit === undefined) {
    const nearest = nearestName(name, names);
    const advice = nearest ? ` Did you mean '${nearest}'?` : '';
    throw new InvalidOptionError(`There is no permission '${name}'.${advice}`, 'permissions');
  }
  return 1n << BigInt(bit);
}

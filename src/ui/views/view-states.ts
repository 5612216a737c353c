import { randomBytes } from 'node:crypto';
import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { Awaitable } from '../../types/type-tools.js';
import { MAX_CUSTOM_ID_LENGTH } from '../paths/component-path.js';
import type { StateLayout } from '../state/migrate.js';
import type { StateValues } from '../state/state-codec.js';
import { packState, readStateVersion, unpackState } from '../state/state-codec.js';
import type { StateField } from '../state/state-field.js';
import { describeLayout } from '../state/state-field.js';
import type { OpenedSeal, StateSeal } from '../state/state-seal.js';
import type { StateStore } from '../state/state-store.js';
import type { View } from './view.js';
import type { ViewBlueprint } from './view-blueprint.js';
import type { StateAddress } from './view-custom-id.js';
import { writePersistentId } from './view-custom-id.js';
import { viewSession } from './view-session.js';

/** Why the state in a custom id is refused. */
export type StateRefusal = 'tampered' | 'outdated' | 'expired';

/** State of a custom id, ready to be set on a view, or why it is refused. */
export type StateReading = StateRefusal | { apply(view: View): void };

/** Puts the state of persistent views into custom ids, or into the store when it is too long, and takes it out again. */
export class ViewStates {
  readonly #seal: StateSeal;
  readonly #store: StateStore;

  constructor(seal: StateSeal, store: StateStore) {
    this.#seal = seal;
    this.#store = store;
  }

  /** Custom id of each of these items, with the view's state of this moment. */
  async writeIds(
    blueprint: ViewBlueprint,
    view: View,
    items: readonly string[],
  ): Promise<ReadonlyMap<string, string>> {
    if (blueprint.fields.length === 0) return idsOf(blueprint, items, () => ({ in: 'nowhere' }));
    const bytes = packState(blueprint.version, blueprint.fields, view);
    const ids = idsOf(blueprint, items, (item) => ({
      in: 'id',
      sealed: this.#seal.seal(ownerOf(blueprint, item, blueprint.layout), bytes),
    }));
    const isShort = [...ids.values()].every((id) => id.length <= MAX_CUSTOM_ID_LENGTH);
    return isShort ? ids : this.#writeToStore(blueprint, view, items, bytes);
  }

  /**
   * Checks and reads the state that a press of `item` carries, at once unless it is in the store; nothing is done with it
   * yet.
   */
  read(blueprint: ViewBlueprint, item: string, address: StateAddress): Awaitable<StateReading> {
    if (address.in === 'store') return this.#readStored(blueprint, address);
    if (address.in === 'id') return this.#unseal(blueprint, item, address.sealed);
    return blueprint.fields.length === 0 ? { apply: () => undefined } : 'outdated';
  }

  async #readStored(
    blueprint: ViewBlueprint,
    address: StateAddress & { readonly in: 'store' },
  ): Promise<StateReading> {
    const stored = await this.#store.get(address.key);
    if (!stored) return 'expired';
    const reading = this.#unseal(blueprint, '', Buffer.from(stored).toString('latin1'));
    if (typeof reading === 'string') return reading;
    return {
      apply: (view) => {
        view[viewSession].stateKey = address.key;
        reading.apply(view);
      },
    };
  }

  async #writeToStore(
    blueprint: ViewBlueprint,
    view: View,
    items: readonly string[],
    bytes: Buffer,
  ): Promise<ReadonlyMap<string, string>> {
    const session = view[viewSession];
    const key = session.stateKey ?? randomBytes(12).toString('base64url');
    session.stateKey = key;
    const sealed = this.#seal.seal(ownerOf(blueprint, '', blueprint.layout), bytes);
    const ids = idsOf(blueprint, items, () => ({ in: 'store', key }));
    await this.#store.set(key, Buffer.from(sealed, 'latin1'), blueprint.stateTtlMs);
    return ids;
  }

  #unseal(blueprint: ViewBlueprint, item: string, sealed: string): StateReading {
    const opened = this.#seal.open(sealed);
    if (!opened) return 'tampered';
    const version = readStateVersion(opened.state);
    if (version !== blueprint.version) return this.#unsealOlder(blueprint, item, opened, version);
    if (!this.#seal.isGenuine(ownerOf(blueprint, item, blueprint.layout), opened)) return 'tampered';
    const values = unpackState(blueprint.fields, opened.state);
    return values ? { apply: (view) => void Object.assign(view, values) } : 'outdated';
  }

  #unsealOlder(blueprint: ViewBlueprint, item: string, opened: OpenedSeal, version: number): StateReading {
    const migration = blueprint.migrations.get(version);
    const fields = migration?.layout ? fieldsOf(migration.layout) : blueprint.fields;
    const isGenuine = this.#seal.isGenuine(ownerOf(blueprint, item, describeLayout(fields)), opened);
    const values = migration && isGenuine ? unpackState(fields, opened.state) : undefined;
    return values ? { apply: (view) => migrate(view, blueprint, version, values) } : 'outdated';
  }
}

function idsOf(
  blueprint: ViewBlueprint,
  items: readonly string[],
  stateOf: (item: string) => StateAddress,
): ReadonlyMap<string, string> {
  return new Map(items.map((item) => [item, writePersistentId(blueprint.id!, item, stateOf(item))]));
}

function ownerOf({ id }: ViewBlueprint, item: string, layout: string): string {
  return `${id}\0${item}\0${layout}`;
}

function fieldsOf(layout: StateLayout): readonly StateField[] {
  return Object.entries(layout).map(([property, kind]) => ({ property, kind }));
}

/** Runs the migration of one version and, while each gives the state of the next, those after it. */
function migrate(view: View, blueprint: ViewBlueprint, version: number, values: StateValues): void {
  const { method } = blueprint.migrations.get(version) ?? missingMigration(blueprint, version);
  const migration = Reflect.get(view, method) as (old: StateValues) => StateValues | undefined;
  const next = migration.call(view, values);
  if (next === undefined) return;
  if (version + 1 < blueprint.version) migrate(view, blueprint, version + 1, next);
  else Object.assign(view, next);
}

function missingMigration({ name }: ViewBlueprint, version: number): never {
  throw new InvalidDefinitionError(
    `the migration before gives the state of version ${version}, and there is no @Migrate(${version}, …) to take it.`,
    name,
  );
}

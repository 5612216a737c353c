import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { Constructor } from '../../types/type-tools.js';
import type { Migration } from '../state/migrate.js';
import { migrationMetadata } from '../state/migrate.js';
import type { StateField } from '../state/state-field.js';
import { describeLayout, stateMetadata } from '../state/state-field.js';
import type { View } from './view.js';
import type { ViewItem } from './view-item.js';
import { viewItemMetadata } from './view-item.js';
import type { ViewOptionValues } from './view-options.js';
import { DEFAULT_VIEW_TIMEOUT_MS, viewOptionMetadata } from './view-options.js';

const DEFAULT_STATE_TTL_MS = 30 * 86_400_000;

/** Everything that the decorators of a view class say, read once. */
export interface ViewBlueprint {
  readonly viewClass: Constructor<View>;
  readonly name: string;
  readonly id: string | undefined;
  readonly timeoutMs: number | null;
  readonly version: number;
  readonly stateTtlMs: number;
  readonly disableOnTimeout: boolean;
  readonly items: ReadonlyMap<string, ViewItem>;
  readonly fields: readonly StateField[];
  /** Names and kinds of the fields in one text. */
  readonly layout: string;
  readonly migrations: ReadonlyMap<number, Migration>;
}

const blueprints = new WeakMap<Constructor<View>, ViewBlueprint>();

/**
 * Blueprint of a view class.
 *
 * @throws {InvalidDefinitionError} when its decorators contradict each other or a limit of Discord.
 */
export function blueprintOf(viewClass: Constructor<View>): ViewBlueprint {
  const known = blueprints.get(viewClass);
  if (known) return known;
  const made = readBlueprint(viewClass);
  blueprints.set(viewClass, made);
  return made;
}

function readBlueprint(viewClass: Constructor<View>): ViewBlueprint {
  const name = viewClass.name;
  const options = Object.assign({}, ...viewOptionMetadata.of(viewClass)) as ViewOptionValues;
  const { id, timeoutMs = DEFAULT_VIEW_TIMEOUT_MS, version = 1, stateTtlMs = DEFAULT_STATE_TTL_MS } = options;
  checkId(id, name);
  checkTimeout(timeoutMs, name);
  const fields = stateMetadata.of(viewClass);
  return {
    viewClass,
    name,
    id,
    timeoutMs,
    version,
    stateTtlMs,
    disableOnTimeout: options.disableOnTimeout ?? false,
    items: readItems(viewClass, name),
    fields,
    layout: describeLayout(fields),
    migrations: new Map(
      migrationMetadata.of(viewClass).map((migration) => [migration.fromVersion, migration]),
    ),
  };
}

/** Items by key; one that is declared again by a subclass takes the place of the inherited one. */
function readItems(viewClass: Constructor<View>, name: string): ReadonlyMap<string, ViewItem> {
  const byMethod = new Map(viewItemMetadata.of(viewClass).map((item) => [item.method, item]));
  const items = new Map<string, ViewItem>();
  for (const item of byMethod.values()) {
    const other = items.get(item.key);
    if (other) {
      throw new InvalidDefinitionError(
        `has the same id "${item.key}" as ${name}.${other.method}; give one of them another.`,
        `${name}.${item.method}`,
      );
    }
    items.set(item.key, item);
  }
  return items;
}

function checkId(id: string | undefined, name: string): void {
  if (id === undefined || /^[\w-]{1,32}$/.test(id)) return;
  throw new InvalidDefinitionError(
    `the id of a view is 1 to 32 letters, digits, "-" and "_", and this one is "${id}".`,
    name,
  );
}

function checkTimeout(timeoutMs: number | null, name: string): void {
  if (timeoutMs === null || (Number.isFinite(timeoutMs) && timeoutMs > 0)) return;
  throw new InvalidDefinitionError(
    `timeoutMs is a positive number of milliseconds, or null for never.`,
    name,
  );
}

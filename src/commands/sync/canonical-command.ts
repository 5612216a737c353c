/**
 * One form for a command, whether declared here or sent back by Discord, so that a comparison finds differences only.
 *
 * Discord leaves out what is not set, or sends null, false, an empty text or an empty list for it; it fills in defaults, and it does
 * not keep the order of contexts. All of that is undone here, for every field, on both sides.
 */

/** Fields that Discord adds and nobody declares. */
const REMOTE_ONLY: ReadonlySet<string> = new Set([
  'application_id',
  'default_permission',
  'description_localized',
  'dm_permission',
  'guild_id',
  'id',
  'name_localized',
  'version',
]);

/** Lists whose order means nothing. */
const UNORDERED: ReadonlySet<string> = new Set([
  'channel_types',
  'contexts',
  'file_types',
  'integration_types',
]);

/** What Discord fills in at the root of a global command that does not say. */
const ROOT_DEFAULTS: Readonly<Record<string, string>> = {
  contexts: JSON.stringify([0, 1, 2]),
  integration_types: JSON.stringify([0]),
};

type Canonical = { readonly [key: string]: unknown };

/** Canonical form of a command. */
export function canonicalCommand(command: object): Canonical {
  const canonical = canonicalObject(command) as Record<string, unknown>;
  for (const [field, filledIn] of Object.entries(ROOT_DEFAULTS)) {
    if (JSON.stringify(canonical[field]) === filledIn) delete canonical[field];
  }
  return canonical;
}

/** Paths of the fields in which two canonical forms differ. */
export function changedFields(before: unknown, after: unknown, path = ''): readonly string[] {
  if (!isObject(before) || !isObject(after)) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [path];
  }
  const order = orderChange(before, after, path);
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [
    ...order,
    ...Array.from(fields).flatMap((field) =>
      changedFields(before[field], after[field], path === '' ? field : `${path}.${field}`),
    ),
  ];
}

function canonicalObject(value: object): Canonical {
  const entries = Object.entries(value)
    .filter(([field, content]) => !REMOTE_ONLY.has(field) && !isUnset(content))
    .map(([field, content]): [string, unknown] => [field, canonicalField(field, content)])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function canonicalField(field: string, content: unknown): unknown {
  if (field === 'options' && Array.isArray(content)) return byName(content);
  if (field === 'type') return content;
  if (UNORDERED.has(field) && Array.isArray(content)) return [...content].sort();
  if (Array.isArray(content)) return content.map((item) => (isObject(item) ? canonicalObject(item) : item));
  return isObject(content) ? canonicalObject(content) : content;
}

/** Options under their names, which makes the paths of changes readable; insertion keeps their order. */
function byName(options: readonly { readonly name: string }[]): Canonical {
  return Object.fromEntries(options.map((option) => [option.name, canonicalObject(option)]));
}

/** Options in another order are a change although each is the same. */
function orderChange(before: Canonical, after: Canonical, path: string): readonly string[] {
  if (!path.endsWith('options')) return [];
  const [a, b] = [Object.keys(before), Object.keys(after)];
  return a.length === b.length && a.every((name) => b.includes(name)) && a.join() !== b.join()
    ? [`${path} (order)`]
    : [];
}

/** Nothing said: the fields that Discord may leave out or send empty. `type` 1 and values such as 0 are said. */
function isUnset(content: unknown): boolean {
  if (content === undefined || content === null || content === false || content === '') return true;
  if (Array.isArray(content)) return content.length === 0;
  return isObject(content) && Object.keys(content).length === 0;
}

function isObject(value: unknown): value is Canonical {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What stands in one field, in the form of Discord's submission, so that it can be shown again. */
export interface RawInput {
  /** Of texts, radio groups and single checkboxes. */
  readonly value?: string | boolean | null;
  /** Of selects, uploads and checkbox groups. */
  readonly values?: readonly string[];
  /** Kind of each id that was selected, where a menu has several. */
  readonly types?: Readonly<Record<string, 'user' | 'role' | 'channel'>>;
}

/** Fields of a submission by custom id, however deep they stand in labels and rows. */
export function readRawInputs(
  components: unknown,
  found = new Map<string, RawInput>(),
): ReadonlyMap<string, RawInput> {
  if (!Array.isArray(components)) return found;
  for (const component of components as readonly SubmittedNode[]) {
    if (component.custom_id !== undefined) found.set(component.custom_id, component);
    if (component.component) readRawInputs([component.component], found);
    readRawInputs(component.components, found);
  }
  return found;
}

interface SubmittedNode extends RawInput {
  readonly custom_id?: string;
  readonly component?: unknown;
  readonly components?: unknown;
}

/** Form of a value that a user of the framework gives for a field: a text, a flag, an entity, or several. */
export function toRawInput(value: unknown): RawInput | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === 'boolean') return { value };
  if (!Array.isArray(value))
    return typeof value === 'string' ? { value, values: [value] } : rawEntities([value]);
  return value.every((one) => typeof one === 'string') ? { values: value } : rawEntities(value);
}

function rawEntities(entities: readonly unknown[]): RawInput {
  const known = entities as readonly { readonly id: string; readonly username?: string }[];
  const types = known.map(({ id, username }) => [id, username === undefined ? 'role' : 'user'] as const);
  return { values: known.map(({ id }) => id), types: Object.fromEntries(types) };
}

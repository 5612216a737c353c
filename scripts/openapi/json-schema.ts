/** Strict check of a value against a JSON schema as OpenAPI 3.1 uses it; keys that no schema names count as errors. */

/** Schema, as far as it is looked at. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | JsonSchema;
  readonly items?: JsonSchema;
  readonly oneOf?: readonly JsonSchema[];
  readonly anyOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly minLength?: number;
  readonly maxItems?: number;
  readonly pattern?: string;
}

/** Finds a schema by its reference. */
export type SchemaLookup = (reference: string) => JsonSchema;

/** Differences between a value and a schema, each with its path; empty when the value is valid. */
export function differences(value: unknown, schema: JsonSchema, lookup: SchemaLookup, path = '$'): string[] {
  const resolved = schema.$ref === undefined ? schema : lookup(schema.$ref);
  const branches = resolved.oneOf ?? resolved.anyOf;
  if (branches) return bestBranch(value, branches, lookup, path);
  if (resolved.allOf) return differences(value, merge(resolved, lookup), lookup, path);
  if (resolved.const !== undefined && resolved.const !== value)
    return [`${path}: is not ${JSON.stringify(resolved.const)}`];
  if (resolved.enum && !resolved.enum.includes(value))
    return [`${path}: ${JSON.stringify(value)} is not one of the values`];
  const type = typeOf(value);
  if (resolved.type !== undefined && !admits([resolved.type].flat(), value, type)) {
    return [`${path}: is ${type}, expected ${[resolved.type].flat().join(' or ')}`];
  }
  if (type === 'array') {
    const items = resolved.items;
    return items
      ? (value as unknown[]).flatMap((item, i) => differences(item, items, lookup, `${path}[${i}]`))
      : [];
  }
  if (type === 'object') return objectDifferences(value as Record<string, unknown>, resolved, lookup, path);
  return scalarDifferences(value, resolved, path);
}

function bestBranch(
  value: unknown,
  branches: readonly JsonSchema[],
  lookup: SchemaLookup,
  path: string,
): string[] {
  let best: string[] | undefined;
  for (const branch of branches) {
    const found = differences(value, branch, lookup, path);
    if (found.length === 0) return [];
    if (!best || found.length < best.length) best = found;
  }
  return best ?? [];
}

function merge(schema: JsonSchema, lookup: SchemaLookup): JsonSchema {
  const parts = (schema.allOf ?? []).map((part) => (part.$ref === undefined ? part : lookup(part.$ref)));
  const { allOf: _allOf, ...own } = schema;
  if (parts.length === 1 && Object.keys(own).every((key) => key === 'description')) return parts[0]!;
  return {
    ...Object.assign({}, ...parts),
    ...own,
    properties: Object.assign({}, ...parts.map(({ properties }) => properties), own.properties),
    required: [...parts, own].flatMap(({ required }) => required ?? []),
  };
}

function objectDifferences(
  value: Record<string, unknown>,
  { properties, required = [], additionalProperties }: JsonSchema,
  lookup: SchemaLookup,
  path: string,
): string[] {
  const missing = required
    .filter((key) => value[key] === undefined)
    .map((key) => `${path}.${key}: is missing`);
  const wrong = Object.entries(value).flatMap(([key, field]) => {
    const schema = properties?.[key];
    if (schema) return differences(field, schema, lookup, `${path}.${key}`);
    if (typeof additionalProperties === 'object')
      return differences(field, additionalProperties, lookup, `${path}.${key}`);
    return properties && additionalProperties !== true ? [`${path}.${key}: is not described`] : [];
  });
  return [...missing, ...wrong];
}

function scalarDifferences(value: unknown, schema: JsonSchema, path: string): string[] {
  if (typeof value === 'number') {
    const isLow = schema.minimum !== undefined && value < schema.minimum;
    const isHigh = schema.maximum !== undefined && value > schema.maximum;
    return isLow || isHigh ? [`${path}: ${value} is out of range`] : [];
  }
  if (typeof value !== 'string') return [];
  if (schema.maxLength !== undefined && value.length > schema.maxLength) return [`${path}: is too long`];
  if (schema.minLength !== undefined && value.length < schema.minLength) return [`${path}: is too short`];
  const isMismatch = schema.pattern !== undefined && !new RegExp(schema.pattern, 'u').test(value);
  return isMismatch ? [`${path}: "${value}" does not match ${schema.pattern}`] : [];
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return typeof value;
}

function admits(types: readonly string[], value: unknown, type: string): boolean {
  return types.includes(type) || (types.includes('integer') && Number.isInteger(value));
}

/** JSON schema as Discord's OpenAPI description uses it. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly pattern?: string;
  readonly format?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly maxProperties?: number;
}

const MAX_INT32 = 2 ** 31 - 1;

/** How strictly numbers are looked at. */
export interface SchemaValidatorOptions {
  /** Takes decimal strings for large integers, as Discord takes permissions; the description calls them integers. */
  readonly mayWriteNumbersAsText?: boolean;
}

/** Compares values with schemas: objects may have no property that the schema does not know. */
export class SchemaValidator {
  readonly #schemas: Readonly<Record<string, Schema>>;
  readonly #mayWriteNumbersAsText: boolean;

  constructor(
    schemas: Readonly<Record<string, Schema>>,
    { mayWriteNumbersAsText = false }: SchemaValidatorOptions = {},
  ) {
    this.#schemas = schemas;
    this.#mayWriteNumbersAsText = mayWriteNumbersAsText;
  }

  resolve(schema: Schema): Schema {
    if (schema.$ref === undefined) return schema;
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = this.#schemas[name];
    if (!target) throw new Error(`The description has no schema ${name}.`);
    return this.resolve(target);
  }

  /** Names of all properties that a value may have, whatever variant it is. */
  propertyNames(schema: Schema): ReadonlySet<string> {
    const { properties, oneOf, anyOf, allOf } = this.resolve(schema);
    const inner = [...(oneOf ?? []), ...(anyOf ?? []), ...(allOf ?? [])].flatMap((each) => [
      ...this.propertyNames(each),
    ]);
    return new Set([...Object.keys(properties ?? {}), ...inner]);
  }

  /** What is wrong with a value, one line each; empty when nothing is. */
  validate(value: unknown, given: Schema, path: string): string[] {
    const schema = this.resolve(given);
    const variants = schema.oneOf ?? schema.anyOf;
    if (variants) return this.#validateVariants(value, variants, path);
    const type = typeOf(value);
    const wrongType = this.#validateType(value, type, schema, path);
    if (wrongType.length > 0) return wrongType;
    return [
      ...validateChoice(value, schema, path),
      ...this.#validateParts(value, schema, path),
      ...this.#validateContent(value, schema, path),
    ];
  }

  /** Faults of the variant that fits best. */
  #validateVariants(value: unknown, variants: readonly Schema[], path: string): string[] {
    const faults = variants.map((variant) => this.validate(value, variant, path));
    return faults.reduce((best, each) => (each.length < best.length ? each : best), faults[0] ?? []);
  }

  /** Every part of an `allOf` looks at the properties of its own. */
  #validateParts(value: unknown, schema: Schema, path: string): string[] {
    const parts = schema.allOf ?? [];
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return parts.flatMap((part) => this.validate(value, part, path));
    }
    const all = this.propertyNames(schema);
    return parts.flatMap((part, index) => {
      const own = this.propertyNames(part);
      const mine = Object.entries(value).filter(([key]) => own.has(key) || (index === 0 && !all.has(key)));
      return this.validate(Object.fromEntries(mine), part, path);
    });
  }

  #validateType(value: unknown, type: string, schema: Schema, path: string): string[] {
    const allowed = schema.type === undefined ? [] : [schema.type].flat();
    if (allowed.length === 0 || allowed.includes(type)) return [];
    if (type === 'integer' && allowed.includes('number')) return [];
    const isLarge =
      this.#mayWriteNumbersAsText &&
      schema.format !== 'int32' &&
      (schema.maximum ?? Number.POSITIVE_INFINITY) > MAX_INT32;
    if (allowed.includes('integer') && isLarge && type === 'string' && /^\d+$/.test(value as string))
      return [];
    return [`${path}: is ${type}, should be ${allowed.join(' or ')}`];
  }

  #validateContent(value: unknown, schema: Schema, path: string): string[] {
    if (typeof value === 'string') return validateText(value, schema, path);
    if (typeof value === 'number') return validateNumber(value, schema, path);
    if (Array.isArray(value)) return this.#validateItems(value, schema, path);
    if (typeof value === 'object' && value !== null) return this.#validateProperties(value, schema, path);
    return [];
  }

  #validateItems(value: readonly unknown[], schema: Schema, path: string): string[] {
    const faults = checkRange(value.length, schema.minItems, schema.maxItems, path, 'items');
    if (schema.items)
      faults.push(...value.flatMap((item, i) => this.validate(item, schema.items!, `${path}[${i}]`)));
    return faults;
  }

  #validateProperties(value: object, schema: Schema, path: string): string[] {
    const { properties, required = [], additionalProperties } = schema;
    if (!properties && additionalProperties === undefined) return [];
    const faults = required
      .filter((key) => !(key in value))
      .map((key) => `${path}.${key}: is required and missing`);
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      const known = properties && Object.hasOwn(properties, key) ? properties[key] : undefined;
      if (known) faults.push(...this.validate(item, known, `${path}.${key}`));
      else if (typeof additionalProperties === 'object') {
        faults.push(...this.validate(item, additionalProperties, `${path}.${key}`));
      } else if (additionalProperties !== true) faults.push(`${path}.${key}: is not known`);
    }
    return faults;
  }
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

function validateChoice(value: unknown, schema: Schema, path: string): string[] {
  if (schema.const !== undefined && schema.const !== value)
    return [`${path}: should be ${JSON.stringify(schema.const)}`];
  if (!schema.enum || schema.enum.length === 0 || schema.enum.includes(value)) return [];
  return [`${path}: is ${JSON.stringify(value)}, should be one of ${JSON.stringify(schema.enum)}`];
}

function validateText(text: string, schema: Schema, path: string): string[] {
  if (schema.format === 'snowflake' && !/^\d+$/.test(text)) return [`${path}: is no id`];
  if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(text))
    return [`${path}: has not the form ${schema.pattern}`];
  if (schema.format === 'uri' && !URL.canParse(text)) return [`${path}: is no URL`];
  if (schema.format === 'date-time' && Number.isNaN(Date.parse(text))) return [`${path}: is no time`];
  return checkRange(text.length, schema.minLength, schema.maxLength, path, 'characters');
}

function validateNumber(value: number, schema: Schema, path: string): string[] {
  return checkRange(value, schema.minimum, schema.maximum, path, '');
}

function checkRange(
  value: number,
  least: number | undefined,
  most: number | undefined,
  path: string,
  unit: string,
): string[] {
  if (least !== undefined && value < least)
    return [`${path}: is ${value} ${unit}, should be at least ${least}`];
  if (most !== undefined && value > most) return [`${path}: is ${value} ${unit}, should be at most ${most}`];
  return [];
}

/**
 * Reads a request body field by field and collects what is wrong with it.
 *
 * Each reading method gives the value when it is right and `undefined` when it is absent or wrong; `check()` throws
 * everything that was found at once, as Discord does.
 */
import type { Snowflake } from '../../types/type-tools.js';
import type { FieldError } from './api-failure.js';
import { ApiFailure } from './api-failure.js';

/** Bounds of a text or list, and whether it must be there. */
export interface LengthRule {
  readonly required?: boolean;
  readonly min?: number;
  readonly max?: number;
}

/** Bounds of a number, and whether it must be there. */
export interface NumberRule extends LengthRule {
  /** The only values that are allowed. */
  readonly oneOf?: readonly number[];
}

type Path = readonly (string | number)[];

/** Part of a body: an object and where in the body it stands. */
export class Form {
  readonly #value: Readonly<Record<string, unknown>>;
  readonly #path: Path;
  readonly #errors: FieldError[];

  private constructor(value: Readonly<Record<string, unknown>>, path: Path, errors: FieldError[]) {
    this.#value = value;
    this.#path = path;
    this.#errors = errors;
  }

  /** Form over a whole body; anything but an object counts as empty. */
  static of(body: unknown, path: Path = []): Form {
    return new Form(isObject(body) ? body : {}, path, []);
  }

  /** Throws all errors found so far, also those of the forms inside. */
  check(): void {
    if (this.#errors.length > 0) throw new ApiFailure(400, 50035, 'Invalid Form Body', this.#errors);
  }

  get hasErrors(): boolean {
    return this.#errors.length > 0;
  }

  /** Whether the key is there, `null` included. */
  has(key: string): boolean {
    return this.#value[key] !== undefined;
  }

  isNull(key: string): boolean {
    return this.#value[key] === null;
  }

  raw(key: string): unknown {
    return this.#value[key];
  }

  /** Notes an error at a key of this form, or at the form itself. */
  fail(key: string | undefined, code: string, message: string): void {
    this.#errors.push({ path: key === undefined ? this.#path : [...this.#path, key], code, message });
  }

  string(key: string, rule: LengthRule = {}): string | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      this.fail(key, 'STRING_TYPE_CONVERT', `Could not interpret "${JSON.stringify(value)}" as string.`);
      return undefined;
    }
    const text = String(value);
    return this.#checkLength(key, text.length, rule, text === '' && rule.required === true)
      ? text
      : undefined;
  }

  integer(key: string, rule: NumberRule = {}): number | undefined {
    return this.#number(key, rule, 'int', (value) => Number.isInteger(value));
  }

  number(key: string, rule: NumberRule = {}): number | undefined {
    return this.#number(key, rule, 'float', (value) => Number.isFinite(value));
  }

  boolean(key: string, rule: { readonly required?: boolean } = {}): boolean | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined || typeof value === 'boolean') return value;
    this.fail(key, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  snowflake(key: string, rule: { readonly required?: boolean } = {}): Snowflake | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined) return undefined;
    const text = String(value);
    if (/^\d{1,20}$/.test(text)) return text;
    this.fail(key, 'NUMBER_TYPE_COERCE', `Value "${text}" is not snowflake.`);
    return undefined;
  }

  /** Permission bits, as a decimal string or a number. */
  bits(key: string): string | undefined {
    const value = this.#present(key, false);
    if (value === undefined) return undefined;
    if (/^\d+$/.test(String(value))) return String(value);
    this.fail(key, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
    return undefined;
  }

  /** ISO timestamp. */
  timestamp(key: string, rule: { readonly required?: boolean } = {}): string | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined) return undefined;
    const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN;
    if (Number.isFinite(ms)) return new Date(ms).toISOString().replace('Z', '000+00:00');
    this.fail(key, 'TIMESTAMP_TYPE_CONVERT', `Could not parse ${String(value)}. Should be ISO8601.`);
    return undefined;
  }

  /** Form inside this one. */
  object(key: string, rule: { readonly required?: boolean } = {}): Form | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined) return undefined;
    if (isObject(value)) return new Form(value, [...this.#path, key], this.#errors);
    this.fail(key, 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType');
    return undefined;
  }

  /** Forms of a list; wrong items are noted and left out. */
  list(key: string, rule: LengthRule = {}): Form[] | undefined {
    return this.#items(key, rule)?.flatMap((item, index) => {
      if (isObject(item)) return [new Form(item, [...this.#path, key, index], this.#errors)];
      const path = [...this.#path, key, index];
      this.#errors.push({
        path,
        code: 'DICT_TYPE_CONVERT',
        message: 'Only dictionaries may be used in a DictType',
      });
      return [];
    });
  }

  /** Forms of a list that is the whole body: errors stand at the index alone. */
  rootList(key: string): { readonly items: Form[]; check(): void } {
    const inner = (this.#value[key] as unknown[]) ?? [];
    const items = inner.map(
      (item, index) => new Form(isObject(item) ? item : {}, [...this.#path, index], this.#errors),
    );
    return { items, check: () => this.check() };
  }

  /** Items of a list of texts. */
  strings(key: string, rule: LengthRule & { readonly itemMax?: number } = {}): string[] | undefined {
    return this.#items(key, rule)?.map((item, index) => {
      const text = String(item);
      if (rule.itemMax !== undefined && text.length > rule.itemMax) {
        this.#errors.push({
          path: [...this.#path, key, index],
          code: 'BASE_TYPE_MAX_LENGTH',
          message: `Must be ${rule.itemMax} or fewer in length.`,
        });
      }
      return text;
    });
  }

  /** Items of a list of integers. */
  integers(
    key: string,
    rule: LengthRule & { readonly oneOf?: readonly number[] } = {},
  ): number[] | undefined {
    return this.#items(key, rule)?.map((item, index) => {
      const path = [...this.#path, key, index];
      if (!Number.isInteger(item)) {
        this.#errors.push({
          path,
          code: 'NUMBER_TYPE_COERCE',
          message: `Value "${String(item)}" is not int.`,
        });
      } else if (rule.oneOf && !rule.oneOf.includes(item as number)) {
        this.#errors.push({ path, code: 'BASE_TYPE_CHOICES', message: choicesMessage(rule.oneOf) });
      }
      return item as number;
    });
  }

  #items(key: string, rule: LengthRule): unknown[] | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) {
      this.fail(key, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    return this.#checkLength(key, value.length, rule, false) ? value : undefined;
  }

  #number(key: string, rule: NumberRule, kind: string, fits: (value: number) => boolean): number | undefined {
    const value = this.#present(key, rule.required);
    if (value === undefined) return undefined;
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
    if (typeof number !== 'number' || !fits(number)) {
      this.fail(key, 'NUMBER_TYPE_COERCE', `Value ${JSON.stringify(value)} is not ${kind}.`);
      return undefined;
    }
    if (rule.oneOf && !rule.oneOf.includes(number))
      this.fail(key, 'BASE_TYPE_CHOICES', choicesMessage(rule.oneOf));
    else if (rule.min !== undefined && number < rule.min) {
      this.fail(key, 'NUMBER_TYPE_MIN', `${kind} value should be greater than or equal to ${rule.min}.`);
    } else if (rule.max !== undefined && number > rule.max) {
      this.fail(key, 'NUMBER_TYPE_MAX', `${kind} value should be less than or equal to ${rule.max}.`);
    } else return number;
    return undefined;
  }

  #present(key: string, isRequired: boolean | undefined): unknown {
    const value = this.#value[key];
    if (value !== undefined && value !== null) return value;
    if (isRequired) this.fail(key, 'BASE_TYPE_REQUIRED', 'This field is required');
    return undefined;
  }

  #checkLength(
    key: string,
    length: number,
    { min = 0, max = Number.POSITIVE_INFINITY }: LengthRule,
    isEmpty: boolean,
  ): boolean {
    if (length >= min && length <= max) return true;
    if (isEmpty) this.fail(key, 'BASE_TYPE_REQUIRED', 'This field is required');
    else if (min > 0 && max < Number.POSITIVE_INFINITY) {
      this.fail(key, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
    } else if (length > max) this.fail(key, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    else this.fail(key, 'BASE_TYPE_MIN_LENGTH', `Must be ${min} or more in length.`);
    return false;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function choicesMessage(choices: readonly number[]): string {
  return `Value must be one of {${choices.join(', ')}}.`;
}

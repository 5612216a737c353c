/**
 * Limits that class-validator's decorators wrote on an options class, as Discord's own.
 *
 * The library is 16 MB and never loaded from here: its first decorator puts a storage on `globalThis`, and that is all
 * this file looks at.
 */
import type { OptionSettings } from './option-settings.js';

/** Part of one rule in the storage that is read. */
interface ValidatorRule {
  readonly name?: string;
  readonly type: string;
  readonly propertyName: string;
  readonly constraints?: readonly unknown[];
}

interface ValidatorStorage {
  getTargetValidationMetadatas(
    target: object,
    schema: string,
    always: boolean,
    strict: boolean,
  ): ValidatorRule[];
}

type Limits = Pick<OptionSettings, 'maxLength' | 'maxValue' | 'minLength' | 'minValue'>;

const readers: Readonly<Record<string, (constraints: readonly unknown[]) => Limits>> = {
  min: ([minValue]) => ({ minValue: Number(minValue) }),
  max: ([maxValue]) => ({ maxValue: Number(maxValue) }),
  isPositive: () => ({ minValue: 1 }),
  isNegative: () => ({ maxValue: -1 }),
  minLength: ([minLength]) => ({ minLength: Number(minLength) }),
  maxLength: ([maxLength]) => ({ maxLength: Number(maxLength) }),
  isLength: ([minLength, maxLength]) => ({
    minLength: Number(minLength),
    ...(maxLength === undefined ? {} : { maxLength: Number(maxLength) }),
  }),
  isNotEmpty: () => ({ minLength: 1 }),
};

/** Whether a class has rules of class-validator. */
export function hasValidatorRules(target: object): boolean {
  return rulesOf(target).length > 0;
}

/** Discord's limits for what class-validator says of one property. */
export function validatorSettings(target: object, property: string): Limits {
  const limits: Limits[] = rulesOf(target)
    .filter((rule) => rule.propertyName === property)
    .map((rule) => readers[rule.name ?? rule.type]?.(rule.constraints ?? []) ?? {});
  return Object.assign({}, ...limits) as Limits;
}

/** How many values class-validator allows in one property that is an array. */
export function validatorCounts(
  target: object,
  property: string,
): { readonly minValues?: number; readonly maxValues?: number } {
  const bounds: { minValues?: number; maxValues?: number } = {};
  for (const { constraints: [count] = [], name, propertyName, type } of rulesOf(target)) {
    if (propertyName !== property) continue;
    if ((name ?? type) === 'arrayMinSize') bounds.minValues = Number(count);
    if ((name ?? type) === 'arrayMaxSize') bounds.maxValues = Number(count);
  }
  return bounds;
}

function rulesOf(target: object): readonly ValidatorRule[] {
  const storage = (globalThis as { classValidatorMetadataStorage?: ValidatorStorage })
    .classValidatorMetadataStorage;
  return storage?.getTargetValidationMetadatas(target, '', false, false) ?? [];
}

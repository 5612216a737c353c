import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import { toSnakeCase } from '../utils/letter-case.js';
import { checkOption, MAX_OPTIONS } from './check-option.js';
import { checkDefault, checkDescriptor } from './check-option-settings.js';
import type { CompiledOption, OptionSchema, OptionsClass } from './compiled-option.js';
import type { AnyOption, DeclaredOption, OptionDescriptor, OptionShape } from './option-descriptor.js';
import { optionMetadata } from './option-descriptor.js';
import { refuseUndecorated } from './refuse-undecorated.js';
import { validatorSettings } from './validator-limits.js';

/** Options of a handler as they may be written: a class, or a shape in place. */
export type OptionsSource = OptionsClass | OptionShape;

const EMPTY: OptionSchema = { options: [], optionsClass: undefined, create: () => ({}) };

/**
 * Reads an options class or an inline shape.
 *
 * The class is constructed once here, to find which properties have an initialiser: those options are optional.
 * @throws {InvalidDefinitionError} naming the class and property that break a rule.
 */
export function compileOptions(source: OptionsSource | undefined, place: string): OptionSchema {
  if (source === undefined) return EMPTY;
  const schema = typeof source === 'function' ? fromClass(source) : fromShape(source, place);
  checkTogether(schema.options, typeof source === 'function' ? source.name : place);
  return schema;
}

function fromClass(optionsClass: OptionsClass): OptionSchema {
  const declared = latestByProperty(optionMetadata.of(optionsClass));
  if (declared.length === 0) {
    throw new InvalidDefinitionError('no property has an @Option decorator', optionsClass.name);
  }
  const defaults = constructOnce(optionsClass);
  const decorated = new Set(declared.map(({ property }) => property));
  refuseUndecorated(defaults, decorated, { decorator: 'Option', className: optionsClass.name });
  const options = declared.map(({ property, descriptor }) => {
    const place = `${optionsClass.name}.${property}`;
    checkDescriptor(descriptor, place);
    const limited = {
      ...descriptor,
      settings: { ...validatorSettings(optionsClass, property), ...descriptor.settings },
    };
    return compileOption(property, limited, defaults[property], place);
  });
  return { options, optionsClass, create: () => construct(optionsClass) };
}

function fromShape(shape: OptionShape, place: string): OptionSchema {
  const options = Object.entries(shape).map(([property, option]) => {
    const where = `${place}, option "${property}"`;
    const descriptor = (option as Partial<AnyOption> | undefined)?.descriptor;
    if (!descriptor) {
      throw new InvalidDefinitionError(`is no option; write ${property}: Option.string('What it is')`, where);
    }
    checkDescriptor(descriptor, where);
    return compileOption(property, descriptor, undefined, where);
  });
  return { options, optionsClass: undefined, create: () => ({}) };
}

function compileOption(
  property: string,
  descriptor: OptionDescriptor,
  defaultValue: unknown,
  place: string,
): CompiledOption {
  if (defaultValue !== undefined && descriptor.settings.required === false) {
    throw new InvalidDefinitionError(
      'has an initialiser and { required: false }; the initialiser alone makes it optional, so drop one of them',
      place,
    );
  }
  const option: CompiledOption = {
    property,
    name: descriptor.settings.name ?? toSnakeCase(property),
    isRequired: descriptor.settings.required !== false && defaultValue === undefined,
    defaultValue,
    descriptor,
    place,
  };
  checkOption(option);
  checkDefault(option);
  return option;
}

/** A property declared again in a subclass replaces the inherited one, in its place. */
function latestByProperty(declared: readonly DeclaredOption[]): readonly DeclaredOption[] {
  return [...new Map(declared.map((entry) => [entry.property, entry])).values()];
}

/** @throws {InvalidDefinitionError} when the class cannot be built without arguments. */
function constructOnce(optionsClass: OptionsClass): Record<string, unknown> {
  try {
    return construct(optionsClass);
  } catch (cause) {
    throw new InvalidDefinitionError(
      `the options class cannot be built: ${(cause as Error).message}. It is built without arguments, for each use anew`,
      optionsClass.name,
      { cause },
    );
  }
}

function construct(optionsClass: OptionsClass): Record<string, unknown> {
  return new optionsClass() as Record<string, unknown>;
}

function checkTogether(options: readonly CompiledOption[], place: string): void {
  if (options.length > MAX_OPTIONS) {
    throw new InvalidDefinitionError(`has ${options.length} options; Discord takes ${MAX_OPTIONS}`, place);
  }
  const seen = new Map<string, CompiledOption>();
  for (const option of options) {
    const other = seen.get(option.name);
    if (other)
      throw new InvalidDefinitionError(`has the name "${option.name}" of ${other.place}`, option.place);
    seen.set(option.name, option);
  }
}

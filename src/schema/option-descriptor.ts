import { ownerOfProperty, placeOf, refuseBare } from '../errors/decorator-site.js';
import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import { ClassMetadata } from '../utils/class-metadata.js';
import type { ConverterLike } from './converter.js';
import type { Fits } from './option-fit.js';
import type { OptionKind } from './option-kind.js';
import type { OptionSettings } from './option-settings.js';

/** Names of the two types that a descriptor carries for the compiler only. */
declare const valueType: unique symbol;
declare const requiredType: unique symbol;

/** What one option is, apart from where it stands. */
export interface OptionDescriptor {
  readonly kind: OptionKind;
  readonly description: string;
  readonly settings: OptionSettings;
  /** Makes the value of a `custom` option. */
  readonly converter?: ConverterLike<unknown>;
  /** What a `list` is made of, and what a `union` may be. */
  readonly items?: readonly OptionDescriptor[];
}

/** Any option as a value; names no types, or the compiler would infer an option's own from it. */
export interface AnyOption {
  /** What the option is, as data. @internal */
  readonly descriptor: OptionDescriptor;
}

/** Option as a property decorator and, in an inline shape, as a value. */
export interface OptionDecorator<Value, Required extends boolean> extends AnyOption {
  /** Type of the value, for the compiler only. @internal */
  readonly [valueType]?: Value;
  /** Whether it is required, for the compiler only. @internal */
  readonly [requiredType]?: Required;
  <T, K extends keyof T & string>(target: T & Fits<T, K, Value, Required>, key: K): void;
}

/** Options written in place: `{ a: Option.integer('First') }`. */
export type OptionShape = Readonly<Record<string, AnyOption>>;

/** Object that an inline shape gives to the handler. */
export type OptionsOf<Shape extends OptionShape> = {
  readonly [K in keyof Shape as Shape[K] extends OptionDecorator<infer _V, true> ? K : never]: ValueOf<
    Shape[K]
  >;
} & {
  readonly [K in keyof Shape as Shape[K] extends OptionDecorator<infer _V, true> ? never : K]?: ValueOf<
    Shape[K]
  >;
};

/** Value that an option gives. */
export type ValueOf<D> = D extends OptionDecorator<infer Value, boolean> ? Value : never;

/** Entry that an option decorator leaves on its class. */
export interface DeclaredOption {
  readonly property: string;
  readonly descriptor: OptionDescriptor;
}

export const optionMetadata = new ClassMetadata<DeclaredOption>('option');

/** Makes the decorator of a descriptor. */
export function makeOption<Value, Required extends boolean>(
  descriptor: OptionDescriptor,
): OptionDecorator<Value, Required> {
  const name = `Option.${descriptor.kind}`;
  refuseBare(name, [descriptor.description, descriptor.settings], `${name}('What it is')`);
  const decorate = (target: object, property: string, site?: unknown): void => {
    const owner = ownerOfProperty(name, target, property, site);
    if (optionMetadata.ofClass(owner).some((other) => other.property === property)) {
      throw new InvalidDefinitionError('has two @Option decorators; keep one', placeOf(target, property));
    }
    optionMetadata.add(owner, { property, descriptor });
  };
  return Object.assign(decorate, { descriptor }) as OptionDecorator<Value, Required>;
}

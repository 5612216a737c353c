/** Kinds of path parameters and what a handler gets for each. */
export interface PathParameterTypes {
  /** Any text. */
  readonly string: string;
  /** Whole number, as in `:page(integer)`. */
  readonly integer: number;
  /** Number, as in `:price(number)`. */
  readonly number: number;
  /** Yes or no, as in `:open(boolean)`. */
  readonly boolean: boolean;
  /** Id of Discord's, as in `:user(snowflake)`: digits. */
  readonly snowflake: string;
}

/** Name of a kind, as in `:page(integer)`. */
export type PathParameterKind = keyof PathParameterTypes;

/**
 * Parameters of a path, read from its literal: `'poll/:poll/page/:n(integer)'` gives `{ poll: string; n: number }`.
 *
 * A path that is not a literal gives any names.
 */
export type PathParams<Path extends string> = string extends Path
  ? Readonly<Record<string, string | number | boolean>>
  : {
      readonly [Name in ParameterOf<Path>['name']]: TypeOf<
        Extract<ParameterOf<Path>, { name: Name }>['kind']
      >;
    };

/** Path itself when every kind in it exists, and a message for the compiler's error otherwise. */
export type CheckedPath<Path extends string> = string extends Path
  ? Path
  : [ParameterOf<Path>['kind']] extends [PathParameterKind]
    ? Path extends `:${string}` | `~${string}` | '' | `/${string}`
      ? 'a path begins with a word of its own, before any parameter'
      : Path
    : 'unknown kind of parameter: use string, integer, number, boolean or snowflake';

type SegmentOf<Path extends string> = Path extends `${infer Head}/${infer Rest}`
  ? Head | SegmentOf<Rest>
  : Path;

type ParameterOf<Path extends string> = ParameterIn<SegmentOf<Path>>;

type ParameterIn<Segment extends string> = Segment extends `:${infer Name}(${infer Kind})`
  ? { name: Name; kind: Kind }
  : Segment extends `:${infer Name}`
    ? { name: Name; kind: 'string' }
    : never;

type TypeOf<Kind> = Kind extends PathParameterKind ? PathParameterTypes[Kind] : never;

import { CustomIdTooLongError } from '../../errors/custom-id-too-long-error.js';
import { InvalidComponentError } from '../../errors/invalid-component-error.js';
import type { PathParameterKind } from './path-params.js';

/** Longest custom id that Discord takes. @see https://docs.discord.com/developers/components/reference#anatomy-of-a-component */
export const MAX_CUSTOM_ID_LENGTH = 100;

/** Character that begins the ids of views and modals, and so none of a path. */
export const RESERVED_PREFIX = '~';

/** Value of one parameter. */
export type PathValue = string | number | boolean;

/** Values by parameter name. */
export type PathValues = Readonly<Record<string, PathValue>>;

interface Parameter {
  readonly name: string;
  readonly kind: PathParameterKind;
}

type Segment = string | Parameter;

interface ParameterCodec {
  read(text: string): PathValue | undefined;
  accepts(value: unknown): boolean;
}

const CODECS = {
  string: { read: decodeText, accepts: (value) => typeof value === 'string' },
  integer: {
    read: (text) => (/^-?\d{1,16}$/.test(text) ? safeInteger(text) : undefined),
    accepts: Number.isSafeInteger,
  },
  number: { read: readNumber, accepts: Number.isFinite },
  boolean: {
    read: (text) => (text === 'true' ? true : text === 'false' ? false : undefined),
    accepts: (value) => typeof value === 'boolean',
  },
  snowflake: {
    read: (text) => (/^\d{1,20}$/.test(text) ? text : undefined),
    accepts: (value) => typeof value === 'string' && /^\d{1,20}$/.test(value),
  },
} as const satisfies Record<PathParameterKind, ParameterCodec>;

/**
 * Custom id with typed parameters, such as `poll/:poll/vote/:choice`, compiled once.
 *
 * It builds ids and reads them back; slashes and percent signs in values are escaped.
 */
export class ComponentPath {
  readonly source: string;
  /** First segment, by which a router finds the path. */
  readonly head: string;
  readonly #segments: readonly Segment[];

  /** @throws {InvalidComponentError} when the path is not well formed. */
  constructor(source: string) {
    this.source = source;
    this.#segments = source.split('/').map((text) => parseSegment(text, source));
    const [head] = this.#segments;
    if (typeof head !== 'string' || head.startsWith(RESERVED_PREFIX)) {
      throw invalid(source, 'it has to begin with a word of its own, as in "poll/:id"');
    }
    this.head = head;
    const names = this.parameterNames;
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw invalid(source, `the parameter ":${twice}" stands there twice`);
  }

  get segmentCount(): number {
    return this.#segments.length;
  }

  get parameterNames(): readonly string[] {
    return this.#segments.flatMap((segment) => (typeof segment === 'string' ? [] : [segment.name]));
  }

  /** Same for two paths that would match the same ids. */
  get shape(): string {
    return this.#segments.map((segment) => (typeof segment === 'string' ? segment : ':')).join('/');
  }

  /**
   * Custom id with these values.
   *
   * @throws {CustomIdTooLongError} when it comes out longer than 100 characters.
   * @throws {InvalidComponentError} when a value is missing or not of its kind.
   */
  build(values: PathValues): string {
    const customId = this.#segments.map((segment) => this.#write(segment, values)).join('/');
    if (customId.length <= MAX_CUSTOM_ID_LENGTH) return customId;
    throw new CustomIdTooLongError(
      `The custom id of "${this.source}" comes out ${customId.length} characters long, and Discord takes ` +
        `${MAX_CUSTOM_ID_LENGTH}: ${customId}. Put an id in it and keep the rest in a store.`,
      customId,
    );
  }

  /** Values of an id that was split at its slashes; `undefined` when it is not one of this path. */
  match(parts: readonly string[]): PathValues | undefined {
    if (parts.length !== this.#segments.length) return undefined;
    const values: Record<string, PathValue> = {};
    for (let i = 0; i < parts.length; i++) {
      const segment = this.#segments[i]!;
      const text = parts[i]!;
      if (typeof segment === 'string') {
        if (segment !== text) return undefined;
        continue;
      }
      const value = CODECS[segment.kind].read(text);
      if (value === undefined) return undefined;
      values[segment.name] = value;
    }
    return values;
  }

  #write(segment: Segment, values: PathValues): string {
    if (typeof segment === 'string') return segment;
    const value = values[segment.name];
    if (!CODECS[segment.kind].accepts(value) || value === '') {
      throw invalid(
        this.source,
        `":${segment.name}" takes a ${segment.kind}, and it was given ${JSON.stringify(value)}`,
      );
    }
    return typeof value === 'string' ? encodeText(value) : String(value);
  }
}

function parseSegment(text: string, source: string): Segment {
  if (text === '') throw invalid(source, 'a segment is empty');
  if (!text.startsWith(':')) return text;
  const match = /^:([A-Za-z_]\w*)(?:\((\w+)\))?$/.exec(text);
  if (!match) throw invalid(source, `"${text}" is no parameter; write ":name" or ":name(kind)"`);
  const kind = match[2] ?? 'string';
  if (!isKind(kind))
    throw invalid(source, `"${kind}" is no kind; there are ${Object.keys(CODECS).join(', ')}`);
  return { name: match[1]!, kind };
}

function isKind(text: string): text is PathParameterKind {
  return Object.hasOwn(CODECS, text);
}

function encodeText(value: string): string {
  return value.replace(/[%/]/g, (character) => (character === '%' ? '%25' : '%2F'));
}

function decodeText(text: string): string | undefined {
  if (text === '') return undefined;
  return text.includes('%') ? text.replaceAll('%2F', '/').replaceAll('%25', '%') : text;
}

function safeInteger(text: string): number | undefined {
  const value = Number(text);
  return Number.isSafeInteger(value) ? value : undefined;
}

function readNumber(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? value : undefined;
}

function invalid(source: string, reason: string): InvalidComponentError {
  return new InvalidComponentError(`The component path "${source}" cannot be used: ${reason}.`);
}

import { HIDDEN, redactText } from './redact-text.js';
import { Secret } from './secret.js';

/** Names under which a secret stands, whatever it looks like. */
const secretNames =
  /^(?:[\w-]*token|[\w-]*secret|secret_?key|password|(?:proxy-)?authorization|(?:set-)?cookie)$/i;

/** Secrets shorter than this would hide ordinary words. */
const MIN_LENGTH = 8;
/** How deep and how much of an object anybody reads in a log. */
const MAX_DEPTH = 8;
const MAX_OBJECTS = 2_000;
const CUT = '[…]';

/** One walk over a value: what was seen already, and how much there was. */
interface Walk {
  readonly seen: Map<object, unknown>;
  count: number;
}

/**
 * Takes secrets out of what is about to be written: those that it was told of, and everything that looks like one.
 *
 * What holds no secret is given back as it is, so an error stays the same object; the rest is copied, never changed.
 */
export class Redactor {
  readonly #known = new Set<string>();

  /** Hides a secret from now on wherever it stands, whatever its form. */
  hide(secret: Secret): void {
    const text = secret.reveal();
    if (text.length >= MIN_LENGTH) this.#known.add(text);
  }

  text(text: string): string {
    let shown = text;
    for (const secret of this.#known) shown = shown.replaceAll(secret, HIDDEN);
    return redactText(shown);
  }

  value<T>(value: T): T {
    return this.#value(value, 0, { seen: new Map(), count: 0 }) as T;
  }

  #value(value: unknown, depth: number, walk: Walk): unknown {
    if (typeof value === 'string') return this.text(value);
    if (typeof value !== 'object' || value === null || isHarmless(value)) return value;
    const seen = walk.seen.get(value);
    if (seen !== undefined) return seen;
    if (depth >= MAX_DEPTH || walk.count >= MAX_OBJECTS) return CUT;
    walk.count += 1;
    // A circle is cut where it closes.
    walk.seen.set(value, CUT);
    const shown = this.#object(value, depth + 1, walk);
    walk.seen.set(value, shown);
    return shown;
  }

  #object(value: object, depth: number, walk: Walk): unknown {
    if (value instanceof Error) return this.#error(value, depth, walk);
    if (value instanceof URL) return this.#unless(value, this.text(value.href), value.href);
    if (Array.isArray(value)) {
      const items = value.map((item) => this.#value(item, depth, walk));
      return items.some((item, index) => item !== value[index]) ? items : value;
    }
    if (value instanceof Map) return this.#map(value, depth, walk);
    if (value instanceof Set) {
      const items = [...value];
      const shown = this.#object(items, depth, walk);
      return shown === items ? value : new Set(shown as unknown[]);
    }
    if (hasJsonForm(value)) {
      const form = value.toJSON();
      return this.#unless(value, this.#value(form, depth, walk), form);
    }
    const names = Object.keys(value);
    const changes = this.#changes(value, names, depth, walk);
    if (changes.length === 0) return value;
    return Object.fromEntries([...names.map((name) => [name, read(value, name)]), ...changes]);
  }

  #map(map: Map<unknown, unknown>, depth: number, walk: Walk): unknown {
    const copy = new Map<unknown, unknown>();
    let isChanged = false;
    for (const [key, before] of map) {
      const shown = isSecret(String(key), before) ? HIDDEN : this.#value(before, depth, walk);
      isChanged ||= shown !== before;
      copy.set(this.#value(key, depth, walk), shown);
    }
    return isChanged ? copy : map;
  }

  /** Copy of an error that stays of its class; message, stack, cause and its own facts are looked at. */
  #error(error: Error, depth: number, walk: Walk): Error {
    const names = new Set(['message', 'stack', 'cause', 'errors', ...Object.keys(error)]);
    const present = [...names].filter((name) => name in error);
    const changes = this.#changes(error, present, depth, walk);
    if (changes.length === 0) return error;
    const copy = Object.create(Object.getPrototypeOf(error)) as Error;
    Object.defineProperties(copy, Object.getOwnPropertyDescriptors(error));
    // The stack is told apart: on a copy its getter finds nothing.
    for (const [name, value] of [['stack', error.stack] as const, ...changes]) {
      const enumerable = Object.prototype.propertyIsEnumerable.call(error, name);
      Object.defineProperty(copy, name, { value, enumerable, configurable: true, writable: true });
    }
    return copy;
  }

  /** Properties that must not be shown as they are. */
  #changes(value: object, names: readonly string[], depth: number, walk: Walk): [string, unknown][] {
    return names.flatMap((name) => {
      const before = read(value, name);
      const shown = isSecret(name, before) ? HIDDEN : this.#value(before, depth, walk);
      return shown === before ? [] : [[name, shown] as [string, unknown]];
    });
  }

  #unless(value: object, shown: unknown, form: unknown): unknown {
    return shown === form ? value : shown;
  }
}

function isSecret(name: string, value: unknown): boolean {
  if (!secretNames.test(name) || value instanceof Secret) return false;
  return typeof value === 'string' || (typeof value === 'object' && value !== null);
}

function isHarmless(value: object): boolean {
  return value instanceof Secret || value instanceof Date || ArrayBuffer.isView(value);
}

function hasJsonForm(value: object): value is { toJSON(): unknown } {
  return 'toJSON' in value && typeof value.toJSON === 'function';
}

/** What a getter that throws gives cannot be shown, and must not keep the rest from being shown. */
function read(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

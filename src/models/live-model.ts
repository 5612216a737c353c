/**
 * Models of what is cached.
 *
 * They look their record up by its id, so that one that is held shows every change, also when the record was forgotten and
 * came again. Two kinds look elsewhere first: a model of the past shows what was, and one that Discord has just answered
 * with shows the answer until the gateway tells of a later change, which is when the cached record differs from what it
 * was at the answer.
 */
import type { Snowflake } from '../types/type-tools.js';
import type { Inspect } from '../utils/inspect-as.js';
import { inspectAs, inspectCustom } from '../utils/inspect-as.js';
import type { ModelHost } from './host.js';
import type { RecordKind, RecordKinds } from './records.js';

/** Where the record of a model comes from: the cache or an event, an answer of Discord's, or how things were before. */
export type RecordOrigin = 'answer' | 'cache' | 'past';

/** View of a cached record that follows its changes for as long as it is held. */
export abstract class LiveModel<K extends RecordKind, R extends object = RecordKinds[K]> {
  readonly #host: ModelHost;
  readonly #origin: RecordOrigin;
  readonly #scope: Snowflake;
  /** Cached record as text, as it was when Discord answered; nothing once a later change is known. */
  #atAnswer: string | undefined;
  #record: R;

  /** `scope` is the guild of the record; empty for what belongs to none. */
  constructor(host: ModelHost, record: R, origin: RecordOrigin = 'cache', scope: Snowflake = '') {
    this.#host = host;
    this.#origin = origin;
    this.#scope = scope;
    this.#record = record;
    if (origin === 'answer') this.#atAnswer = textOf(this.lookUp(record));
  }

  /** Record in Discord's own names, for fields that have no property here. */
  get raw(): R {
    if (this.#origin === 'past' || (this.#atAnswer !== undefined && this.#isStillAnswered()))
      return this.#record;
    this.#record = this.current(this.#record);
    return this.#record;
  }

  /** Bot that sees it. @internal */
  protected get host(): ModelHost {
    return this.#host;
  }

  /** Guild or channel by which its record is looked up. @internal */
  protected get scope(): Snowflake {
    return this.#scope;
  }

  /** Kind of entity, as the cache names it. */
  protected abstract get kind(): K;

  /** Id by which the record is looked up. */
  protected idOf(record: R): Snowflake {
    return (record as { readonly id: Snowflake }).id;
  }

  /** Whether the other is of the same entity: as it is now, as it was, or as another bot sees it. */
  equals(other: unknown): boolean {
    if (!(other instanceof LiveModel) || other.kind !== this.kind) return false;
    return (
      other.idOf(other.#record) === this.idOf(this.#record) &&
      (!this.isByGuild || other.#scope === this.#scope)
    );
  }

  /** Record as a plain object. */
  toJSON(): R {
    const { raw } = this;
    return hasJson<R>(raw) ? raw.toJSON() : raw;
  }

  /** Shows the record when the model is printed. @internal */
  [inspectCustom](_depth: number, options: object, inspect: Inspect): string {
    return inspectAs(this, this.toJSON(), options, inspect);
  }

  /** Whether the id names an entity only together with its guild. */
  protected get isByGuild(): boolean {
    return false;
  }

  /** Cached record, if there is one. */
  protected lookUp(record: R): R | undefined {
    return this.#host.records.get(this.kind, this.#scope, this.idOf(record)) as R | undefined;
  }

  /** Record as it is now, by the one that was seen last. */
  protected current(last: R): R {
    return this.lookUp(last) ?? last;
  }

  #isStillAnswered(): boolean {
    const cached = this.lookUp(this.#record);
    if (cached === undefined || textOf(cached) === this.#atAnswer) return true;
    this.#atAnswer = undefined;
    return false;
  }
}

/** Whether the record is one that reads its fields when they are asked for. */
function hasJson<R extends object>(record: R): record is R & { toJSON(): R } {
  return 'toJSON' in record;
}

function textOf(record: object | undefined): string {
  return record === undefined ? '' : JSON.stringify(record);
}

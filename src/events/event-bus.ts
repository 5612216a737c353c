import type { Awaitable } from '../types/type-tools.js';
import type { Clock } from '../utils/clock.js';
import { isPromiseLike } from '../utils/is-promise-like.js';
import type { EventMap, EventName } from './event-map.js';
import { EventStream } from './event-stream.js';
import { waitForEvent } from './wait-for-event.js';

/** Function that hears an event. */
export type EventListener<E extends EventName> = (...args: EventMap[E]) => Awaitable<unknown>;

/** Who registered a listener, for messages: `{ cog: 'Maths', method: 'hello' }`. */
export interface ListenerOrigin {
  /** Name of the cog. */
  readonly cog?: string;
  /** Name of the method. */
  readonly method?: string;
  /** Whether it only listens along: it asks for no intent, and its event may never come. */
  readonly isIncidental?: boolean;
}

/** Told of every error that leaves a listener. */
export type ListenerErrorHandler = (error: unknown, event: string, origin?: ListenerOrigin) => void;

/** What an `EventBus` needs. */
export interface EventBusOptions {
  readonly clock: Clock;
  readonly onListenerError: ListenerErrorHandler;
}

/** How long and for what `waitFor` waits. */
export interface WaitOptions {
  /** Milliseconds after which it rejects with `WaitTimeoutError`. @defaultValue no limit */
  readonly timeoutMs?: number;
  /** Aborting it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

interface Registration {
  readonly listener: (...args: never[]) => Awaitable<unknown>;
  readonly origin: ListenerOrigin | undefined;
  readonly once: boolean;
}

/**
 * Events of one bot, from the dispatcher or the bot itself to listeners.
 *
 * Listeners run in the order of their registration and none waits for another; one that throws, or rejects later,
 * stops nobody: its error goes to the handler given at construction. Whoever must know which events are wanted at all
 * sets `onInterestChange`.
 */
export class EventBus {
  readonly #clock: Clock;
  readonly #onListenerError: ListenerErrorHandler;
  /** Lists are replaced, never changed, so that a listener may remove itself while the event is under way. */
  readonly #listeners = new Map<string, readonly Registration[]>();
  readonly #interestObservers = new Set<() => void>();

  /** @internal */
  constructor(options: EventBusOptions) {
    this.#clock = options.clock;
    this.#onListenerError = options.onListenerError;
  }

  /** Calls back whenever an event gets its first listener or loses its last; the returned function stops that. */
  onInterestChange(observer: () => void): () => void {
    this.#interestObservers.add(observer);
    return () => this.#interestObservers.delete(observer);
  }

  /** Adds a listener; the returned function removes it. */
  on<E extends EventName>(event: E, listener: EventListener<E>, origin?: ListenerOrigin): () => void {
    return this.#add(event, { listener, origin, once: false });
  }

  /** Adds a listener for the next event only; the returned function removes it before. */
  once<E extends EventName>(event: E, listener: EventListener<E>, origin?: ListenerOrigin): () => void {
    return this.#add(event, { listener, origin, once: true });
  }

  /** Removes a listener wherever it is registered for this event. */
  off<E extends EventName>(event: E, listener: EventListener<E>): void {
    for (const registration of this.#listeners.get(event) ?? []) {
      if (registration.listener === listener) this.#remove(event, registration);
    }
  }

  /** Whether anybody hears this event. */
  has(event: string): boolean {
    return this.#listeners.has(event);
  }

  /** Names of the events that anybody hears. */
  heard(): IterableIterator<string> {
    return this.#listeners.keys();
  }

  /** Names of the events that somebody asks for; those that are only listened to along are left out. @internal */
  *asked(): Generator<string> {
    for (const [event, registrations] of this.#listeners) {
      if (registrations.some(({ origin }) => !origin?.isIncidental)) yield event;
    }
  }

  /** Origins of the listeners that ask for an event, those without one left out. @internal */
  listenerOrigins(event: string): ListenerOrigin[] {
    const origins = (this.#listeners.get(event) ?? []).flatMap(({ origin }) => origin ?? []);
    return origins.filter(({ isIncidental }) => !isIncidental);
  }

  /** Calls every listener with the arguments. */
  emit<E extends EventName>(event: E, ...args: EventMap[E]): void {
    const registrations = this.#listeners.get(event);
    if (!registrations) return;
    for (const registration of registrations) this.#call(event, registration, args);
  }

  /**
   * Waits for an event that passes the check.
   *
   * Gives its only argument, all arguments as a list when there are two, `undefined` when there is none. A check that
   * throws rejects the wait.
   *
   * @throws {WaitTimeoutError} when `timeoutMs` have passed.
   */
  waitFor<E extends EventName>(
    event: E,
    check?: (...args: EventMap[E]) => boolean,
    options: WaitOptions = {},
  ): Promise<AwaitedEvent<EventMap[E]>> {
    return waitForEvent(this, this.#clock, event, check, options);
  }

  /** Iterates over an event as it happens; what comes while the loop is busy waits for it. */
  stream<E extends EventName>(event: E, options: Pick<WaitOptions, 'signal'> = {}): EventStream<EventMap[E]> {
    return new EventStream((push) => this.on(event, (...args) => push(args)), options.signal);
  }

  #add(event: string, registration: Registration): () => void {
    const existing = this.#listeners.get(event);
    this.#listeners.set(event, existing ? [...existing, registration] : [registration]);
    if (!existing) this.#announceInterest();
    return () => this.#remove(event, registration);
  }

  #remove(event: string, registration: Registration): void {
    const existing = this.#listeners.get(event);
    if (!existing?.includes(registration)) return;
    const rest = existing.filter((other) => other !== registration);
    if (rest.length > 0) this.#listeners.set(event, rest);
    else {
      this.#listeners.delete(event);
      this.#announceInterest();
    }
  }

  #announceInterest(): void {
    for (const observer of this.#interestObservers) observer();
  }

  #call(event: string, registration: Registration, args: readonly unknown[]): void {
    if (registration.once) this.#remove(event, registration);
    try {
      const result = Reflect.apply(registration.listener, undefined, args);
      if (isPromiseLike(result)) {
        result.then(undefined, (error) => this.#onListenerError(error, event, registration.origin));
      }
    } catch (error) {
      this.#onListenerError(error, event, registration.origin);
    }
  }
}

/** What waiting for an event gives: the argument itself when there is only one. */
export type AwaitedEvent<Args extends readonly unknown[]> = Args extends readonly []
  ? undefined
  : Args extends readonly [infer Only]
    ? Only
    : Args;

import type { AsyncLocalStorage } from 'node:async_hooks';
import { channel, tracingChannel } from 'node:diagnostics_channel';

/** Channel of `node:diagnostics_channel` whose messages are of one type. */
export interface TypedChannel<Message extends object> {
  /** Name under which every copy of the package finds it. */
  readonly name: string | symbol;
  /** Whether anybody listens. */
  readonly hasSubscribers: boolean;
  /** Calls a function for every message from now on; it must be quick and must not throw. */
  subscribe(listener: (message: Message, name: string | symbol) => void): void;
  /** Stops calling a function. */
  unsubscribe(listener: (message: Message, name: string | symbol) => void): void;
  /** Calls the listeners. */
  publish(message: Message): void;
  /** Gives a store what it holds while the work runs that the message is about. */
  bindStore<Store>(store: AsyncLocalStorage<Store>, transform: (message: Message) => Store): void;
  /** Stops filling a store; whether it was bound. */
  unbindStore<Store>(store: AsyncLocalStorage<Store>): boolean;
  /** Publishes the message and runs `work` with the bound stores. */
  runStores<Result>(message: Message, work: () => Result): Result;
}

/** Listeners to work that begins and ends; each may be left out. */
export interface TraceSubscribers<Message extends object> {
  /** Work begins. */
  start?(message: Message): void;
  /** Its synchronous part is over: all of it, when it waits for nothing. */
  end?(message: Message): void;
  /** It has waited, and is over. */
  asyncStart?(message: Message): void;
  /** As `asyncStart`: the last of the messages about work that waits. */
  asyncEnd?(message: Message): void;
  /** It failed; `error` of the message says with what. */
  error?(message: Message): void;
}

/** `TracingChannel` of Node whose messages are of one type: one object for all five channels of one piece of work. */
export interface TypedTracingChannel<Message extends object> {
  /** Whether anybody listens to one of the five. */
  readonly hasSubscribers: boolean;
  /** Work begins. */
  readonly start: TypedChannel<Message>;
  /** Its synchronous part is over. */
  readonly end: TypedChannel<Message>;
  /** It has waited, and is over. */
  readonly asyncStart: TypedChannel<Message>;
  /** Last message about work that waits. */
  readonly asyncEnd: TypedChannel<Message>;
  /** It failed. */
  readonly error: TypedChannel<Message>;
  /** Listens to several of the five at once. */
  subscribe(subscribers: TraceSubscribers<Message>): void;
  /** Stops listening: takes the object that was given to `subscribe`. */
  unsubscribe(subscribers: TraceSubscribers<Message>): void;
}

/** Opens the channel of a name. */
export function typedChannel<Message extends object>(name: string): TypedChannel<Message> {
  return channel(name) as unknown as TypedChannel<Message>;
}

/** Opens the five channels `tracing:<name>:start` and so on. */
export function typedTracingChannel<Message extends object>(name: string): TypedTracingChannel<Message> {
  return tracingChannel(name) as unknown as TypedTracingChannel<Message>;
}

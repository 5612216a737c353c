import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { GonePlace } from './message-watch.js';
import type { View } from './view.js';
import { blueprintOf } from './view-blueprint.js';
import type { ViewSession } from './view-session.js';
import { viewSession } from './view-session.js';

/** How long a rendered view waits to be sent before it is forgotten. */
const UNSENT_MS = 60_000;

/** How long an ephemeral message can be changed: as long as the interaction's token. */
const EPHEMERAL_MS = 15 * 60_000;

const EPHEMERAL = 1 << 6;

/**
 * Views that live in memory, by instance and by message.
 *
 * One view stands on one message: another view on it takes its place. Each entry has an end: the view's timeout, a minute
 * when the rendered view never reaches a message, fifteen minutes on an ephemeral one.
 */
export class LiveViews {
  readonly #clock: Clock;
  readonly #onTimeout: (view: View) => void;
  readonly #onOccupied: (isOccupied: boolean) => void;
  readonly #byInstance = new Map<string, View>();
  readonly #byMessage = new Map<Snowflake, View>();
  readonly #prefix = Math.random().toString(36).slice(2, 7);
  #count = 0;

  constructor(
    clock: Clock,
    onTimeout: (view: View) => void,
    /** Told whether any view stands on a message. */
    onOccupied: (isOccupied: boolean) => void = () => undefined,
  ) {
    this.#clock = clock;
    this.#onTimeout = onTimeout;
    this.#onOccupied = onOccupied;
  }

  /** How many views are kept. */
  get size(): number {
    return new Set([...this.#byInstance.values(), ...this.#byMessage.values()]).size;
  }

  ofInstance(instanceId: string): View | undefined {
    return this.#byInstance.get(instanceId);
  }

  ofMessage(messageId: Snowflake): View | undefined {
    return this.#byMessage.get(messageId);
  }

  /** Names a view that is about to be sent, so that a press on it finds it however soon it comes. */
  expect(view: View): string {
    const session = view[viewSession];
    if (session.instanceId !== undefined && this.#byInstance.has(session.instanceId))
      return session.instanceId;
    this.#count += 1;
    const instanceId = `${this.#prefix}${this.#count.toString(36)}`;
    session.instanceId = instanceId;
    this.#byInstance.set(instanceId, view);
    this.#arm(session, UNSENT_MS, () => this.release(view));
    return instanceId;
  }

  /** Ties a view to the message that shows it now; its time begins with the first, and goes on when that is edited. */
  track(view: View): void {
    const session = view[viewSession];
    const { instanceId, message } = session;
    if (message === undefined) return;
    const before = this.#byMessage.get(message.id);
    if (before && before !== view) this.#replace(before);
    if (session.end !== undefined) return;
    if (instanceId !== undefined) this.#byInstance.set(instanceId, view);
    if (before !== view) this.#place(view, message.id);
  }

  /** Ties a view to a message that was sent earlier, by this process or another. */
  bind(view: View, messageId: Snowflake): void {
    const before = this.#byMessage.get(messageId);
    if (before && before !== view) this.#replace(before);
    view[viewSession].boundMessageId = messageId;
    this.#place(view, messageId);
  }

  /** Starts the timeout anew; for an accepted press. */
  touch(view: View): void {
    const session = view[viewSession];
    const timeoutMs = timeoutOf(view);
    if (session.end !== undefined || timeoutMs === null) this.#disarm(session);
    else this.#arm(session, timeoutMs, () => this.#expire(view));
  }

  /** Forgets a view. */
  release(view: View): void {
    const session = view[viewSession];
    this.#disarm(session);
    if (session.instanceId !== undefined) this.#byInstance.delete(session.instanceId);
    for (const id of [session.message?.id, session.boundMessageId]) {
      if (id !== undefined && this.#byMessage.get(id) === view) this.#byMessage.delete(id);
    }
    if (this.#byMessage.size === 0) this.#onOccupied(false);
  }

  /** Ends the view of a message that is gone or shows something else now. */
  forgetMessage(messageId: Snowflake): void {
    const view = this.#byMessage.get(messageId);
    if (view) this.#replace(view);
  }

  /** Ends the views in a channel or guild that is gone. */
  forgetPlace(place: GonePlace): void {
    for (const view of [...this.#byMessage.values()]) {
      const { message } = view[viewSession];
      const isThere =
        'channelId' in place ? message?.channelId === place.channelId : message?.guildId === place.guildId;
      if (isThere) this.#replace(view);
    }
  }

  /** Forgets all, without calling anything of theirs. */
  clear(): void {
    for (const view of [...this.#byInstance.values(), ...this.#byMessage.values()]) this.#replace(view);
  }

  #place(view: View, messageId: Snowflake): void {
    this.#byMessage.set(messageId, view);
    if (this.#byMessage.size === 1) this.#onOccupied(true);
    this.touch(view);
  }

  #replace(view: View): void {
    view[viewSession].finish('stopped');
    this.release(view);
  }

  #expire(view: View): void {
    if (!view[viewSession].finish('timedOut')) return;
    this.release(view);
    this.#onTimeout(view);
  }

  #arm(session: ViewSession, delayMs: number, callback: () => void): void {
    this.#disarm(session);
    session.timer = this.#clock.setTimeout(callback, delayMs, { unref: true });
  }

  #disarm(session: ViewSession): void {
    if (session.timer === undefined) return;
    this.#clock.clearTimeout(session.timer);
    session.timer = undefined;
  }
}

function timeoutOf(view: View): number | null {
  const session = view[viewSession];
  const blueprint = blueprintOf(view.constructor as never);
  const own = session.timeoutMs === undefined ? blueprint.timeoutMs : session.timeoutMs;
  const isEphemeral = ((session.message?.raw.flags ?? 0) & EPHEMERAL) !== 0;
  return own === null && isEphemeral && blueprint.id === undefined ? EPHEMERAL_MS : own;
}

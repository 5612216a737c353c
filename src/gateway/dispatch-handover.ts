/**
 * Passes events from one generation of shards to the next, each exactly once.
 *
 * While both are connected, Discord sends every event to both. The old shards go on delivering and leave a fingerprint
 * of each event; what the new ones get is kept. At the switch the old ones fall silent, and of the kept events those
 * without a fingerprint are delivered: they are what the old shards had not received yet. An old shard may also have
 * been ahead, so the fingerprints stay valid for a moment after the switch.
 */
import type { Clock, TimerHandle } from '../utils/clock.js';
import type { DispatchSink } from './dispatch-sink.js';

/** How long after the switch an event may still be the late twin of one that was delivered. */
const TWIN_WINDOW_MS = 10_000;

interface KeptEvent {
  readonly name: string;
  readonly data: unknown;
  readonly shardId: number;
}

/** One change of generations. */
export class DispatchHandover {
  readonly #sink: DispatchSink;
  readonly #clock: Clock;
  readonly #delivered = new Map<string, number>();
  #kept: KeptEvent[] = [];
  #phase: 'overlap' | 'after' | 'over' = 'overlap';
  #timer: TimerHandle | undefined;

  constructor(sink: DispatchSink, clock: Clock) {
    this.#sink = sink;
    this.#clock = clock;
  }

  /** Sink of the old shards. */
  readonly outgoing: DispatchSink = {
    wants: (name) => this.#phase === 'overlap' && this.#sink.wants(name),
    dispatch: (name, data, shardId, frame) => {
      if (this.#phase !== 'overlap') return;
      const print = fingerprint(name, data);
      this.#delivered.set(print, (this.#delivered.get(print) ?? 0) + 1);
      this.#sink.dispatch(name, data, shardId, frame);
    },
  };

  /** Sink of the new shards. */
  readonly incoming: DispatchSink = {
    wants: (name) => this.#sink.wants(name),
    dispatch: (name, data, shardId, frame) => {
      if (this.#phase === 'overlap') this.#kept.push({ name, data, shardId });
      else if (this.#phase === 'over' || !this.#isTwin(name, data))
        this.#sink.dispatch(name, data, shardId, frame);
    },
  };

  /** Silences the old shards and delivers what only the new ones have. */
  switch(): void {
    this.#phase = 'after';
    const kept = this.#kept;
    this.#kept = [];
    for (const { name, data, shardId } of kept) {
      if (!this.#isTwin(name, data)) this.#sink.dispatch(name, data, shardId);
    }
    this.#timer = this.#clock.setTimeout(() => this.end(), TWIN_WINDOW_MS, { unref: true });
  }

  /** Lets the new shards deliver unexamined. */
  end(): void {
    if (this.#timer !== undefined) this.#clock.clearTimeout(this.#timer);
    this.#phase = 'over';
    this.#delivered.clear();
  }

  #isTwin(name: string, data: unknown): boolean {
    const print = fingerprint(name, data);
    const count = this.#delivered.get(print) ?? 0;
    if (count > 0) this.#delivered.set(print, count - 1);
    return count > 0;
  }
}

function fingerprint(name: string, data: unknown): string {
  return `${name} ${JSON.stringify(data)}`;
}

/**
 * What is going on at this moment: requests in flight, frames on their way, handlers at work.
 *
 * A test may only look, and virtual time may only move, when all of it has come to rest. Nothing here waits for real
 * time: it lets the event loop turn (`setImmediate`) until nothing has happened for several turns in a row.
 */
import { performance } from 'node:perf_hooks';
import { setImmediate } from 'node:timers';
import { EndlessActivityError } from '../../errors/endless-activity-error.js';

/** Turns of the event loop without any sign of life after which everything counts as idle. */
const QUIET_TURNS = 8;
/** Real time after which one drain that never comes to rest is an error. */
const DRAIN_LIMIT_MS = 30_000;

/** How a probe is named in errors, and whether draining may give up on it. */
export interface ActivityProbeOptions {
  /** Name in error messages. */
  readonly name?: string;
  /**
   * `traffic` is waited for without exception; `work`, such as a running handler, may itself wait for virtual time, so
   * it is waited for only as long as the drain has patience. Default: `work`.
   */
  readonly kind?: 'traffic' | 'work';
}

/** How long one drain waits for `work` that shows no sign of life. */
export interface DrainOptions {
  /** Real milliseconds. Default: 250. */
  readonly workPatienceMs?: number;
}

/** How a drain ended: everything idle, or only `work` left that does not move. */
export type DrainOutcome = 'idle' | 'parked';

interface Probe extends Required<ActivityProbeOptions> {
  readonly isBusy: () => boolean;
}

/** Registry of everything that can be busy. */
export class Activity {
  readonly #probes = new Set<Probe>();
  #inFlight = 0;
  #changes = 0;

  /** Adds something to ask whether it is busy; returns the function that removes it. */
  addProbe(isBusy: () => boolean, options: ActivityProbeOptions = {}): () => void {
    const probe: Probe = { isBusy, name: options.name ?? 'unnamed probe', kind: options.kind ?? 'work' };
    this.#probes.add(probe);
    return () => this.#probes.delete(probe);
  }

  /** Counts something in flight until the returned function is called. */
  begin(): () => void {
    this.#inFlight++;
    this.#changes++;
    let open = true;
    return () => {
      if (!open) return;
      open = false;
      this.#inFlight--;
      this.#changes++;
    };
  }

  /** Notes a sign of life. */
  touch(): void {
    this.#changes++;
  }

  /** Names of everything that is busy. */
  busyNames(kind?: 'traffic' | 'work'): string[] {
    const names = kind !== 'work' && this.#inFlight > 0 ? [`traffic (${this.#inFlight} in flight)`] : [];
    for (const probe of this.#probes) {
      if ((kind === undefined || probe.kind === kind) && probe.isBusy()) names.push(probe.name);
    }
    return names;
  }

  /**
   * Lets the event loop turn until everything is idle.
   *
   * @throws {EndlessActivityError} when traffic does not end within 30 s of real time.
   */
  async drain({ workPatienceMs = 250 }: DrainOptions = {}): Promise<DrainOutcome> {
    const startedAt = performance.now();
    let changedAt = startedAt;
    let changes = this.#changes;
    for (let quiet = 0; quiet < QUIET_TURNS; ) {
      await turn();
      if (changes !== this.#changes) {
        changes = this.#changes;
        changedAt = performance.now();
        quiet = 0;
      }
      const busy = this.#busy();
      if (busy === 'none') quiet++;
      else {
        quiet = 0;
        const now = performance.now();
        if (busy === 'work' && now - changedAt >= workPatienceMs) return 'parked';
        if (now - startedAt > DRAIN_LIMIT_MS) throw new EndlessActivityError(this.busyNames());
      }
    }
    return 'idle';
  }

  #busy(): 'none' | 'work' | 'traffic' {
    if (this.#inFlight > 0) return 'traffic';
    let busy: 'none' | 'work' = 'none';
    for (const probe of this.#probes) {
      if (!probe.isBusy()) continue;
      if (probe.kind === 'traffic') return 'traffic';
      busy = 'work';
    }
    return busy;
  }
}

function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

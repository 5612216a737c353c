/** Waiting for bots: until something is to be seen, or until nobody does anything any more. */
import type { TimerHandle } from '../../utils/clock.js';
import { SystemClock } from '../../utils/system-clock.js';
import type { Activity } from '../clock/activity.js';

/** Outside the process nothing but real time can tell that no answer will come, whatever the emulator's clock. */
const realTime = new SystemClock();

/** What is waited for. */
export interface Question<T> {
  /** What is to be seen by now. */
  find(): T | undefined;
  /** Result, or error, when everything is idle and nothing was found. */
  onSilence(): T;
  /** Whether a bot has asked for more time. */
  isDeferred?(): boolean;
}

/** How long to wait where only real time can tell that nothing will come. */
export interface AnswerTimeouts {
  /** Real milliseconds until a bot counts as silent. */
  readonly answerMs: number;
  /** The same after a deferral. */
  readonly deferredMs: number;
}

/** Waits in the manner that fits the emulator: by draining in process, by real time on a port. */
export class AnswerWait {
  readonly #activity: Activity;
  readonly #timeouts: AnswerTimeouts;
  readonly #isRealTime: () => boolean;
  readonly #watchers = new Set<() => void>();

  constructor(activity: Activity, timeouts: AnswerTimeouts, isRealTime: () => boolean) {
    this.#activity = activity;
    this.#timeouts = timeouts;
    this.#isRealTime = isRealTime;
  }

  /** Says that something may have become visible. */
  notify(): void {
    for (const watcher of [...this.#watchers]) watcher();
  }

  /** Waits until nobody does anything any more; on a port nobody can tell, so it does not wait at all. */
  async idle(): Promise<void> {
    if (!this.#isRealTime()) await this.#drain().ended;
  }

  async until<T>(question: Question<T>): Promise<T> {
    const signal: { found?: { value: T }; done?: () => void } = {};
    const look = (): void => {
      const value = signal.found ? undefined : question.find();
      if (value === undefined) return;
      signal.found = { value };
      signal.done?.();
    };
    const appeared = new Promise<void>((resolve) => {
      signal.done = resolve;
    });
    this.#watchers.add(look);
    const silence = this.#isRealTime() ? this.#timeOut(question) : this.#drain();
    try {
      look();
      await Promise.race([appeared, silence.ended]);
    } finally {
      this.#watchers.delete(look);
      silence.cancel();
    }
    look();
    return signal.found ? signal.found.value : question.onSilence();
  }

  #drain(): { readonly ended: Promise<unknown>; cancel(): void } {
    return { ended: this.#activity.drain({ workPatienceMs: this.#timeouts.answerMs }), cancel: () => {} };
  }

  #timeOut<T>(question: Question<T>): { readonly ended: Promise<unknown>; cancel(): void } {
    let timer: TimerHandle;
    const { answerMs, deferredMs } = this.#timeouts;
    const ended = new Promise<void>((resolve) => {
      timer = realTime.setTimeout(() => {
        if (!question.isDeferred?.()) return resolve();
        timer = realTime.setTimeout(resolve, Math.max(0, deferredMs - answerMs));
      }, answerMs);
    });
    return { ended, cancel: () => realTime.clearTimeout(timer) };
  }
}

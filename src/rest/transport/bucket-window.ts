import type { RateLimitHeaders } from './rate-limit-headers.js';

/** Two reset times closer than this are the same one. */
const SAME_RESET_MS = 50;

/** How a bucket refills: all at once at its reset, or slot by slot. */
export type WindowKind = 'unknown' | 'unlimited' | 'fixed' | 'sliding';

/** What is known of a bucket at a moment; plain data, so that a store can keep it. */
export interface WindowState {
  /** How the bucket fills again. */
  readonly kind: WindowKind;
  /** Requests that a whole window lets through. */
  readonly limit: number;
  /** Requests that are left in it. */
  readonly remaining: number;
  /** By the local clock. */
  readonly resetAtMs: number;
  /** By Discord's clock, to tell one window from the next whatever the latency. */
  readonly serverResetMs: number;
  /** Sliding windows: time in which one slot returns. */
  readonly slotMs: number;
  /** Longest distance to a reset seen: about one window. */
  readonly windowMs: number;
}

/** How header times become local ones. */
export interface WindowClockOptions {
  /** Whether the local clock is not trusted, so that `Reset-After` is used and not `Reset`. */
  readonly assumeUnsyncClock: boolean;
}

/**
 * Arithmetic of one bucket's window, without queue, timers or network.
 *
 * Discord has two kinds. A fixed window starts with its first request and gives everything back at its reset; a sliding
 * one gives single slots back, so that its reset moves with each request. They are told apart by two answers within one
 * window: the reset stayed, or it moved. Until then the window counts as fixed, which never sends too early.
 */
export class BucketWindow {
  #kind: WindowKind = 'unknown';
  #limit = 1;
  #remaining = 1;
  #resetAtMs = 0;
  #serverResetMs = 0;
  #slotMs = 0;
  #windowMs = 0;

  get kind(): WindowKind {
    return this.#kind;
  }

  get limit(): number {
    return this.#limit;
  }

  get resetAtMs(): number {
    return this.#resetAtMs;
  }

  get windowMs(): number {
    return this.#windowMs;
  }

  /** Requests that Discord would still take at a moment, those under way not subtracted. */
  remaining(nowMs: number): number {
    if (this.#kind === 'unlimited') return Number.POSITIVE_INFINITY;
    if (this.#kind === 'unknown') return 1;
    if (nowMs >= this.#resetAtMs) return this.#limit;
    if (this.#kind === 'fixed') return this.#remaining;
    const taken = Math.ceil((this.#resetAtMs - nowMs) / this.#slotMs - 1e-6);
    return Math.max(this.#remaining, this.#limit - taken);
  }

  /** First moment at which `count` requests may be under way at once. */
  timeOf(count: number, nowMs: number): number {
    if (this.remaining(nowMs) >= count) return nowMs;
    if (this.#kind === 'sliding' && count <= this.#limit) {
      return this.#resetAtMs - (this.#limit - count) * this.#slotMs;
    }
    return this.#resetAtMs;
  }

  /** Takes over what a response reports. */
  update(headers: RateLimitHeaders, nowMs: number, options: WindowClockOptions): void {
    const serverResetMs = headers.reset * 1000;
    const useAfter =
      !Number.isNaN(headers.resetAfter) && (options.assumeUnsyncClock || Number.isNaN(serverResetMs));
    const resetAtMs = useAfter ? nowMs + headers.resetAfter * 1000 : serverResetMs;
    const server = Number.isNaN(serverResetMs) ? resetAtMs : serverResetMs;
    const isOpen = this.#isLimited() && this.#resetAtMs > nowMs;
    if (isOpen && server < this.#serverResetMs - SAME_RESET_MS) return;
    const isSame = isOpen && Math.abs(server - this.#serverResetMs) <= SAME_RESET_MS;
    if (isOpen) this.#tellKind(headers, server - this.#serverResetMs);
    else if (!this.#isLimited()) this.#kind = 'fixed';
    this.#limit = Math.max(1, headers.limit);
    this.#remaining = isSame ? Math.min(this.#remaining, headers.remaining) : headers.remaining;
    if (!isSame || this.#resetAtMs < resetAtMs) this.#resetAtMs = resetAtMs;
    this.#serverResetMs = isSame ? Math.max(this.#serverResetMs, server) : server;
    this.#windowMs = Math.max(this.#windowMs, resetAtMs - nowMs);
    const taken = this.#limit - headers.remaining;
    if (taken > 0) this.#slotMs = Math.max(1, resetAtMs - nowMs) / taken;
  }

  /** Counts a request whose answer never came: Discord may have counted it. */
  countLost(): void {
    if (this.#kind === 'fixed' || this.#kind === 'sliding')
      this.#remaining = Math.max(0, this.#remaining - 1);
  }

  /** Response without headers: no limit until told otherwise. */
  setUnlimited(): void {
    if (this.#kind === 'unknown') this.#kind = 'unlimited';
  }

  toState(): WindowState {
    return {
      kind: this.#kind,
      limit: this.#limit,
      remaining: this.#remaining,
      resetAtMs: this.#resetAtMs,
      serverResetMs: this.#serverResetMs,
      slotMs: this.#slotMs,
      windowMs: this.#windowMs,
    };
  }

  restore(state: WindowState): void {
    this.#kind = state.kind;
    this.#limit = state.limit;
    this.#remaining = state.remaining;
    this.#resetAtMs = state.resetAtMs;
    this.#serverResetMs = state.serverResetMs;
    this.#slotMs = state.slotMs;
    this.#windowMs = state.windowMs;
  }

  #isLimited(): boolean {
    return this.#kind === 'fixed' || this.#kind === 'sliding';
  }

  /**
   * A reset that stayed while requests were taken is of a fixed window; one that moved on is of a sliding one, unless it
   * moved by a whole window: then a request arrived just after the reset and opened the next fixed one.
   */
  #tellKind(headers: RateLimitHeaders, movedMs: number): void {
    const isSame = Math.abs(movedMs) <= SAME_RESET_MS;
    if (isSame && headers.remaining < this.#remaining) this.#kind = 'fixed';
    else if (!isSame && movedMs < this.#windowMs * 0.9) this.#kind = 'sliding';
  }
}

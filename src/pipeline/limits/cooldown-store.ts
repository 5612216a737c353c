import { portToken } from '../../types/token.js';
import type { Awaitable } from '../../types/type-tools.js';

/** How often something may be used in a time. */
export interface CooldownLimit {
  /** How often it may be used. */
  readonly uses: number;
  /** Length of the window in milliseconds. */
  readonly perMs: number;
  /**
   * `fixed` counts from the first use until `perMs` later, then starts anew; `sliding` looks back `perMs` at every use.
   *
   * @defaultValue 'fixed'
   */
  readonly window?: 'fixed' | 'sliding';
}

/** Where uses are counted; one that keeps them outside the process lets cooldowns survive a restart. */
export interface CooldownStore {
  /**
   * Counts one use at `nowMs` when the limit allows it.
   *
   * Gives 0 when it was counted, else the milliseconds until it would be.
   */
  take(key: string, limit: CooldownLimit, nowMs: number): Awaitable<number>;
  /** Milliseconds until a use would be counted, without counting one. */
  peek(key: string, limit: CooldownLimit, nowMs: number): Awaitable<number>;
  /** Forgets the uses of a key. */
  reset(key: string): Awaitable<void>;
  /** Called when the bot closes: writes what is not written yet. */
  close?(): Awaitable<void>;
}

/** Token by which a store is injected. */
export const CooldownStore = portToken<CooldownStore>('CooldownStore');

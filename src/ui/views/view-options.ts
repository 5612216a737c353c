import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { checkClassSite, refuseBareOnClass } from '../../errors/decorator-site.js';
import type { Constructor } from '../../types/type-tools.js';
import { ClassMetadata } from '../../utils/class-metadata.js';

/** How long a view stays when nobody says: three minutes after it was last used. */
export const DEFAULT_VIEW_TIMEOUT_MS = 180_000;

/** Options of a view class. */
export interface ViewOptionValues {
  /** Name in custom ids, by which a persistent view is found again: letters, digits, `-` and `_`, at most 32. */
  readonly id?: string;
  /**
   * Milliseconds without an accepted press after which the view ends; `null` for never.
   *
   * @defaultValue 180,000
   */
  readonly timeoutMs?: number | null;
  /** Whether its components are shown disabled once it has ended by time. @defaultValue false */
  readonly disableOnTimeout?: boolean;
  /**
   * Version of the state; raise it when fields of `@State` change, and say by `@Migrate` what becomes of older ones.
   *
   * @defaultValue 1
   */
  readonly version?: number;
  /** How long state that is too large for a custom id is kept in the `StateStore`, in milliseconds; 30 days unless said. */
  readonly stateTtlMs?: number;
}

const viewKeys: SettingKeys<ViewOptionValues> = {
  disableOnTimeout: true,
  id: true,
  stateTtlMs: true,
  timeoutMs: true,
  version: true,
};

/** Where `@ViewOptions` writes. */
export const viewOptionMetadata = new ClassMetadata<ViewOptionValues>('view-options');

/**
 * Sets the options of a view class. With an `id` and `timeoutMs: null` the view is persistent: a press on an old message
 * reaches it after any number of restarts, when the bot knows the class (`new Bot({ views })`).
 *
 * @example
 * ```ts
 * @ViewOptions({ id: 'counter', timeoutMs: null })
 * class Counter extends View {}
 * ```
 */
export function ViewOptions(options: ViewOptionValues): (target: Constructor) => void;
export function ViewOptions(
  options: ViewOptionValues,
  ...more: readonly unknown[]
): (target: Constructor) => void {
  refuseBareOnClass('ViewOptions', [options, ...more], "ViewOptions({ id: 'counter' })");
  return (target: Constructor, key?: unknown) => {
    checkClassSite('ViewOptions', target, key);
    checkSettings(options ?? {}, viewKeys, target.name);
    viewOptionMetadata.add(target, options);
  };
}

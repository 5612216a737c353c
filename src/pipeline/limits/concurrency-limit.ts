import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { MaxConcurrencyError } from '../../errors/max-concurrency-error.js';
import type { CheckContext } from '../check-context.js';
import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';
import { bucketKey, bucketName } from './bucket.js';
import type { ConcurrencySettings } from './concurrency-settings.js';

/**
 * Lets a handler run only so many times at once; on a cog, each of its handlers on its own.
 *
 * @example
 * ```ts member
 * @SlashCommand('Draws a picture')
 * @MaxConcurrency({ uses: 1, by: 'guild', wait: true })
 * async draw(): Promise<string> {
 *   return await paint();
 * }
 * ```
 */
export function MaxConcurrency(settings: ConcurrencySettings): GuardDecorator;
export function MaxConcurrency(settings: ConcurrencySettings, ...more: readonly unknown[]): GuardDecorator {
  return guardDecorator('MaxConcurrency', [settings, ...more], () => {
    checkSettings(settings, concurrencyKeys, '@MaxConcurrency');
    return { concurrency: settings };
  });
}

const concurrencyKeys: SettingKeys<ConcurrencySettings> = { by: true, uses: true, wait: true };

/** Counts the runs of one handler. */
export class ConcurrencyLimit {
  readonly #settings: ConcurrencySettings;
  readonly #running = new Map<string, number>();
  readonly #waiting = new Map<string, Array<() => void>>();

  constructor(settings: ConcurrencySettings) {
    this.#settings = settings;
  }

  /**
   * Takes a place; the returned function gives it back.
   *
   * @throws {MaxConcurrencyError} when there is none and the limit does not wait.
   */
  async acquire(ctx: CheckContext): Promise<() => void> {
    const { uses, by = 'global', wait = false } = this.#settings;
    const key = bucketKey(by, ctx);
    if (key === undefined) return () => undefined;
    const running = this.#running.get(key) ?? 0;
    if (running >= uses) {
      if (!wait) throw new MaxConcurrencyError(uses, bucketName(by));
      await this.#turn(key); // the place is handed over, so the count stays
    } else this.#running.set(key, running + 1);
    return () => this.#release(key);
  }

  #turn(key: string): Promise<void> {
    return new Promise((resolve) => {
      const queue = this.#waiting.get(key);
      if (queue) queue.push(resolve);
      else this.#waiting.set(key, [resolve]);
    });
  }

  #release(key: string): void {
    const queue = this.#waiting.get(key);
    const next = queue?.shift();
    if (queue?.length === 0) this.#waiting.delete(key);
    if (next) next();
    else this.#leave(key);
  }

  #leave(key: string): void {
    const left = (this.#running.get(key) ?? 1) - 1;
    if (left > 0) this.#running.set(key, left);
    else this.#running.delete(key);
  }
}

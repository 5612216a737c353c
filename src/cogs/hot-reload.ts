import type { FSWatcher } from 'node:fs';
import { watch } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Clock, TimerHandle } from '../utils/clock.js';
import type { Logger } from '../utils/logger.js';
import type { ExtensionChange, ExtensionLoader } from './extension-loader.js';

/** Time without another change after which a saved file is loaded; editors write in several steps. */
const SETTLE_MS = 100;

/** What hot reload needs. */
export interface HotReloadParts {
  readonly clock: Clock;
  readonly extensions: ExtensionLoader;
  readonly logger: Logger;
  /** Called after a module was swapped, as to sync commands; its rejection is logged. */
  readonly onReload?: (change: ExtensionChange) => unknown;
}

/** Swaps the cogs of a module when its file is saved; a file with a mistake in it is told of, and nothing changes. */
export class HotReload {
  readonly #parts: HotReloadParts;
  readonly #watchers = new Map<string, FSWatcher>();
  readonly #timers = new Map<string, TimerHandle>();

  /** @internal */
  constructor(parts: HotReloadParts) {
    this.#parts = parts;
  }

  /** Watches the loaded modules; call it again when more have been loaded. */
  start(): void {
    for (const path of this.#parts.extensions.loaded) {
      const folder = dirname(path);
      if (this.#watchers.has(folder)) continue;
      const watcher = watch(folder, { persistent: false }, (_event, name) => this.changed(folder, name));
      watcher.on('error', (error) =>
        this.#parts.logger.warn('cogs', `${folder} is not watched any more`, { error }),
      );
      this.#watchers.set(folder, watcher);
    }
  }

  /** Takes note that a file of a folder was saved; it is loaded when nothing more has come for a moment. */
  changed(folder: string, name: string | null): void {
    const { clock, extensions } = this.#parts;
    for (const path of extensions.loaded) {
      if (dirname(path) !== folder || (name !== null && basename(path) !== name)) continue;
      clock.clearTimeout(this.#timers.get(path));
      const timer = clock.setTimeout(() => void this.#reload(path), SETTLE_MS, { unref: true });
      this.#timers.set(path, timer);
    }
  }

  /** Watches no longer. */
  close(): void {
    for (const watcher of this.#watchers.values()) watcher.close();
    this.#watchers.clear();
    for (const timer of this.#timers.values()) this.#parts.clock.clearTimeout(timer);
    this.#timers.clear();
  }

  async #reload(path: string): Promise<void> {
    const { extensions, logger, onReload } = this.#parts;
    this.#timers.delete(path);
    try {
      const change = await extensions.reload(path);
      logger.info('cogs', `${basename(path)} was loaded again`, { ...change });
      await onReload?.(change);
    } catch (error) {
      logger.error('cogs', `${basename(path)} was not loaded again; the bot goes on as it was`, { error });
    }
  }
}

import type { ServiceContainer } from '../di/service-container.js';
import { CogLoadError } from '../errors/cog-load-error.js';
import { CogworkError } from '../errors/cogwork-error.js';
import type { CogSurface, LoadedCog } from '../pipeline/cog-surface.js';
import type { Constructor } from '../types/type-tools.js';
import { runEach } from '../utils/run-each.js';
import type { CogLifecycle } from './cog.js';
import { cogOptions, isCog } from './cog.js';

/** Parts that a loader works with. */
export interface CogLoaderParts {
  readonly container: ServiceContainer;
  readonly surfaces: readonly CogSurface[];
}

interface Entry {
  readonly cog: LoadedCog;
  detach: () => void;
  isOpen: boolean;
}

/**
 * Brings cogs onto a bot and takes them off again.
 *
 * Loading is all or nothing: when one surface refuses, what the others had taken is given back.
 */
export class CogLoader {
  readonly #container: ServiceContainer;
  readonly #surfaces: readonly CogSurface[];
  readonly #entries = new Map<Constructor, Entry>();

  constructor(parts: CogLoaderParts) {
    this.#container = parts.container;
    this.#surfaces = parts.surfaces;
  }

  /** Loaded cogs, in the order they came. */
  get cogs(): readonly LoadedCog[] {
    return Array.from(this.#entries.values(), ({ cog }) => cog);
  }

  /** Instance of a loaded cog. */
  get<T extends object>(cogClass: Constructor<T>): T | undefined {
    return this.#entries.get(cogClass)?.cog.instance as T | undefined;
  }

  /** Builds and attaches a cog at once; its `onLoad` runs at `open()`. For cogs known before the bot starts. */
  add(cogClass: Constructor): LoadedCog {
    if (this.#entries.has(cogClass)) throw loadedAlready(cogClass);
    const cog = this.#build(cogClass);
    this.#entries.set(cogClass, { cog, detach: this.#attach(cog), isOpen: false });
    return cog;
  }

  /** Runs the `onLoad` of every cog added since; when one rejects, that cog is taken off and the error passed on. */
  async open(): Promise<void> {
    for (const [cogClass, entry] of this.#entries) {
      if (entry.isOpen) continue;
      entry.isOpen = true;
      try {
        await (entry.cog.instance as CogLifecycle).onLoad?.();
      } catch (cause) {
        this.#entries.delete(cogClass);
        entry.detach();
        throw new CogLoadError(`onLoad of ${entry.cog.name} failed, so the cog was taken off`, { cause });
      }
    }
  }

  /** Loads a cog into a running bot: builds it, waits for `onLoad`, then attaches it. */
  async load(cogClass: Constructor): Promise<LoadedCog> {
    if (this.#entries.has(cogClass)) throw loadedAlready(cogClass);
    const cog = await this.#buildOpen(cogClass);
    this.#entries.set(cogClass, { cog, detach: this.#attach(cog), isOpen: true });
    return cog;
  }

  /** Takes back everything the cog registered, then runs its `onUnload`; `false` when it was not loaded. */
  async unload(cogClass: Constructor): Promise<boolean> {
    const entry = this.#entries.get(cogClass);
    if (!entry) return false;
    this.#entries.delete(cogClass);
    entry.detach();
    await (entry.cog.instance as CogLifecycle).onUnload?.();
    return true;
  }

  /**
   * Puts a cog in the place of another, or builds it anew; when the new one cannot be loaded, the old one stays.
   *
   * The old one answers until the new one is ready, and its `onUnload` runs only once the new one is there.
   */
  async replace(oldClass: Constructor, newClass: Constructor): Promise<LoadedCog> {
    if (!this.#entries.has(oldClass)) return this.load(newClass);
    if (oldClass !== newClass && this.#entries.has(newClass)) throw loadedAlready(newClass);
    const cog = await this.#buildOpen(newClass);
    const old = this.#entries.get(oldClass);
    old?.detach();
    try {
      const detach = this.#attach(cog);
      this.#entries.delete(oldClass);
      this.#entries.set(newClass, { cog, detach, isOpen: true });
    } catch (error) {
      if (old) old.detach = this.#attach(old.cog);
      await (cog.instance as CogLifecycle).onUnload?.();
      throw error;
    }
    await (old?.cog.instance as CogLifecycle | undefined)?.onUnload?.();
    return cog;
  }

  /** Unloads every cog, the last one first; `onFailed` is told whose `onUnload` failed. */
  async unloadAll(onFailed: (cog: LoadedCog, error: unknown) => void): Promise<void> {
    for (const [cogClass, { cog }] of [...this.#entries].reverse())
      await runEach([() => this.unload(cogClass)], (error) => onFailed(cog, error));
  }

  /** Builds a cog and waits for its `onLoad`; nothing of it is reachable yet. */
  async #buildOpen(cogClass: Constructor): Promise<LoadedCog> {
    const cog = this.#build(cogClass);
    try {
      await (cog.instance as CogLifecycle).onLoad?.();
    } catch (cause) {
      throw new CogLoadError(`onLoad of ${cog.name} failed, so the cog was not loaded`, { cause });
    }
    return cog;
  }

  #construct(cogClass: Constructor): object {
    try {
      return this.#container.construct(cogClass);
    } catch (cause) {
      if (CogworkError.is(cause)) throw cause;
      const words = cause instanceof Error ? cause.message : String(cause);
      throw new CogLoadError(
        `${cogClass.name} could not be built: its constructor, or a field of it, threw "${words}"`,
        {
          cause,
        },
      );
    }
  }

  #build(cogClass: Constructor): LoadedCog {
    checkIsClass(cogClass);
    if (!isCog(cogClass)) {
      throw new CogLoadError(`${cogClass.name} has no @Cog() decorator, so there is nothing to load; add it`);
    }
    const { name, description } = cogOptions(cogClass);
    const instance = this.#construct(cogClass);
    const cog: LoadedCog = {
      cogClass,
      instance,
      name,
      ...(description === undefined ? {} : { description }),
    };
    for (const surface of this.#surfaces) surface.check?.(cog);
    return cog;
  }

  #attach(cog: LoadedCog): () => void {
    const undo: Array<() => void> = [];
    const detach = (): void => {
      for (const step of undo.splice(0).reverse()) step();
    };
    try {
      for (const surface of this.#surfaces) undo.push(surface.attach(cog));
    } catch (error) {
      detach();
      throw error;
    }
    return detach;
  }
}

function loadedAlready({ name }: Constructor): CogLoadError {
  return new CogLoadError(`${name} is loaded already`);
}

/** Cogs of an option or a call, which JavaScript lets be anything. */
export function cogList(given: unknown): readonly Constructor[] {
  if (given === undefined) return [];
  if (Array.isArray(given)) return given as readonly Constructor[];
  const name = typeof given === 'function' ? given.name : 'Maths';
  throw new CogLoadError(`{ cogs } is a list of classes; write { cogs: [${name}] }`);
}

function checkIsClass(given: unknown): void {
  if (typeof given === 'function') return;
  if (given === undefined) {
    throw new CogLoadError(
      'A cog is undefined: it is not exported under that name, or two modules import each other, so that the class was ' +
        'not there yet when the bot was made. Make the bot in a file that no cog imports, and take it by inject(Bot).',
    );
  }
  const name = typeof given === 'object' && given !== null ? given.constructor.name : String(given);
  throw new CogLoadError(
    `A cog is its class, not an instance or a name: write ${name}, and the bot builds it`,
  );
}

/**
 * Loads cogs from modules, and again when the module's file has changed.
 *
 * A module needs nothing but exported classes with `@Cog`. Node keeps every module it has loaded, so a module is loaded
 * again under a new query; what the module imports itself is not loaded anew, which is why a cog is the unit of change
 * and the services it injects are kept.
 */
import { stat } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { ExtensionError } from '../errors/extension-error.js';
import type { Constructor } from '../types/type-tools.js';
import { isCog } from './cog.js';
import type { CogLoader } from './cog-loader.js';
import { findModules, modulePath } from './find-modules.js';

/** Loads a module; a new `version` asks for the file as it is now. */
export type ImportModule = (path: string, version: number) => Promise<Readonly<Record<string, unknown>>>;

/** What came of a reload. */
export interface ExtensionChange {
  /** Path of the module. */
  readonly path: string;
  /** Names of cogs that are new. */
  readonly added: readonly string[];
  /** Names of cogs that are gone. */
  readonly removed: readonly string[];
  /** Names of cogs that were replaced by their new form. */
  readonly replaced: readonly string[];
}

interface Extension {
  version: number;
  cogs: ReadonlyMap<string, Constructor>;
}

/** Loads, reloads and unloads modules of cogs. */
export class ExtensionLoader {
  readonly #cogs: CogLoader;
  readonly #import: ImportModule;
  readonly #extensions = new Map<string, Extension>();

  /** @internal */
  constructor(cogs: CogLoader, importModule: ImportModule = importFile) {
    this.#cogs = cogs;
    this.#import = importModule;
  }

  /** Paths of the loaded modules. */
  get loaded(): readonly string[] {
    return [...this.#extensions.keys()];
  }

  /**
   * Loads every cog that a module exports; all of them or none.
   *
   * The module is given by its path, a file URL, or as a package that the program depends on.
   * @throws {ExtensionError}
   */
  async load(module: string | URL): Promise<ExtensionChange> {
    const path = located(module);
    if (this.#extensions.has(path)) return this.reload(path);
    return this.#bring(path, { version: 0, cogs: new Map() });
  }

  /**
   * Loads all modules that globs (`cogs/**\/*.ts`), folders (`cogs/`), paths or packages mean; all of them or none.
   *
   * @throws {ExtensionError} also when one of them means nothing.
   */
  async loadAll(...patterns: readonly (string | URL)[]): Promise<readonly ExtensionChange[]> {
    const changes: ExtensionChange[] = [];
    try {
      for (const path of await this.#find(patterns)) changes.push(await this.load(path));
    } catch (error) {
      for (const { path } of changes.reverse()) await this.unload(path);
      throw error;
    }
    return changes;
  }

  async #find(patterns: readonly (string | URL)[]): Promise<readonly string[]> {
    const paths = new Set<string>();
    for (const pattern of patterns) {
      const found = await findModules(pattern).catch((cause: Error) => {
        throw new ExtensionError(`${pattern} was not found: ${cause.message}`, String(pattern), { cause });
      });
      if (found.length === 0) throw new ExtensionError(`${pattern} matches no module`, String(pattern));
      for (const path of found) if (!this.#extensions.has(path)) paths.add(path);
    }
    return [...paths];
  }

  /**
   * Loads a module as it is now: new cogs come, those that are gone go, the others are swapped.
   *
   * When it cannot be loaded, everything stays as it was.
   * @throws {ExtensionError}
   */
  async reload(module: string | URL): Promise<ExtensionChange> {
    const path = located(module);
    const extension = this.#extensions.get(path);
    if (!extension)
      throw new ExtensionError(`${path} is not loaded, so it cannot be loaded again; use load()`, path);
    return this.#bring(path, extension);
  }

  /** Takes back everything that the module's cogs registered; `false` when it was not loaded. */
  async unload(module: string | URL): Promise<boolean> {
    const path = located(module);
    const extension = this.#extensions.get(path);
    if (!extension) return false;
    this.#extensions.delete(path);
    for (const cogClass of [...extension.cogs.values()].reverse()) await this.#cogs.unload(cogClass);
    return true;
  }

  async #bring(path: string, before: Extension): Promise<ExtensionChange> {
    const version = before.version + 1;
    const cogs = await this.#read(path, version);
    const done: Array<() => Promise<unknown>> = [];
    try {
      for (const [name, cogClass] of cogs) {
        const old = before.cogs.get(name);
        await (old ? this.#cogs.replace(old, cogClass) : this.#cogs.load(cogClass));
        done.push(() => (old ? this.#cogs.replace(cogClass, old) : this.#cogs.unload(cogClass)));
      }
    } catch (cause) {
      for (const undo of done.reverse()) await undo();
      throw new ExtensionError(`${path} could not be loaded: ${(cause as Error).message}`, path, { cause });
    }
    const removed = [...before.cogs].filter(([name]) => !cogs.has(name));
    for (const [, cogClass] of removed) await this.#cogs.unload(cogClass);
    this.#extensions.set(path, { version, cogs });
    const isOld = (name: string): boolean => before.cogs.has(name);
    return {
      path,
      added: [...cogs.keys()].filter((name) => !isOld(name)),
      removed: removed.map(([name]) => name),
      replaced: [...cogs.keys()].filter(isOld),
    };
  }

  async #read(path: string, version: number): Promise<ReadonlyMap<string, Constructor>> {
    let exports: Readonly<Record<string, unknown>>;
    try {
      exports = await this.#import(path, version);
    } catch (cause) {
      throw new ExtensionError(`${path} could not be imported: ${(cause as Error).message}`, path, { cause });
    }
    const cogs = Object.values(exports).filter(
      (value): value is Constructor => isClass(value) && isCog(value),
    );
    if (cogs.length === 0) throw new ExtensionError(`${path} exports no class with @Cog()`, path);
    return new Map(cogs.map((cogClass) => [cogClass.name, cogClass]));
  }
}

function located(module: string | URL): string {
  try {
    return modulePath(module);
  } catch (cause) {
    throw new ExtensionError(`${module} was not found: ${(cause as Error).message}`, String(module), {
      cause,
    });
  }
}

function isClass(value: unknown): value is Constructor {
  return typeof value === 'function' && value.prototype !== undefined;
}

async function importFile(path: string, version: number): Promise<Readonly<Record<string, unknown>>> {
  const url = pathToFileURL(path);
  if (version > 1) url.search = `v=${(await stat(path)).mtimeMs}-${version}`;
  return (await import(url.href)) as Readonly<Record<string, unknown>>;
}

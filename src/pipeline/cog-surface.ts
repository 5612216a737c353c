import type { Constructor } from '../types/type-tools.js';

/** One cog as the loader hands it to the surfaces: its class, its instance, and the name to show in messages. */
export interface LoadedCog {
  /** Class of the cog. */
  readonly cogClass: Constructor;
  /** Instance that the bot has built. */
  readonly instance: object;
  /** Class name unless the cog gave itself another. */
  readonly name: string;
  /** What help says about the cog. */
  readonly description?: string;
}

/**
 * Part of the bot on which a cog can put something: commands, components, listeners, tasks.
 *
 * A surface reads only its own metadata from the class, compiles the handlers once, and gives back the way to undo all
 * of it. The loader knows a list of surfaces and nothing of their kinds.
 */
export interface CogSurface {
  /** Looks for mistakes without registering anything; throws the typed error that names class and member. */
  check?(cog: LoadedCog): void;
  /** Registers what the cog declares for this surface; the returned function takes all of it back. */
  attach(cog: LoadedCog): () => void;
}

import type { ServiceContainer } from '../di/service-container.js';
import { PluginError } from '../errors/plugin-error.js';
import type { EventBus } from '../events/event-bus.js';
import type { BotHook, BotSteps } from '../pipeline/bot-steps.js';
import type { CheckFunction } from '../pipeline/checks/check-like.js';
import type { ErrorChain, ErrorHandler } from '../pipeline/error-chain.js';
import type { Awaitable, Constructor } from '../types/type-tools.js';
import { runEach } from '../utils/run-each.js';
import type { CogLoader } from './cog-loader.js';

/** Where a plugin adds things; each is taken back when the bot closes, the last one first. */
export interface PluginHost {
  /** Services of the bot; register your own there. */
  readonly container: ServiceContainer;
  /** Events of the bot. */
  readonly events: EventBus;
  /** Adds a check before every handler. */
  addCheck(check: CheckFunction): void;
  /** Adds a cog. */
  addCog(cogClass: Constructor): void;
  /** Adds a handler for errors that no cog handled. */
  addErrorHandler(handler: ErrorHandler): void;
  /** Adds a hook around every handler. */
  addHook(hook: BotHook): void;
  /** Takes note of something to undo that was done by other means. */
  onClose(undo: () => Awaitable<unknown>): void;
}

/**
 * Bundle of cogs, checks, hooks and services for any bot: `new Bot({ plugins: [metrics()] })`.
 *
 * @example
 * ```ts
 * const quietHours: Plugin = {
 *   name: 'quiet-hours',
 *   install: (host) => host.addCheck(() => new Date().getHours() >= 8),
 * };
 * ```
 */
export interface Plugin {
  /** Name by which messages call it. */
  readonly name: string;
  /** Adds everything to the bot; what it throws is the bot's `PluginError`. */
  install(host: PluginHost): void;
}

/** Parts of a bot that plugins reach. */
export interface PluginParts {
  readonly botSteps: BotSteps;
  readonly cogs: CogLoader;
  readonly container: ServiceContainer;
  readonly errors: ErrorChain;
  readonly events: EventBus;
  /** Told of each step of taking back that fails. */
  onCloseFailed(error: unknown): void;
}

/**
 * Installs plugins in their order; the returned function undoes them in reverse.
 *
 * @throws {PluginError} when one throws; everything added so far is taken back then.
 */
export function installPlugins(plugins: readonly Plugin[], parts: PluginParts): () => Promise<void> {
  const undo: Array<() => Awaitable<unknown>> = [];
  const close = (): Promise<void> => runEach(undo.splice(0).reverse(), (error) => parts.onCloseFailed(error));
  for (const plugin of plugins) {
    try {
      plugin.install(hostFor(parts, undo));
    } catch (cause) {
      void close();
      throw new PluginError(
        `Plugin "${plugin.name}" could not be installed: ${(cause as Error).message}`,
        plugin.name,
        {
          cause,
        },
      );
    }
  }
  return close;
}

function hostFor(parts: PluginParts, undo: Array<() => Awaitable<unknown>>): PluginHost {
  const { botSteps, cogs, container, errors, events } = parts;
  return {
    container,
    events,
    addCheck: (check) => void undo.push(botSteps.addCheck(check)),
    addCog(cogClass) {
      cogs.add(cogClass);
      undo.push(() => cogs.unload(cogClass));
    },
    addErrorHandler: (handler) => void undo.push(errors.add(handler)),
    addHook: (hook) => void undo.push(botSteps.addHook(hook)),
    onClose: (step) => void undo.push(step),
  };
}

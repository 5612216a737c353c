import type { Plugin } from '../cogs/plugin.js';
import type { ApplicationCommandRegistryOptions } from '../commands/application/application-command-registry.js';
import type { PrefixOptions } from '../commands/prefix/prefix-source.js';
import type { ServiceContainer } from '../di/service-container.js';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { CooldownStore } from '../pipeline/limits/cooldown-store.js';
import type { Constructor, Snowflake } from '../types/type-tools.js';
import type { StateStore } from '../ui/state/state-store.js';
import type { OnUnknownComponent } from '../ui/unknown-component.js';
import type { View } from '../ui/views/view.js';
import type { ClientOptions } from './client-options.js';
import { clientOptionKeys } from './client-options.js';
import type { KeysOf } from './known-keys.js';

/** When commands are written to Discord: at every start where they differ, never, or only in some guilds. */
export type SyncCommandsOption = 'auto' | 'off' | { readonly guilds: readonly Snowflake[] };

/** Options of a `Bot`: those of a client, and what commands and components need. */
export interface BotOptions extends ClientOptions, ApplicationCommandRegistryOptions, PrefixOptions {
  /** Classes with `@Cog()`, built by injection. */
  readonly cogs?: readonly Constructor[];
  /** Where cooldowns are counted. @defaultValue memory */
  readonly cooldowns?: CooldownStore;
  /** What the bot is for, as help shows it. */
  readonly description?: string;
  /** Owner of the bot, instead of those of its application. */
  readonly ownerId?: Snowflake;
  /** {@inheritDoc ownerId} */
  readonly ownerIds?: readonly Snowflake[];
  /** Bundles of cogs, checks and services. */
  readonly plugins?: readonly Plugin[];
  /** Answers a component that nobody else answers. @defaultValue a private sentence */
  readonly onUnknownComponent?: OnUnknownComponent;
  /**
   * Registers services before plugins and cogs are built; each may then be had by `inject()`.
   *
   * @example
   * ```ts
   * new Bot({ cogs: [Help], services: (container) => container.registerClass(HelpText, MyHelpText) });
   * ```
   */
  readonly services?: (container: ServiceContainer) => unknown;
  /** 32 bytes that sign state in custom ids. @defaultValue derived from the token */
  readonly stateKey?: Uint8Array;
  /** Where state goes that is too large for a custom id. @defaultValue memory */
  readonly stateStore?: StateStore;
  /** When commands are brought to Discord. @defaultValue `'auto'` */
  readonly syncCommands?: SyncCommandsOption;
  /** Persistent views whose messages are answered, also those sent before a restart. */
  readonly views?: readonly Constructor<View>[];
}

/** Options that are read while composing a bot. */
export const botOptionKeys: KeysOf<BotOptions> = {
  ...clientOptionKeys,
  autoDefer: true,
  caseInsensitive: true,
  cogs: true,
  cooldowns: true,
  debugGuilds: true,
  defaultContexts: true,
  defaultIntegrationTypes: true,
  description: true,
  localizations: true,
  mentionPrefix: true,
  onUnknownComponent: true,
  ownerId: true,
  ownerIds: true,
  plugins: true,
  prefix: true,
  services: true,
  stateKey: true,
  stateStore: true,
  syncCommands: true,
  trackEdits: true,
  views: true,
};

/** @throws {InvalidOptionError} when `syncCommands` is none of its values. */
export function checkSyncCommands(value: SyncCommandsOption | undefined): void {
  if (value === undefined || value === 'auto' || value === 'off') return;
  if (typeof value === 'object' && Array.isArray(value.guilds)) return;
  throw new InvalidOptionError(
    `syncCommands is ${JSON.stringify(value)}; give 'auto', 'off', or { guilds: [id] }.`,
    'syncCommands',
  );
}

import type { PermissionName } from '../models/permission-bits.js';
import type { Localizations } from '../schema/localizations.js';
import type { Snowflake } from '../types/type-tools.js';

/** Where a command can be used: in guilds, in direct messages with the bot, in other private channels. */
export type CommandContextName = 'guild' | 'botDm' | 'privateChannel';

/** Who an application is installed for. */
export type IntegrationTypeName = 'guild' | 'user';

/**
 * How a handler that takes long is acknowledged in time: not at all, with a visible or a private "thinking".
 *
 * Two seconds after receipt unless `afterMs` says otherwise.
 */
export type AutoDefer = boolean | { readonly ephemeral?: boolean; readonly afterMs?: number };

/** Settings that stand on the root of an application command, grouped or not. */
export interface RootCommandSettings {
  /** Names in other languages, by locale. */
  readonly nameLocalizations?: Localizations;
  /** Descriptions in other languages, by locale. */
  readonly descriptionLocalizations?: Localizations;
  /** Places in which the command can be used; all that the installation allows unless given. */
  readonly contexts?: readonly CommandContextName[];
  /** Ways of installation for which it is there: in a guild, by a user, or both. */
  readonly integrationTypes?: readonly IntegrationTypeName[];
  /** Permissions a member needs to see the command; an empty list leaves it to administrators. */
  readonly permissions?: readonly PermissionName[];
  /** Whether it is for age-restricted channels only. @defaultValue false */
  readonly nsfw?: boolean;
  /** Guilds in which the command is registered; everywhere unless given. */
  readonly guilds?: readonly Snowflake[];
  /** How it is deferred when the handler takes long. @defaultValue as its cog or the bot says */
  readonly autoDefer?: AutoDefer;
}

/** Settings of a slash command. */
export interface SlashCommandSettings extends RootCommandSettings {
  /** Name shown to users; the method's name in kebab-case unless given. */
  readonly name?: string;
  /** Text that Discord shows, 1 to 100 characters. */
  readonly description: string;
  /** Group below that of the class, as in `/config roles add`; only in a class with `@CommandGroup`. */
  readonly group?: string;
}

/** Settings of a user or message command. */
export interface MenuCommandSettings extends Omit<RootCommandSettings, 'descriptionLocalizations'> {
  /** Text of the menu entry, 1 to 32 characters. */
  readonly name: string;
}

/** Settings of the command that launches an activity. */
export interface EntryPointSettings extends Omit<RootCommandSettings, 'guilds'> {
  /** Name of the command, 1 to 32 characters. */
  readonly name: string;
  /** Text that Discord shows, at most 100 characters. */
  readonly description?: string;
  /**
   * Who answers: `app` runs the method, which may launch the activity or say something first; `discord` launches it at
   * once and never asks.
   *
   * @defaultValue 'app'
   */
  readonly handler?: 'app' | 'discord';
}

/** Settings of a prefix command. */
export interface PrefixCommandSettings {
  /** Name that is typed; the method's name in kebab-case unless given. */
  readonly name?: string;
  /** Other names by which it can be called. */
  readonly aliases?: readonly string[];
  /** Text that help shows. */
  readonly description?: string;
  /** In a class with `@CommandGroup`: runs when the name of the group is typed alone. */
  readonly fallback?: boolean;
  /** Group below that of the class, as in `!config roles add`; only in a class with `@CommandGroup`. */
  readonly group?: string;
  /** Left out of help. */
  readonly hidden?: boolean;
  /** Options are given by name, `days: 3` or `--days 3`, in any order, instead of one after the other. */
  readonly flags?: boolean;
  /** Refuses words that no option takes, instead of ignoring them. */
  readonly strict?: boolean;
  /** How to call it, in place of what is made from the options. */
  readonly usage?: string;
}

/** Settings of a command that is both a slash command and typed. */
export interface HybridCommandSettings
  extends SlashCommandSettings,
    Omit<PrefixCommandSettings, 'description' | 'group' | 'name'> {}

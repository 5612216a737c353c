import type { ApplicationCommandType } from 'discord-api-types/v10';
import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { OptionSchema } from '../../schema/compiled-option.js';
import type { Localizations } from '../../schema/localizations.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { AutoDefer, RootCommandSettings } from '../command-settings.js';

/** Root of one or several application commands: what Discord shows as one command. */
export interface CommandRoot {
  /** Name of the command, or of its topmost group. */
  readonly name: string;
  /** Text that Discord shows for it. */
  readonly description: string;
  /** Settings that the decorator was given. */
  readonly settings: RootCommandSettings;
}

/** Group between root and command. */
export interface CommandSubgroup {
  /** Name of the group. */
  readonly name: string;
  /** Text of the group; Discord keeps it and does not show it. */
  readonly description: string;
  /** Names in other languages. */
  readonly nameLocalizations?: Localizations;
  /** Descriptions in other languages. */
  readonly descriptionLocalizations?: Localizations;
}

/** One application command that can be used: the leaf of `/root group name`. */
export interface ApplicationCommand {
  /** Slash command, user command, message command or entry point. */
  readonly type: ApplicationCommandType;
  /** What Discord shows it under. */
  readonly root: CommandRoot;
  /** Group between root and command, when there is one. */
  readonly subgroup: CommandSubgroup | undefined;
  /** Own name, without those of its groups. */
  readonly name: string;
  /** Names from the root to the command, with spaces, as users read it. */
  readonly qualifiedName: string;
  /** Text that Discord shows; empty for menus. */
  readonly description: string;
  /** Settings that the decorator was given. */
  readonly settings: RootCommandSettings;
  /** Guilds in which it is registered; `undefined` for everywhere. */
  readonly guildIds: readonly Snowflake[] | undefined;
  /** Options, compiled. @internal */
  readonly schema: OptionSchema;
  /** Cog and method that run it. */
  readonly origin: HandlerOrigin;
  /** How it is deferred; `undefined` as its cog or the bot says. */
  readonly autoDefer: AutoDefer | undefined;
  /** Who answers the command that launches an activity; `undefined` for all others. */
  readonly launchedBy?: 'app' | 'discord';
}

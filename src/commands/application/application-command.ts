import type { ApplicationCommandType } from 'discord-api-types/v10';
import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { OptionSchema } from '../../schema/compiled-option.js';
import type { Localizations } from '../../schema/localizations.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { AutoDefer, RootCommandSettings } from '../command-settings.js';

/** Root of one or several application commands: what Discord shows as one command. */
export interface CommandRoot {
  readonly name: string;
  readonly description: string;
  readonly settings: RootCommandSettings;
}

/** Group between root and command. */
export interface CommandSubgroup {
  readonly name: string;
  readonly description: string;
  readonly nameLocalizations?: Localizations;
  readonly descriptionLocalizations?: Localizations;
}

/** One application command that can be used: the leaf of `/root group name`. */
export interface ApplicationCommand {
  readonly type: ApplicationCommandType;
  readonly root: CommandRoot;
  readonly subgroup: CommandSubgroup | undefined;
  readonly name: string;
  /** Names from the root to the command, with spaces, as users read it. */
  readonly qualifiedName: string;
  readonly description: string;
  readonly settings: RootCommandSettings;
  /** Guilds in which it is registered; `undefined` for everywhere. */
  readonly guildIds: readonly Snowflake[] | undefined;
  readonly schema: OptionSchema;
  readonly origin: HandlerOrigin;
  readonly autoDefer: AutoDefer | undefined;
  /** Who answers the command that launches an activity; `undefined` for all others. */
  readonly launchedBy?: 'app' | 'discord';
}

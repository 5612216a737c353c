import type { ApplicationCommandType } from 'discord-api-types/v10';
import type { Interaction } from '../../interactions/interaction.js';
import type { ResolvedData } from '../../interactions/resolved-entities.js';
import { ApplicationCommandOptionType } from '../../types/application-command-option-type.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { WireOptions } from './read-options.js';

/** Data of a command interaction, of all types of commands together. */
export interface CommandData {
  readonly id: Snowflake;
  readonly name: string;
  readonly type: ApplicationCommandType;
  readonly guild_id?: Snowflake;
  readonly options?: WireOptions;
  readonly resolved?: ResolvedData;
  readonly target_id?: Snowflake;
}

/** Option with a value, as Discord sends it; `focused` is the one being typed. */
export interface WireOptionValue {
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
}

/** Data of an interaction that is known to be a command or its autocomplete. */
export function commandData(interaction: Interaction): CommandData {
  return (interaction.payload as { readonly data: unknown }).data as CommandData;
}

/** Names from the root to the command that is used, and the options given to it. */
export function commandPath(data: CommandData): {
  readonly path: readonly string[];
  readonly options: WireOptions;
} {
  const path = [data.name];
  let options = data.options ?? [];
  for (let only = options[0]; only && isBranch(only.type); only = options[0]) {
    path.push(only.name);
    options = ('options' in only && only.options) || [];
  }
  return { path, options };
}

function isBranch(type: ApplicationCommandOptionType): boolean {
  return (
    type === ApplicationCommandOptionType.Subcommand || type === ApplicationCommandOptionType.SubcommandGroup
  );
}

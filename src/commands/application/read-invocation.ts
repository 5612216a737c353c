import { ResolvedEntities } from '../../interactions/resolved-entities.js';
import type { OptionSchema } from '../../schema/compiled-option.js';
import type { ApplicationCommandContext } from './application-command-context.js';
import { commandData, commandPath } from './command-data.js';
import { readOptions } from './read-options.js';

/** Options that the user gave to a slash command, as the handler's second argument. */
export function readInvocation(ctx: ApplicationCommandContext, schema: OptionSchema): Promise<object> {
  const { interaction } = ctx;
  const data = commandData(interaction);
  const entities = new ResolvedEntities(interaction.host, data.resolved, interaction.guildId);
  return readOptions(schema, commandPath(data).options, entities, ctx);
}

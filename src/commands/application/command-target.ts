import { OptionValueError } from '../../errors/option-value-error.js';
import { ResolvedEntities } from '../../interactions/resolved-entities.js';
import type { Member } from '../../models/member.js';
import type { Message } from '../../models/message.js';
import type { User } from '../../models/user.js';
import type { ApplicationCommandContext } from './application-command-context.js';
import { commandData } from './command-data.js';

/** Who or what a user or message command was used on. */
export function targetOf({ interaction }: ApplicationCommandContext): Member | Message | User {
  const { target_id: id, resolved } = commandData(interaction);
  const entities = new ResolvedEntities(interaction.host, resolved, interaction.guildId);
  const target =
    id === undefined ? undefined : (entities.message(id) ?? entities.member(id) ?? entities.user(id));
  if (target) return target;
  throw new OptionValueError('What this was used on is not there any more.', 'target', id);
}

import { InteractionType } from 'discord-api-types/v10';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { ResolvedData } from '../interactions/resolved-data.js';
import type { ChannelRecord } from '../world/channel-record.js';
import type { UserRecord } from '../world/user-record.js';
import { findCommand } from './command-lookup.js';
import type { OptionValue, SentOption } from './option-values.js';
import { toSentOptions } from './option-values.js';
import type { Stage } from './stage.js';
import { watchInteraction } from './watch-interaction.js';

/** Suggestion of a bot for an option. */
export interface Suggestion {
  /** What the person sees. */
  readonly name: string;
  /** What the bot gets when it is chosen. */
  readonly value: string | number;
}

/** What is being typed. */
export interface SuggestionQuery {
  /** Option that is being typed into. */
  readonly option: string;
  /** What stands in it so far. */
  readonly text: string;
  /** Options that are filled in already. */
  readonly others?: Readonly<Record<string, OptionValue>>;
}

/** Asks the bot for suggestions. */
export async function suggestFor(
  { world, desk, ...stage }: Stage,
  user: UserRecord,
  channel: ChannelRecord,
  name: string,
  query: SuggestionQuery,
): Promise<readonly Suggestion[]> {
  const found = findCommand({ world, channel, user, type: 1, name });
  const option = found.options.find((candidate) => candidate.name === query.option);
  if (option?.autocomplete !== true) {
    const offered = found.options
      .filter(({ autocomplete }) => autocomplete)
      .map((candidate) => `"${candidate.name}"`);
    throw new InvalidInvocationError(`/${name} has no option "${query.option}" with autocomplete.`, offered);
  }
  const resolved = new ResolvedData(world, channel, user.id);
  const lenient = found.options
    .filter((candidate) => candidate !== option)
    .map((candidate) => ({ ...candidate, required: false }));
  const others = toSentOptions(name, lenient, query.others ?? {}, resolved);
  const focused: SentOption = { name: option.name, type: option.type, value: query.text, focused: true };
  const types = found.path.length === 2 ? [2, 1] : [1];
  const options = found.path.reduceRight<readonly SentOption[]>(
    (inner, word, depth) => [{ name: word, type: types[depth]!, options: inner }],
    [...others, focused],
  );
  const { id, name: commandName, type } = found.command;
  const interaction = desk.start({
    type: InteractionType.ApplicationCommandAutocomplete,
    bot: found.bot,
    user,
    channel,
    asked: `suggestions for ${query.option} of /${name}`,
    data: { id, name: commandName, type, options, ...resolved.toField() },
  });
  await watchInteraction(stage, interaction);
  return interaction.choices ?? [];
}

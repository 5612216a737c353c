import type { Interaction } from '../../interactions/interaction.js';
import { noteHandlerFailure } from '../../pipeline/command-channel.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import type {
  AutocompleteRequest,
  AutocompleteSource,
  SuggestFunction,
  Suggestion,
} from '../../schema/autocomplete.js';
import type { Choice } from '../../schema/choices.js';
import { MAX_CHOICES, toChoices } from '../../schema/choices.js';
import type { CompiledOption } from '../../schema/compiled-option.js';
import type { WireOptionValue } from './command-data.js';
import { commandData, commandPath } from './command-data.js';
import type { RegisteredCommand } from './registered-command.js';

/** Longest name of a suggestion that Discord takes. */
const MAX_NAME_LENGTH = 100;

/** Last interaction of each user and option, while it is being answered. */
export type TypingUsers = Map<string, Interaction>;

/**
 * Answers an autocomplete interaction; a failure is logged and answered with no suggestions.
 *
 * Nothing is sent when the user has typed on in the meantime: nobody would see it.
 */
export async function answerAutocomplete(
  interaction: Interaction,
  command: RegisteredCommand | undefined,
  tools: PipelineTools,
  typing: TypingUsers,
): Promise<void> {
  const { options } = commandPath(commandData(interaction));
  const focused = (options as readonly WireOptionValue[]).find((option) => option.focused);
  const option = command?.schema.options.find(({ name }) => name === focused?.name);
  if (!command || !option || !focused) return interaction.responder.autocomplete([]);
  const origin = {
    ...command.origin,
    kind: 'autocomplete',
    name: `${command.qualifiedName} ${option.name}`,
  } as const;
  const key = `${interaction.userId}/${origin.name}`;
  typing.set(key, interaction);
  await tools.activity.run(origin, async (trace) => {
    try {
      const request = requestOf(interaction, command, focused, options as readonly WireOptionValue[]);
      const suggestions = await suggest(option, command, request);
      if (typing.get(key) === interaction) await interaction.responder.autocomplete(suggestions);
    } catch (error) {
      noteHandlerFailure(trace, error);
      await tools.errors.handle(error, origin);
      await interaction.responder.autocomplete([]).catch((cause: unknown) => {
        const message = 'Nothing could be suggested, not even nothing';
        tools.logger.debug('commands', message, { interactionId: interaction.id, error: cause });
      });
    } finally {
      if (typing.get(key) === interaction) typing.delete(key);
    }
  });
}

function requestOf(
  interaction: Interaction,
  command: RegisteredCommand,
  focused: WireOptionValue,
  given: readonly WireOptionValue[],
): AutocompleteRequest {
  const values = new Map(given.map(({ name, value }) => [name, value]));
  return {
    value: String(focused.value ?? ''),
    optionName: focused.name,
    options: Object.fromEntries(
      command.schema.options.map(({ name, defaultValue }) => [name, values.get(name) ?? defaultValue]),
    ),
    userId: interaction.userId,
    guildId: interaction.guildId,
    locale: interaction.locale,
  };
}

async function suggest(
  option: CompiledOption,
  command: RegisteredCommand,
  request: AutocompleteRequest,
): Promise<Array<{ name: string; value: string | number }>> {
  const { autocomplete, choices } = option.descriptor.settings;
  const suggestions =
    autocomplete === undefined
      ? matching(toChoices(choices ?? []), request.value)
      : await ask(autocomplete, command, request);
  return toChoices(suggestions)
    .slice(0, MAX_CHOICES)
    .map(({ name, value }) => ({ name: name.slice(0, MAX_NAME_LENGTH), value }));
}

async function ask(
  source: AutocompleteSource,
  command: RegisteredCommand,
  request: AutocompleteRequest,
): Promise<readonly Suggestion[]> {
  if (typeof source === 'function') return source(request);
  if (!('method' in source)) return matching(toChoices(source), request.value);
  return (command.target as Record<string, SuggestFunction>)[source.method]!(request);
}

/** Entries that begin with what is typed, then those that contain it. */
function matching(choices: readonly Choice[], typed: string): readonly Choice[] {
  const wanted = typed.toLowerCase();
  const rank = ({ name }: Choice): number => {
    const at = name.toLowerCase().indexOf(wanted);
    return at <= 0 ? at : 1;
  };
  return choices.filter((choice) => rank(choice) >= 0).sort((a, b) => rank(a) - rank(b));
}

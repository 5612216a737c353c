import type { CommandOptionView, CommandView } from '../world-view.js';
import type { ChosenCommand } from './command-form.js';
import type { Entry } from './list-box.js';
import { nameOf, worldNow } from './look-up.js';

/** Slash commands of the open channel, sub-commands one by one. */
export function slashCommands(): readonly ChosenCommand[] {
  return (worldNow()?.commands ?? [])
    .filter(({ type }) => type === 1)
    .flatMap((command) => descend(command, command));
}

/** Those whose name fits what was typed after the slash, as entries of a list. */
export function commandEntries(text: string): Entry[] {
  const wanted = text.toLowerCase();
  return slashCommands()
    .filter(({ name }) => name.includes(wanted))
    .sort((a, b) => Number(b.name.startsWith(wanted)) - Number(a.name.startsWith(wanted)))
    .map(({ command, name, description }) => ({
      value: name,
      label: `/${name}`,
      hint: command.isAllowed ? description : `Needs ${command.neededPermissions ?? 'a permission'}`,
      mark: nameOf(command.botId),
      isDisabled: !command.isAllowed,
    }));
}

function descend(
  command: CommandView,
  part: CommandView | CommandOptionView,
  path: readonly string[] = [],
): ChosenCommand[] {
  const name = [...path, part.name];
  const options = part.options ?? [];
  const nested = options.filter(({ type }) => type <= 2);
  if (nested.length > 0) return nested.flatMap((option) => descend(command, option, name));
  const sorted = [...options].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
  return [{ command, name: name.join(' '), description: part.description, options: sorted }];
}

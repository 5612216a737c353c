import type { ApplicationCommand } from './application-command.js';
import { isItsOwnRoot, toSubcommand, toWireCommands } from './command-wire.js';

/**
 * Most characters of one command: its names, descriptions and choice values together, each in its longest language.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#slash-commands
 */
export const MAX_COMMAND_CHARACTERS = 8000;

/** Texts that count, with where their translations stand. */
const COUNTED = [
  ['name', 'name_localizations'],
  ['description', 'description_localizations'],
  ['value', undefined],
] as const;

type Wire = Readonly<Record<string, unknown>>;

const leafSizes = new WeakMap<ApplicationCommand, number>();

/** Characters of the commands that share a root, as Discord counts them. */
export function commandSize(commands: Iterable<ApplicationCommand>): number {
  let size = 0;
  const groups = new Set<string>();
  for (const command of commands) {
    if (isItsOwnRoot(command)) return sizeOf(toWireCommands([command])[0] as unknown as Wire);
    const { root, subgroup } = command;
    if (size === 0) size += ownSize({ name: root.name, description: root.description });
    if (subgroup && !groups.has(subgroup.name)) size += ownSize({ ...subgroup });
    if (subgroup) groups.add(subgroup.name);
    size += leafSize(command);
  }
  return size;
}

function leafSize(command: ApplicationCommand): number {
  const known = leafSizes.get(command);
  if (known !== undefined) return known;
  const size = sizeOf(toSubcommand(command) as unknown as Wire);
  leafSizes.set(command, size);
  return size;
}

function sizeOf(wire: Wire): number {
  const below = [...((wire['options'] as Wire[]) ?? []), ...((wire['choices'] as Wire[]) ?? [])];
  return below.reduce((sum, each) => sum + sizeOf(each), ownSize(wire));
}

function ownSize(wire: Wire): number {
  return COUNTED.reduce((sum, [field, translations]) => {
    const texts = [wire[field] ?? '', ...Object.values((translations && wire[translations]) || {})];
    return sum + Math.max(...texts.map((text) => String(text).length));
  }, 0);
}

import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { LoadedCog } from '../../pipeline/cog-surface.js';
import { toKebabCase } from '../../utils/letter-case.js';
import { groupMetadata } from '../application/command-group.js';
import type { PrefixCommandSettings } from '../command-settings.js';

/** Ways in which one command is called, the groups above it included. */
export interface TypedNames {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** Names of a prefix command below the groups of its class. */
export function typedNames(
  cog: LoadedCog,
  method: string,
  settings: PrefixCommandSettings,
  place: string,
): TypedNames {
  const group = groupMetadata.of(cog.cogClass).at(-1);
  const own = settings.name ?? toKebabCase(method);
  if (!group && (settings.group !== undefined || settings.fallback)) {
    throw new InvalidDefinitionError(
      '{ group } and { fallback } need @CommandGroup(...) on the class',
      place,
    );
  }
  const above = [...(group ? [group.name] : []), ...(settings.group === undefined ? [] : [settings.group])];
  for (const word of [...above, own, ...(settings.aliases ?? [])]) checkWord(word, place);
  const below = (word: string): string => [...above, word].join(' ');
  return {
    name: below(own),
    aliases: [...(settings.aliases ?? []).map(below), ...(settings.fallback ? [above.join(' ')] : [])],
  };
}

function checkWord(word: string, place: string): void {
  if (word.length > 0 && !/\s/u.test(word)) return;
  throw new InvalidDefinitionError(
    `"${word}" cannot be typed as one word; names and aliases have no spaces`,
    place,
  );
}

import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import type { Localizations } from './localizations.js';

/** Names of slash commands and options. @see https://docs.discord.com/developers/interactions/application-commands#application-command-object-application-command-naming */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Longest description that Discord takes. */
const MAX_DESCRIPTION_LENGTH = 100;

/** Checks the name of a slash command, a group or an option. */
export function checkName(name: string, place: string): void {
  if (NAME.test(name) && name === name.toLowerCase()) return;
  throw new InvalidDefinitionError(
    `"${name}" is not a name Discord takes: 1 to 32 letters, digits, - or _, in lower case. ` +
      'Give another by { name }.',
    place,
  );
}

/** Checks the name of a user or message command, which may have capitals and spaces. */
export function checkMenuName(name: string, place: string): void {
  if (name.length >= 1 && name.length <= 32 && name.trim() === name) return;
  throw new InvalidDefinitionError(`"${name}" is not a name Discord takes: 1 to 32 characters`, place);
}

/** Checks the description of a command or an option. */
export function checkDescription(description: string, place: string): void {
  const length = [...description].length;
  if (length >= 1 && length <= MAX_DESCRIPTION_LENGTH) return;
  throw new InvalidDefinitionError(
    `its description has ${length} characters; Discord takes 1 to ${MAX_DESCRIPTION_LENGTH}`,
    place,
  );
}

/** Applies a check to each text of a localisation. */
export function checkLocalizations(texts: Localizations | undefined, check: (text: string) => void): void {
  for (const text of Object.values(texts ?? {})) check(text);
}

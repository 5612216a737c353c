/**
 * Names and descriptions of commands in other languages, apart from the code: an object by locale, or a folder with one
 * JSON file for each.
 *
 *     locales/de.json
 *     {
 *       "ban": {
 *         "name": "bannen", "description": "Bannt ein Mitglied",
 *         "options": { "member": { "name": "mitglied", "choices": { "spam": "Werbung" } } }
 *       },
 *       "config": { "description": "Einstellungen" },
 *       "config roles add": { "description": "Fügt eine Rolle hinzu" }
 *     }
 *
 * A command stands under its qualified name, a group under its own. What a command says of itself wins.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { InvalidOptionError } from '../../errors/invalid-option-error.js';
import type { Localizations } from '../../schema/localizations.js';
import { Locale } from '../../types/locale.js';
import { nearestName } from '../../utils/nearest-name.js';

/** Texts of one option in one language. */
export interface OptionTexts {
  /** Name of the option. */
  readonly name?: string;
  /** Text of the option. */
  readonly description?: string;
  /** Names of choices, by their names in the code. */
  readonly choices?: Readonly<Record<string, string>>;
}

/** Texts of one command or group in one language. */
export interface CommandTexts {
  /** Name of the command or group. */
  readonly name?: string;
  /** Text of the command or group. */
  readonly description?: string;
  /** Texts of options, by their names in the code. */
  readonly options?: Readonly<Record<string, OptionTexts>>;
}

/** Texts by locale and qualified name, or the folder that has them as `<locale>.json`. */
export type CommandTextsSource =
  | string
  | Readonly<Partial<Record<`${Locale}`, Readonly<Record<string, CommandTexts>>>>>;

type Texts = Readonly<Record<string, CommandTexts>>;

/** Both sorts of texts, as Discord takes them. */
export interface LocalizedTexts {
  readonly nameLocalizations?: Localizations;
  readonly descriptionLocalizations?: Localizations;
}

/** Translations of commands, read once. */
export class CommandTranslations {
  readonly #byLocale: ReadonlyMap<string, Texts>;
  readonly #used = new Set<string>();

  /** @throws {InvalidOptionError} for a locale that Discord does not have, and for a file that cannot be read. */
  constructor(source: CommandTextsSource = {}) {
    this.#byLocale = new Map(typeof source === 'string' ? readFolder(source) : Object.entries(source));
    for (const locale of this.#byLocale.keys()) checkLocale(locale);
  }

  /** Names of commands for which there are texts and which nobody has asked for. */
  get unused(): readonly string[] {
    const names = new Set([...this.#byLocale.values()].flatMap((texts) => Object.keys(texts)));
    return [...names].filter((name) => !this.#used.has(name));
  }

  /** Texts of a command or group; those that it has itself win. */
  command(qualifiedName: string, own: LocalizedTexts): LocalizedTexts {
    this.#used.add(qualifiedName);
    return this.#merge(own, (texts) => texts[qualifiedName]);
  }

  /** Texts of an option of a command. */
  option(qualifiedName: string, option: string, own: LocalizedTexts): LocalizedTexts {
    return this.#merge(own, (texts) => texts[qualifiedName]?.options?.[option]);
  }

  /** Names of one choice. */
  choice(qualifiedName: string, option: string, choice: string): Localizations | undefined {
    return this.#collect((texts) => texts[qualifiedName]?.options?.[option]?.choices?.[choice]);
  }

  #merge(
    own: LocalizedTexts,
    find: (texts: Texts) => { readonly name?: string; readonly description?: string } | undefined,
  ): LocalizedTexts {
    const names = this.#collect((texts) => find(texts)?.name);
    const descriptions = this.#collect((texts) => find(texts)?.description);
    return {
      ...(names ? { nameLocalizations: { ...names, ...own.nameLocalizations } } : {}),
      ...(descriptions
        ? { descriptionLocalizations: { ...descriptions, ...own.descriptionLocalizations } }
        : {}),
    };
  }

  #collect(find: (texts: Texts) => string | undefined): Localizations | undefined {
    const found: [string, string][] = [];
    for (const [locale, texts] of this.#byLocale) {
      const text = find(texts);
      if (text !== undefined) found.push([locale, text]);
    }
    return found.length === 0 ? undefined : (Object.fromEntries(found) as Localizations);
  }
}

function readFolder(folder: string): [string, Texts][] {
  try {
    const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
    return files.map((name) => [name.slice(0, -'.json'.length), readTexts(join(folder, name))]);
  } catch (cause) {
    if (cause instanceof InvalidOptionError) throw cause;
    throw new InvalidOptionError(
      `localizations: "${folder}" cannot be read: ${messageOf(cause)}`,
      'localizations',
      {
        cause,
      },
    );
  }
}

function readTexts(path: string): Texts {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Texts;
  } catch (cause) {
    throw new InvalidOptionError(`localizations: ${path} is not JSON: ${messageOf(cause)}`, 'localizations', {
      cause,
    });
  }
}

function checkLocale(locale: string): void {
  const known: readonly string[] = Object.values(Locale);
  if (known.includes(locale)) return;
  const nearest = nearestName(locale, known);
  const hint = nearest === undefined ? `It has ${known.join(', ')}.` : `Did you mean "${nearest}"?`;
  throw new InvalidOptionError(
    `localizations: Discord has no language "${locale}". ${hint}`,
    'localizations',
  );
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}

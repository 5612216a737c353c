/**
 * What the settings of command decorators may be. The compiler checks the same; files that are run without a type check
 * get here with any mistake in them.
 */
import type { SettingKeys } from '../errors/check-settings.js';
import { checkOneOf, checkSettings } from '../errors/check-settings.js';
import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import type {
  CommandContextName,
  HybridCommandSettings,
  IntegrationTypeName,
  MenuCommandSettings,
  PrefixCommandSettings,
  RootCommandSettings,
  SlashCommandSettings,
} from './command-settings.js';

const menuKeys: SettingKeys<MenuCommandSettings> = {
  autoDefer: true,
  contexts: true,
  guilds: true,
  integrationTypes: true,
  name: true,
  nameLocalizations: true,
  nsfw: true,
  permissions: true,
};

const slashKeys: SettingKeys<SlashCommandSettings> = {
  ...menuKeys,
  description: true,
  descriptionLocalizations: true,
  group: true,
};

const prefixKeys: SettingKeys<PrefixCommandSettings> = {
  aliases: true,
  description: true,
  fallback: true,
  flags: true,
  group: true,
  hidden: true,
  name: true,
  strict: true,
  usage: true,
};

const hybridKeys: SettingKeys<HybridCommandSettings> = { ...prefixKeys, ...slashKeys };

const groupKeys: SettingKeys<RootCommandSettings> & { readonly groups: true } = {
  autoDefer: true,
  contexts: true,
  descriptionLocalizations: true,
  groups: true,
  guilds: true,
  integrationTypes: true,
  nameLocalizations: true,
  nsfw: true,
  permissions: true,
};

const contexts = {
  botDm: true,
  guild: true,
  privateChannel: true,
} satisfies Record<CommandContextName, true>;

const integrationTypes = { guild: true, user: true } satisfies Record<IntegrationTypeName, true>;

/** Settings of a slash command, given as its description or in full. @throws {InvalidDefinitionError} */
export function slashSettings(
  given: string | SlashCommandSettings,
  options: unknown,
  place: string,
): SlashCommandSettings {
  return checkDescribed('SlashCommand', given, options, slashKeys, place);
}

/** Settings of a command that is both. @throws {InvalidDefinitionError} */
export function hybridSettings(
  given: string | HybridCommandSettings,
  options: unknown,
  place: string,
): HybridCommandSettings {
  return checkDescribed('HybridCommand', given, options, hybridKeys, place);
}

/** Settings of a prefix command, whose description may be left out. @throws {InvalidDefinitionError} */
export function prefixSettings(
  given: string | PrefixCommandSettings,
  options: unknown,
  more: PrefixCommandSettings,
  place: string,
): PrefixCommandSettings {
  checkOptions('PrefixCommand', given, options, place);
  const settings = { ...(typeof given === 'string' ? { description: given } : given), ...more };
  checkSettings(settings, prefixKeys, place);
  return settings;
}

/** Settings of an entry of a menu, given as its name or in full. @throws {InvalidDefinitionError} */
export function menuSettings(
  decorator: string,
  given: string | MenuCommandSettings,
  place: string,
): MenuCommandSettings {
  const settings = typeof given === 'string' ? { name: given } : given;
  if (typeof settings?.name !== 'string') {
    throw new InvalidDefinitionError(`has no name; write @${decorator}('Name in the menu')`, place);
  }
  checkSettings(settings, menuKeys, place);
  checkRoot(settings, place);
  return settings;
}

/** Checks what a group is declared with. @throws {InvalidDefinitionError} */
export function checkGroup(
  name: unknown,
  description: unknown,
  settings: RootCommandSettings,
  place: string,
): void {
  if (typeof name !== 'string' || typeof description !== 'string') {
    throw new InvalidDefinitionError(
      "needs a name and a description: @CommandGroup('name', 'What it is about')",
      place,
    );
  }
  checkSettings(settings, groupKeys, place);
  checkRoot(settings, place);
}

function checkDescribed<S extends SlashCommandSettings>(
  decorator: string,
  given: string | S,
  options: unknown,
  keys: Readonly<Record<string, true>>,
  place: string,
): S {
  checkOptions(decorator, given, options, place);
  const settings = (typeof given === 'string' ? { description: given } : given) as S;
  if (typeof settings?.description !== 'string') {
    throw new InvalidDefinitionError(
      `has no description; write @${decorator}('What it does') or @${decorator}({ description: 'What it does', … })`,
      place,
    );
  }
  checkSettings(settings, keys, place);
  checkRoot(settings, place);
  return settings;
}

/** Options are a class or an object of them; a second text is a name and a description in the manner of other libraries. */
function checkOptions(decorator: string, given: unknown, options: unknown, place: string): void {
  if (options === undefined || typeof options === 'function') return;
  if (typeof options === 'object' && options !== null) return;
  const [name, description] = [given, options].map((text) => JSON.stringify(text));
  const advice =
    typeof options === 'string'
      ? `The name comes from the method; write @${decorator}({ name: ${name}, description: ${description} }) for another`
      : `Its second argument is an options class, or { name: Option.string('What it is') }, not ${description}`;
  throw new InvalidDefinitionError(advice, place);
}

function checkRoot(settings: RootCommandSettings, place: string): void {
  for (const name of listOf(settings.contexts, 'contexts', place)) {
    checkOneOf(name, Object.keys(contexts), 'context', place);
  }
  for (const name of listOf(settings.integrationTypes, 'integrationTypes', place)) {
    checkOneOf(name, Object.keys(integrationTypes), 'integration type', place);
  }
  for (const id of listOf(settings.guilds, 'guilds', place)) {
    if (typeof id === 'string' && /^\d+$/.test(id)) continue;
    throw new InvalidDefinitionError(`{ guilds } takes ids of guilds as texts, not ${String(id)}`, place);
  }
}

function listOf(value: unknown, name: string, place: string): readonly unknown[] {
  if (value === undefined) return [];
  if (Array.isArray(value)) return value;
  throw new InvalidDefinitionError(`{ ${name} } is a list: [${JSON.stringify(value)}]`, place);
}

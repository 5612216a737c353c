import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { LoadedCog } from '../../pipeline/cog-surface.js';
import { compileHandler } from '../../pipeline/compile-handler.js';
import type { HandlerDefinition, HandlerKind, HandlerOrigin } from '../../pipeline/handler.js';
import type { PipelineTools } from '../../pipeline/pipeline-tools.js';
import { checkDescription, checkLocalizations, checkMenuName, checkName } from '../../schema/check-name.js';
import { compileOptions } from '../../schema/option-schema.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import { toKebabCase } from '../../utils/letter-case.js';
import type { DeclaredCommand } from '../command-metadata.js';
import { commandMetadata } from '../command-metadata.js';
import type { AutoDefer, RootCommandSettings } from '../command-settings.js';
import type { CommandRoot, CommandSubgroup } from './application-command.js';
import type { ApplicationCommandContext } from './application-command-context.js';
import type { DeclaredGroup } from './command-group.js';
import { groupMetadata } from './command-group.js';
import { targetOf } from './command-target.js';
import type { CommandTranslations } from './command-texts.js';
import { localizeOptions } from './localize-options.js';
import { readInvocation } from './read-invocation.js';
import type { RegisteredCommand } from './registered-command.js';
import { warnUnanswered } from './warn-unanswered.js';

type DeclaredSlash = Extract<DeclaredCommand, { kind: 'slash' }>;
type DeclaredEntryPoint = Extract<DeclaredCommand, { kind: 'entryPoint' }>;
type DeclaredMenu = Extract<DeclaredCommand, { kind: 'user' | 'message' }>;
type Definition = HandlerDefinition<ApplicationCommandContext>;

/** Options of a cog, as far as commands read them. */
const cogDeferMetadata = new ClassMetadata<{ readonly autoDefer?: AutoDefer }>('cog');

/** Reads the application commands that a cog declares, checks them, and compiles their handlers. */
export function scanApplicationCommands(
  cog: LoadedCog,
  tools: PipelineTools,
  translations: CommandTranslations,
): readonly RegisteredCommand[] {
  const group = groupMetadata.of(cog.cogClass).at(-1);
  return commandMetadata.of(cog.cogClass).flatMap((declared) => {
    switch (declared.kind) {
      case 'slash':
        return [slashCommand(cog, declared, group, tools, translations)];
      case 'prefix':
        return [];
      case 'entryPoint':
        return [entryPoint(cog, declared, tools, translations)];
      default:
        return [menuCommand(cog, declared, tools, translations)];
    }
  });
}

function slashCommand(
  cog: LoadedCog,
  declared: DeclaredSlash,
  group: DeclaredGroup | undefined,
  tools: PipelineTools,
  translations: CommandTranslations,
): RegisteredCommand {
  const { method } = declared;
  const place = `${cog.cogClass.name}.${method}`;
  const name = declared.settings.name ?? toKebabCase(method);
  const subgroup = subgroupOf(declared.settings.group, group, place, translations);
  const path = [...(group ? [group.name] : []), ...(subgroup ? [subgroup.name] : []), name];
  const settings = localize(declared.settings, path.join(' '), translations);
  const root: CommandRoot = group
    ? localizedGroup(group, translations)
    : { name, description: settings.description, settings };
  const schema = localizeOptions(compileOptions(declared.options, place), path.join(' '), translations);
  for (const part of path) checkName(part, place);
  for (const text of [root.description, subgroup?.description ?? root.description, settings.description]) {
    checkDescription(text, place);
  }
  checkRootSettings(settings, place);
  const origin = originOf(
    cog,
    declared.isHybrid ? 'hybrid command' : 'slash command',
    path.join(' '),
    method,
  );
  const shared = {
    type: ApplicationCommandType.ChatInput,
    root,
    subgroup,
    name,
    schema,
    settings,
    origin,
    target: cog.instance,
  } as const;
  return {
    ...shared,
    qualifiedName: origin.name,
    description: settings.description,
    guildIds: root.settings.guilds,
    autoDefer: settings.autoDefer ?? root.settings.autoDefer ?? autoDeferOf(cog),
    run: compile(cog, origin, tools, async (ctx) => [await readInvocation(ctx, schema)]),
  };
}

function menuCommand(
  cog: LoadedCog,
  declared: DeclaredMenu,
  tools: PipelineTools,
  translations: CommandTranslations,
): RegisteredCommand {
  const { kind, method } = declared;
  const settings = localize(declared.settings, declared.settings.name, translations);
  const place = `${cog.cogClass.name}.${method}`;
  checkMenuName(settings.name, place);
  checkLocalizations(settings.nameLocalizations, (text) => checkMenuName(text, place));
  const origin = originOf(cog, `${kind} command`, settings.name, method);
  return {
    type: kind === 'user' ? ApplicationCommandType.User : ApplicationCommandType.Message,
    root: { name: settings.name, description: '', settings },
    subgroup: undefined,
    name: settings.name,
    qualifiedName: settings.name,
    description: '',
    settings,
    guildIds: settings.guilds,
    schema: compileOptions(undefined, place),
    origin,
    target: cog.instance,
    autoDefer: settings.autoDefer ?? autoDeferOf(cog),
    run: compile(cog, origin, tools, (ctx) => [targetOf(ctx)]),
  };
}

function entryPoint(
  cog: LoadedCog,
  declared: DeclaredEntryPoint,
  tools: PipelineTools,
  translations: CommandTranslations,
): RegisteredCommand {
  const { method } = declared;
  const settings = localize(declared.settings, declared.settings.name, translations);
  const { name, description = '', handler = 'app' } = settings;
  const place = `${cog.cogClass.name}.${method}`;
  checkMenuName(name, place);
  if (description !== '') checkDescription(description, place);
  checkLocalizations(settings.nameLocalizations, (text) => checkMenuName(text, place));
  const origin = originOf(cog, 'entry point', name, method);
  return {
    type: ApplicationCommandType.PrimaryEntryPoint,
    root: { name, description, settings },
    subgroup: undefined,
    name,
    qualifiedName: name,
    description,
    settings,
    guildIds: undefined,
    schema: compileOptions(undefined, place),
    origin,
    target: cog.instance,
    autoDefer: settings.autoDefer ?? false,
    launchedBy: handler,
    run: compile(cog, origin, tools, () => []),
  };
}

function compile(
  cog: LoadedCog,
  origin: HandlerOrigin,
  tools: PipelineTools,
  resolveArguments: NonNullable<Definition['resolveArguments']>,
): RegisteredCommand['run'] {
  const method = (cog.instance as Record<string, Definition['method']>)[origin.method]!;
  const completed: Definition['completed'] = (ctx) => warnUnanswered(tools.logger, origin, ctx.interaction);
  return compileHandler({ origin, target: cog.instance, method, completed, resolveArguments }, tools);
}

function originOf(cog: LoadedCog, kind: HandlerKind, name: string, method: string): HandlerOrigin {
  return { kind, name, cog: cog.name, method };
}

function subgroupOf(
  name: string | undefined,
  group: DeclaredGroup | undefined,
  place: string,
  translations: CommandTranslations,
): CommandSubgroup | undefined {
  if (name === undefined) return undefined;
  if (!group) {
    throw new InvalidDefinitionError(`{ group: '${name}' } needs @CommandGroup(...) on the class`, place);
  }
  const description = group.settings.groups?.[name] ?? `${group.description}: ${name}`;
  return { name, description, ...translations.command(`${group.name} ${name}`, {}) };
}

function localize<S extends RootCommandSettings>(
  settings: S,
  name: string,
  translations: CommandTranslations,
): S {
  const texts = translations.command(name, settings);
  return Object.keys(texts).length === 0 ? settings : { ...settings, ...texts };
}

/** The group itself where nothing is translated, so that its commands are seen to share it. */
function localizedGroup(group: DeclaredGroup, translations: CommandTranslations): CommandRoot {
  const settings = localize(group.settings, group.name, translations);
  return settings === group.settings ? group : { ...group, settings };
}

function checkRootSettings(settings: RootCommandSettings, place: string): void {
  checkLocalizations(settings.nameLocalizations, (text) => checkName(text, place));
  checkLocalizations(settings.descriptionLocalizations, (text) => checkDescription(text, place));
  if (settings.guilds && (settings.contexts || settings.integrationTypes)) {
    throw new InvalidDefinitionError(
      'has { guilds } and { contexts } or { integrationTypes }; Discord takes the latter for global commands only',
      place,
    );
  }
}

/** What the cog says of deferring; the class itself before its base classes. */
function autoDeferOf({ cogClass }: LoadedCog): AutoDefer | undefined {
  return cogDeferMetadata.of(cogClass).findLast(({ autoDefer }) => autoDefer !== undefined)?.autoDefer;
}

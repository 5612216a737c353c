import type {
  APIApplicationCommandOption,
  RESTPutAPIApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import { Permissions } from '../../models/permissions.js';
import { toWireOptions } from '../../schema/option-wire.js';
import { ApplicationCommandOptionType } from '../../types/application-command-option-type.js';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import { ApplicationIntegrationType } from '../../types/application-integration-type.js';
import { InteractionContextType } from '../../types/interaction-context-type.js';
import type { CommandContextName, IntegrationTypeName, RootCommandSettings } from '../command-settings.js';
import type { ApplicationCommand } from './application-command.js';

/** Application command as it is registered with Discord. */
export type WireCommand = RESTPutAPIApplicationCommandsJSONBody[number];

const CONTEXTS = {
  guild: InteractionContextType.Guild,
  botDm: InteractionContextType.BotDM,
  privateChannel: InteractionContextType.PrivateChannel,
} as const satisfies Record<CommandContextName, InteractionContextType>;

const INTEGRATION_TYPES = {
  guild: ApplicationIntegrationType.GuildInstall,
  user: ApplicationIntegrationType.UserInstall,
} as const satisfies Record<IntegrationTypeName, ApplicationIntegrationType>;

/** Who answers the command that launches an activity. */
const HANDLERS = { app: 1, discord: 2 } as const;

/** What commands take that say nothing themselves. */
export interface WireDefaults {
  readonly defaultContexts?: readonly CommandContextName[] | undefined;
  readonly defaultIntegrationTypes?: readonly IntegrationTypeName[] | undefined;
}

/** Commands as Discord registers them: those that share a root become one. */
export function toWireCommands(
  commands: Iterable<ApplicationCommand>,
  defaults: WireDefaults = {},
): WireCommand[] {
  const byRoot = new Map<string, ApplicationCommand[]>();
  for (const command of commands) {
    const key = `${command.type}:${command.root.name}`;
    const siblings = byRoot.get(key);
    if (siblings) siblings.push(command);
    else byRoot.set(key, [command]);
  }
  return Array.from(byRoot.values(), (leaves) => toWireCommand(leaves, defaults));
}

function toWireCommand(leaves: readonly ApplicationCommand[], defaults: WireDefaults): WireCommand {
  const { root, type } = leaves[0]!;
  const options = type === ApplicationCommandType.ChatInput ? rootOptions(leaves) : [];
  return {
    type,
    name: root.name,
    ...(root.description === '' ? {} : { description: root.description }),
    ...(leaves[0]!.launchedBy ? { handler: HANDLERS[leaves[0]!.launchedBy] } : {}),
    ...localizations(root.settings),
    ...(options.length > 0 ? { options } : {}),
    ...restrictions(root.settings, defaults),
  } as WireCommand;
}

function rootOptions(leaves: readonly ApplicationCommand[]): APIApplicationCommandOption[] {
  const [first] = leaves;
  if (first && isItsOwnRoot(first)) return toWireOptions(first.schema);
  const options: APIApplicationCommandOption[] = [];
  const groups = new Map<string, APIApplicationCommandOption[]>();
  for (const leaf of leaves) {
    const siblings = leaf.subgroup ? subgroupOptions(leaf.subgroup, groups, options) : options;
    siblings.push(toSubcommand(leaf));
  }
  return options;
}

/** Options of a subgroup, which is put in its place when it is met for the first time. */
function subgroupOptions(
  subgroup: NonNullable<ApplicationCommand['subgroup']>,
  groups: Map<string, APIApplicationCommandOption[]>,
  into: APIApplicationCommandOption[],
): APIApplicationCommandOption[] {
  const { name, description } = subgroup;
  const known = groups.get(name);
  if (known) return known;
  const options: APIApplicationCommandOption[] = [];
  groups.set(name, options);
  const type = ApplicationCommandOptionType.SubcommandGroup;
  into.push({ type, name, description, ...localizations(subgroup), options } as never);
  return options;
}

/** Command below a root, as one of its options. */
export function toSubcommand({
  name,
  description,
  schema,
  settings,
}: ApplicationCommand): APIApplicationCommandOption {
  const options = toWireOptions(schema);
  return {
    type: ApplicationCommandOptionType.Subcommand,
    name,
    description,
    ...localizations(settings),
    ...(options.length > 0 ? { options } : {}),
  };
}

/** Whether the command stands alone, not below a group. */
export function isItsOwnRoot({ root, qualifiedName }: ApplicationCommand): boolean {
  return root.name === qualifiedName;
}

function localizations(
  settings: Pick<RootCommandSettings, 'descriptionLocalizations' | 'nameLocalizations'>,
): object {
  return {
    ...(settings.nameLocalizations ? { name_localizations: settings.nameLocalizations } : {}),
    ...(settings.descriptionLocalizations
      ? { description_localizations: settings.descriptionLocalizations }
      : {}),
  };
}

function restrictions(settings: RootCommandSettings, defaults: WireDefaults): object {
  const { nsfw, permissions } = settings;
  const contexts = settings.contexts ?? defaults.defaultContexts;
  const integrationTypes = settings.integrationTypes ?? defaults.defaultIntegrationTypes;
  return {
    ...(contexts ? { contexts: contexts.map((name) => CONTEXTS[name]) } : {}),
    ...(integrationTypes
      ? { integration_types: integrationTypes.map((name) => INTEGRATION_TYPES[name]) }
      : {}),
    ...(nsfw ? { nsfw: true } : {}),
    ...(permissions ? { default_member_permissions: new Permissions(permissions).toJSON() } : {}),
  };
}

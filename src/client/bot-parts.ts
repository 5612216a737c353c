import { SharedCache } from '../cache/shared-cache.js';
import { CogLoader } from '../cogs/cog-loader.js';
import { ExtensionLoader } from '../cogs/extension-loader.js';
import { FunctionCogs } from '../cogs/function-cogs.js';
import { ListenerSurface } from '../cogs/listener-surface.js';
import { TaskSurface } from '../cogs/task-surface.js';
import { ApplicationCommandRegistry } from '../commands/application/application-command-registry.js';
import { PrefixCommandRegistry } from '../commands/prefix/prefix-command-registry.js';
import { CommandSync } from '../commands/sync/command-sync.js';
import { constructorTypes } from '../di/constructor-types.js';
import { ModelHost } from '../models/host.js';
import { ApplicationOwners, Owners } from '../pipeline/checks/owners.js';
import type { CogSurface } from '../pipeline/cog-surface.js';
import type { PipelineTools } from '../pipeline/pipeline-tools.js';
import { Rest } from '../rest/rest.js';
import { ComponentRouter } from '../ui/component-router.js';
import { Clock } from '../utils/clock.js';
import { Logger } from '../utils/logger.js';
import type { BotOptions } from './bot-options.js';
import type { ClientCore } from './client-parts.js';
import { InteractionRouter } from './interaction-router.js';
import type { StateKeyHolder } from './state-key-holder.js';

/** What a bot has besides a client's parts. */
export interface BotParts {
  readonly cogs: CogLoader;
  readonly commands: ApplicationCommandRegistry;
  readonly components: ComponentRouter;
  readonly extensions: ExtensionLoader;
  readonly functions: FunctionCogs;
  readonly interactions: InteractionRouter;
  readonly owners: Owners;
  readonly sync: CommandSync;
  readonly tasks: TaskSurface;
}

/** Composes what a bot has besides a client: the surfaces that cogs go onto, and the router. */
export function composeBot(core: ClientCore, options: BotOptions, stateKey: StateKeyHolder): BotParts {
  const { container, events, host } = core;
  const tools: PipelineTools = options.cooldowns
    ? { ...core.tools, cooldowns: options.cooldowns }
    : core.tools;
  const commands = new ApplicationCommandRegistry(tools, options);
  const prefixCommands = new PrefixCommandRegistry({ events, host, tools }, options);
  const components = composeComponents(core, options, stateKey);
  const tasks = new TaskSurface(events, tools);
  const listeners = new ListenerSurface(events, tools);
  const surfaces: readonly CogSurface[] = [commands, prefixCommands, components, listeners, tasks];
  const cogs = new CogLoader({ container, surfaces });
  const owners = new ApplicationOwners(host, ownersOf(options));
  container.registerValue(Clock, tools.clock);
  container.registerValue(Logger, tools.logger);
  container.registerValue(ModelHost, host);
  container.registerValue<Rest>(Rest, core.rest);
  container.registerValue<SharedCache>(SharedCache, core.cache);
  container.registerValue(Owners, owners);
  container.registerValue<PrefixCommandRegistry>(PrefixCommandRegistry, prefixCommands);
  return {
    cogs,
    commands,
    components,
    extensions: new ExtensionLoader(cogs),
    functions: new FunctionCogs(cogs),
    interactions: new InteractionRouter({ commands, components, events, host, logger: tools.logger }),
    owners,
    sync: new CommandSync({ host, logger: tools.logger, registry: commands }),
    tasks,
  };
}

function composeComponents(
  { container, events, host, tools }: ClientCore,
  options: BotOptions,
  stateKey: StateKeyHolder,
): ComponentRouter {
  return new ComponentRouter({
    events,
    host,
    tools,
    stateKey: () => stateKey.get(),
    construct: (viewClass) => container.construct(viewClass),
    checkConstructor: (viewClass) => void constructorTypes(viewClass, [viewClass.name]),
    views: options.views ?? [],
    ...(options.stateStore ? { stateStore: options.stateStore } : {}),
    ...(options.onUnknownComponent ? { onUnknownComponent: options.onUnknownComponent } : {}),
  });
}

function ownersOf({ ownerId, ownerIds = [] }: BotOptions): readonly string[] {
  return ownerId === undefined ? ownerIds : [ownerId, ...ownerIds];
}

import { CogLoader } from '../cogs/cog-loader.js';
import { ListenerSurface } from '../cogs/listener-surface.js';
import { ApplicationCommandRegistry } from '../commands/application/application-command-registry.js';
import { PrefixCommandRegistry } from '../commands/prefix/prefix-command-registry.js';
import { CommandSync } from '../commands/sync/command-sync.js';
import { Container } from '../di/container.js';
import { ModelHost } from '../models/host.js';
import type { CogSurface } from '../pipeline/cog-surface.js';
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
  readonly container: Container;
  readonly interactions: InteractionRouter;
  readonly prefixCommands: PrefixCommandRegistry;
  readonly sync: CommandSync;
}

/** Composes what a bot has besides a client: a container, the surfaces that cogs go onto, and the router. */
export function composeBot(core: ClientCore, options: BotOptions, stateKey: StateKeyHolder): BotParts {
  const { events, host, tools } = core;
  const container = composeContainer(core);
  const commands = new ApplicationCommandRegistry(tools, options);
  const prefixCommands = new PrefixCommandRegistry({ events, host, tools }, options);
  const components = new ComponentRouter({
    events,
    host,
    tools,
    stateKey: () => stateKey.get(),
    construct: (viewClass) => container.construct(viewClass),
    views: options.views ?? [],
    ...(options.stateStore ? { stateStore: options.stateStore } : {}),
    ...(options.onUnknownComponent ? { onUnknownComponent: options.onUnknownComponent } : {}),
  });
  const surfaces: readonly CogSurface[] = [
    commands,
    prefixCommands,
    components,
    new ListenerSurface(events, tools),
  ];
  return {
    cogs: new CogLoader({ container, surfaces }),
    commands,
    components,
    container,
    interactions: new InteractionRouter({ commands, components, host, logger: tools.logger }),
    prefixCommands,
    sync: new CommandSync({ host, logger: tools.logger, registry: commands }),
  };
}

function composeContainer({ host, rest, tools }: ClientCore): Container {
  const container = new Container();
  container.registerValue(Clock, tools.clock);
  container.registerValue(Logger, tools.logger);
  container.registerValue(ModelHost, host);
  container.registerValue(Rest, rest);
  return container;
}

import type { ServiceContainer } from '../../di/service-container.js';
import type { Interaction } from '../../interactions/interaction.js';
import { InteractionContext } from '../../interactions/interaction-context.js';
import type { ModelHost } from '../../models/host.js';
import type { Permissions } from '../../models/permissions.js';
import { botPermissions, userPermissions } from '../../pipeline/checks/current-permissions.js';
import { servicesOf } from '../../pipeline/invocation-services.js';
import type { Context } from '../context.js';
import type { ApplicationCommand } from './application-command.js';

/** Context of a slash, user or message command. */
export abstract class ApplicationCommandContext extends InteractionContext implements Context {
  /** Command that is used. */
  readonly command: ApplicationCommand;

  constructor(interaction: Interaction, command: ApplicationCommand) {
    super(interaction);
    this.command = command;
  }

  /** Bot that got the command, as models see it. */
  get host(): ModelHost {
    return this.interaction.host;
  }

  /** Services of this invocation; see {@link servicesOf}. */
  get services(): ServiceContainer {
    return servicesOf(this);
  }

  /** What the user may do in the channel. */
  get permissions(): Permissions {
    return userPermissions(this);
  }

  /** What the bot may do in the channel. */
  get botPermissions(): Permissions {
    return botPermissions(this);
  }
}

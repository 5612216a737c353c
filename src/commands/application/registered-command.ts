import type { CompiledHandler } from '../../pipeline/handler.js';
import type { ApplicationCommand } from './application-command.js';
import type { ApplicationCommandContext } from './application-command-context.js';

/** Application command with what runs it. */
export interface RegisteredCommand extends ApplicationCommand {
  /** Object that the handler is a method of. */
  readonly target: object;
  readonly run: CompiledHandler<ApplicationCommandContext>;
}

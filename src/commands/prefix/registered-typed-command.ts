import type { CompiledHandler } from '../../pipeline/handler.js';
import type { PrefixContext } from './prefix-context.js';
import type { TypedCommand } from './typed-command.js';

/** Prefix command with what runs it. */
export interface RegisteredTypedCommand extends TypedCommand {
  /** Runs the checks alone; rejects with what the first that refuses says. */
  readonly check: (ctx: PrefixContext) => Promise<void> | undefined;
  /** Runs the command. @internal */
  readonly run: CompiledHandler<PrefixContext>;
}

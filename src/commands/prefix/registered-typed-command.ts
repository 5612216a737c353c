import type { CompiledHandler } from '../../pipeline/handler.js';
import type { PrefixContext } from './prefix-context.js';
import type { TypedCommand } from './typed-command.js';

/** Prefix command with what runs it. */
export interface RegisteredTypedCommand extends TypedCommand {
  readonly run: CompiledHandler<PrefixContext>;
}

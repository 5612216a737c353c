import type { CompiledHandler, HandlerOrigin } from '../../pipeline/handler.js';
import type { OptionSchema } from '../../schema/option-schema.js';
import type { PrefixCommandSettings } from '../command-settings.js';
import type { PrefixContext } from './prefix-context.js';

/** One prefix command after registration. */
export interface TypedCommand {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly settings: PrefixCommandSettings;
  readonly schema: OptionSchema;
  readonly origin: HandlerOrigin;
  readonly run: CompiledHandler<PrefixContext>;
}

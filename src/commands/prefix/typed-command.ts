import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { OptionSchema } from '../../schema/compiled-option.js';
import type { PrefixCommandSettings } from '../command-settings.js';

/** One prefix command after registration. */
export interface TypedCommand {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly settings: PrefixCommandSettings;
  readonly schema: OptionSchema;
  readonly origin: HandlerOrigin;
}

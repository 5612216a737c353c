import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { OptionSchema } from '../../schema/compiled-option.js';
import type { PrefixCommandSettings } from '../command-settings.js';

/** One prefix command after registration. */
export interface TypedCommand {
  /** Words from the group to the command, as in `config roles add`. */
  readonly name: string;
  /** Other ways to call it, each with the words of its group. */
  readonly aliases: readonly string[];
  readonly description: string;
  readonly settings: PrefixCommandSettings;
  readonly schema: OptionSchema;
  readonly origin: HandlerOrigin;
  /** Cog it belongs to, under which help lists it. */
  readonly category: { readonly name: string; readonly description: string };
}

import type { HandlerOrigin } from '../../pipeline/handler.js';
import type { OptionSchema } from '../../schema/compiled-option.js';
import type { PrefixCommandSettings } from '../command-settings.js';

/** One prefix command after registration. */
export interface TypedCommand {
  /** Words from the group to the command, as in `config roles add`. */
  readonly name: string;
  /** Other ways to call it, each with the words of its group. */
  readonly aliases: readonly string[];
  /** Text that help shows. */
  readonly description: string;
  /** Settings that the decorator was given. */
  readonly settings: PrefixCommandSettings;
  /** Options, compiled. @internal */
  readonly schema: OptionSchema;
  /** Cog and method that run it. */
  readonly origin: HandlerOrigin;
  /** Cog it belongs to, under which help lists it. */
  readonly category: {
    /** Name of the cog. */
    readonly name: string;
    /** Text of the cog. */
    readonly description: string;
  };
}

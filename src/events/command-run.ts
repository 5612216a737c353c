import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { User } from '../models/user.js';

/** One run of a handler, as the events of commands tell of it. */
export interface CommandRun {
  /** As in `slash command` or `button`. */
  readonly kind: string;
  /** Command name, component path or event name. */
  readonly name: string;
  /** Name of the cog. */
  readonly cog: string;
  /** Name of the method. */
  readonly method: string;
  /** Context that the handler was given; narrow it with `instanceof SlashContext` and the like. */
  readonly context: {
    /** Id of the interaction or the message. */
    readonly invocationId: string;
    /** Channel it was used in, as far as it is known. */
    readonly channel?: Channel | undefined;
    /** Guild it was used in, as far as it is known. */
    readonly guild?: Guild | undefined;
    /** User who used it. */
    readonly user?: User;
  };
}

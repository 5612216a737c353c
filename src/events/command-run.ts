import type { Channel } from '../models/channel.js';
import type { Guild } from '../models/guild.js';
import type { User } from '../models/user.js';

/** One run of a handler, as the events of commands tell of it. */
export interface CommandRun {
  /** As in `slash command` or `button`. */
  readonly kind: string;
  /** Command name, component path or event name. */
  readonly name: string;
  readonly cog: string;
  readonly method: string;
  /** Context that the handler was given; narrow it with `instanceof SlashContext` and the like. */
  readonly context: {
    /** Id of the interaction or the message. */
    readonly invocationId: string;
    readonly channel?: Channel | undefined;
    readonly guild?: Guild | undefined;
    readonly user?: User;
  };
}

import type { Snowflake } from '../types/type-tools.js';
import type { CheckContext } from './check-context.js';
import type { InvocationContext } from './handler.js';

/** Where and for whom a handler runs, as log lines and traces name it. */
export interface InvocationFacts {
  /** Id of the interaction or the message. */
  readonly invocationId?: string;
  /** Guild that it was used in. */
  readonly guildId?: Snowflake;
  /** Channel that it was used in. */
  readonly channelId?: Snowflake;
  /** User who used it. */
  readonly userId?: Snowflake;
}

/** Reads from a context what it knows of where it is; listeners and tasks have none. */
export function factsOf(ctx: InvocationContext | undefined): InvocationFacts {
  if (!ctx) return {};
  const { guildId, channelId, user } = ctx as Partial<CheckContext>;
  return {
    invocationId: ctx.invocationId,
    ...(guildId === undefined ? {} : { guildId }),
    ...(channelId === undefined ? {} : { channelId }),
    ...(user === undefined ? {} : { userId: user.id }),
  };
}

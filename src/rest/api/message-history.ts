/** Messages of a channel page by page, in either order. @see https://docs.discord.com/developers/resources/message#get-channel-messages */
import type { APIMessage, RESTGetAPIChannelMessagesQuery } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import { LazyList, listPages } from '../lazy-list.js';

/** Most messages that Discord gives at once. */
const PAGE_SIZE = 100;

/** Which messages are read, and in which order. */
export interface MessageRange {
  /** Only messages older than this one. */
  readonly before?: Snowflake;
  /** Only messages newer than this one. */
  readonly after?: Snowflake;
  /** At most 100 messages, half of them before this one and half after. */
  readonly around?: Snowflake;
  /** Oldest first in place of newest first. @defaultValue whether `after` is given */
  readonly oldestFirst?: boolean;
}

/** Asks for one page, newest first. */
export type ListMessages = (query: RESTGetAPIChannelMessagesQuery) => Promise<APIMessage[]>;

/** List of the messages in a range; Discord goes down by itself, and up only after a given one. */
export function messageHistory(list: ListMessages, range: MessageRange): LazyList<APIMessage> {
  const { after, around, before, oldestFirst = after !== undefined } = range;
  if (around !== undefined) return new LazyList((limit) => readAround(list, around, { limit, oldestFirst }));
  if (oldestFirst) {
    const end = before === undefined ? undefined : BigInt(before);
    return upwards(list, after ?? '0').takeWhile(({ id }) => end === undefined || BigInt(id) < end);
  }
  const end = after === undefined ? undefined : BigInt(after);
  return downwards(list, before).takeWhile(({ id }) => end === undefined || BigInt(id) > end);
}

function downwards(list: ListMessages, before: Snowflake | undefined): LazyList<APIMessage> {
  const first = before === undefined ? {} : { before };
  return listPages<APIMessage, 'before'>({
    by: 'before',
    pageSize: PAGE_SIZE,
    fetch: (page) => list({ ...first, ...page }),
    cursorOf: ({ id }) => id,
  });
}

function upwards(list: ListMessages, after: Snowflake): LazyList<APIMessage> {
  return listPages<APIMessage, 'after'>({
    by: 'after',
    pageSize: PAGE_SIZE,
    fetch: async (page) => (await list({ after, ...page })).reverse(),
    cursorOf: ({ id }) => id,
  });
}

async function* readAround(
  list: ListMessages,
  around: Snowflake,
  { limit, oldestFirst }: { readonly limit: number; readonly oldestFirst: boolean },
): AsyncGenerator<APIMessage> {
  if (limit <= 0) return;
  const found = await list({ around, limit: Math.min(limit, PAGE_SIZE) });
  yield* oldestFirst ? found.reverse() : found;
}

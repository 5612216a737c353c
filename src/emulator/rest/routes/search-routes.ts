/** Search for messages and threads. @see https://docs.discord.com/developers/resources/message#search-guild-messages */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { ChannelRecord } from '../../world/channel-record.js';
import { isThreadType } from '../../world/channel-record.js';
import type { MessageRecord } from '../../world/message-record.js';
import { hasIn, memberGuild, permittedChannel } from '../access.js';
import type { RestCall, Route } from '../rest-call.js';
import { callerOf, queryInteger, route } from '../rest-call.js';
import { fitsSearch } from '../search-filter.js';
import { toReadableMessage } from './message-routes.js';

const READABLE = P.ViewChannel | P.ReadMessageHistory;

export const searchRoutes: readonly Route[] = [
  route('GET', '/guilds/:guild/messages/search', searchMessages),
  route('GET', '/channels/:channel/threads/search', searchThreads),
];

function searchMessages(call: RestCall): unknown {
  const guild = memberGuild(call);
  const limit = queryInteger(call, 'limit', 25, 1, 25);
  const offset = queryInteger(call, 'offset', 0, 0, 9975);
  const found = [...guild.channels.values()]
    .filter((channel) => hasIn(call, channel, READABLE))
    .filter((channel) => call.query.get('include_nsfw') === 'true' || channel.data.nsfw !== true)
    .flatMap((channel) => [...channel.messages.values()])
    .filter((message) => message.ephemeralFor === undefined && fitsSearch(message, call.query))
    .sort(byAge(call.query.get('sort_order') === 'asc'));
  const page = found.slice(offset, offset + limit);
  const threads = threadsOf(call, page);
  return {
    doing_deep_historical_index: false,
    total_results: found.length,
    messages: page.map((message) => [
      { ...toReadableMessage(call.world, message, callerOf(call)), hit: true },
    ]),
    threads: threads.map(({ data }) => data),
    members: membershipsOf(call, threads),
    documents_indexed: null,
  };
}

function byAge(isAscending: boolean): (a: MessageRecord, b: MessageRecord) => number {
  const sign = isAscending ? 1 : -1;
  return (a, b) => (BigInt(a.id) < BigInt(b.id) ? -sign : sign);
}

function threadsOf(call: RestCall, messages: readonly MessageRecord[]): ChannelRecord[] {
  const ids = new Set(messages.map(({ channelId }) => channelId));
  return [...ids].flatMap((id) => {
    const channel = call.world.channels.get(id);
    return channel && isThreadType(channel.data.type) ? [channel] : [];
  });
}

function membershipsOf(call: RestCall, threads: readonly ChannelRecord[]): unknown[] {
  return threads.flatMap(({ threadMembers }) => threadMembers.get(callerOf(call).id) ?? []);
}

function searchThreads(call: RestCall): unknown {
  const parent = permittedChannel(call, P.ReadMessageHistory);
  const { query } = call;
  const limit = queryInteger(call, 'limit', 25, 1, 25);
  const offset = queryInteger(call, 'offset', 0, 0, 9975);
  const found = [...(call.world.guildOf(parent)?.channels.values() ?? [])]
    .filter(({ data }) => data.parent_id === parent.data.id && isThreadType(data.type))
    .filter((thread) => hasIn(call, thread, P.ViewChannel) && fitsThreadSearch(thread, query));
  const isAscending = query.get('sort_order') === 'asc';
  found.sort((a, b) => (BigInt(a.data.id) < BigInt(b.data.id) === isAscending ? -1 : 1));
  const threads = found.slice(offset, offset + limit);
  return {
    threads: threads.map(({ data }) => data),
    members: membershipsOf(call, threads),
    has_more: found.length > offset + limit,
    total_results: found.length,
    first_messages: threads.flatMap(({ data, messages }) => {
      const message = messages.get(data.id);
      return message ? [toReadableMessage(call.world, message, callerOf(call))] : [];
    }),
  };
}

function fitsThreadSearch({ data }: ChannelRecord, query: URLSearchParams): boolean {
  const [name, archived, min, max] = ['name', 'archived', 'min_id', 'max_id'].map((key) => query.get(key));
  const tags = query.getAll('tag').flatMap((value) => value.split(','));
  const hasTag = (tag: string): boolean => data.applied_tags?.includes(tag) === true;
  const fitsTags = query.get('tag_setting') === 'match_all' ? tags.every(hasTag) : tags.some(hasTag);
  return (
    (!name || data.name?.toLowerCase().includes(name.toLowerCase()) === true) &&
    (!archived || String(data.thread_metadata?.archived) === archived) &&
    (!min || BigInt(data.id) > BigInt(min)) &&
    (!max || BigInt(data.id) < BigInt(max)) &&
    (tags.length === 0 || fitsTags)
  );
}

/** Threads and their members. @see https://docs.discord.com/developers/topics/threads */
import { PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { Snowflake } from '../../../types/type-tools.js';
import type { ChannelData, ChannelRecord, ThreadMemberRecord } from '../../world/channel-record.js';
import { isThreadType } from '../../world/channel-record.js';
import type { GuildRecord } from '../../world/guild-record.js';
import { writeMessage } from '../../world/message-book.js';
import { toWireMessage } from '../../world/message-wire.js';
import { addThreadMember, makeThread, removeThreadMember } from '../../world/thread.js';
import { planArchive, publishThread, setArchived } from '../../world/thread-rest.js';
import { hasIn, memberGuild, requireIn, visibleChannel, visibleMessage } from '../access.js';
import { ApiFailure, missingAccess, missingPermissions, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import { defined } from '../defined.js';
import { Form } from '../form.js';
import { readNewMessage, SETTABLE_FLAGS } from '../forms/message-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, queryFlag, queryInteger, RestReply, route } from '../rest-call.js';

const ARCHIVE_MINUTES = [60, 1440, 4320, 10_080];

export const threadRoutes: readonly Route[] = [
  route('POST', '/channels/:channel/messages/:message/threads', startFromMessage),
  route('POST', '/channels/:channel/threads', startThread),
  route('GET', '/channels/:channel/threads/archived/public', (call) => listArchived(call, [10, 11], false)),
  route('GET', '/channels/:channel/threads/archived/private', (call) => listArchived(call, [12], false)),
  route('GET', '/channels/:channel/users/@me/threads/archived/private', (call) =>
    listArchived(call, [12], true),
  ),
  route('GET', '/guilds/:guild/threads/active', listActive),
  route('GET', '/channels/:channel/thread-members', listThreadMembers),
  route('PUT', '/channels/:channel/thread-members/@me', (call) =>
    changeMembership(call, callerOf(call).id, true),
  ),
  route('DELETE', '/channels/:channel/thread-members/@me', (call) =>
    changeMembership(call, callerOf(call).id, false),
  ),
  route('GET', '/channels/:channel/thread-members/:user', getThreadMember),
  route('PUT', '/channels/:channel/thread-members/:user', (call) =>
    changeMembership(call, param(call, 'user'), true),
  ),
  route('DELETE', '/channels/:channel/thread-members/:user', (call) =>
    changeMembership(call, param(call, 'user'), false),
  ),
];

function startFromMessage(call: RestCall): RestReply {
  const channel = visibleChannel(call);
  const guild = guildOf(call, channel);
  const message = visibleMessage(call, channel);
  requireIn(call, channel, P.CreatePublicThreads);
  if (message.threadId !== undefined)
    throw new ApiFailure(400, 160004, 'A thread has already been created for this message');
  const form = bodyForm(call);
  const fields = readThreadFields(form);
  if (!form.has('name')) form.fail('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  form.check();
  const type = channel.data.type === 5 ? 10 : 11;
  const thread = makeThread(call.world, guild, channel, {
    ...fields,
    id: message.id,
    type,
    ownerId: callerOf(call).id,
  });
  message.threadId = thread.data.id;
  message.flags |= 32;
  audit(call, guild, { actionType: 110, targetId: thread.data.id });
  return new RestReply(201, withMember(call, thread));
}

function startThread(call: RestCall): RestReply {
  const channel = visibleChannel(call);
  const guild = guildOf(call, channel);
  const form = bodyForm(call);
  const fields = readThreadFields(form);
  if (!form.has('name')) form.fail('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  const isForum = channel.data.type === 15 || channel.data.type === 16;
  const type = isForum ? 11 : (form.integer('type', { oneOf: [10, 11, 12] }) ?? 12);
  const tags = form.strings('applied_tags', { max: 5 });
  form.check();
  if (isForum)
    return startPost(call, guild, channel, form, { ...fields, ...(tags ? { applied_tags: tags } : {}) });
  requireIn(call, channel, type === 12 ? P.CreatePrivateThreads : P.CreatePublicThreads);
  const thread = makeThread(call.world, guild, channel, { ...fields, type, ownerId: callerOf(call).id });
  audit(call, guild, { actionType: 110, targetId: thread.data.id });
  return new RestReply(201, withMember(call, thread));
}

function startPost(
  call: RestCall,
  guild: GuildRecord,
  forum: ChannelRecord,
  form: Form,
  fields: ThreadFields,
): RestReply {
  requireIn(call, forum, P.SendMessages);
  if (forum.data.flags & 16 && !fields.applied_tags?.length)
    throw new ApiFailure(400, 40067, 'A tag is required to create a forum post in this channel');
  const bot = callerOf(call);
  const inner = form.object('message', { required: true });
  form.check();
  const draft = readNewMessage(inner ?? Form.of({}), {
    world: call.world,
    channel: forum,
    files: call.files,
    allowedFlags: SETTABLE_FLAGS,
  });
  const thread = makeThread(call.world, guild, forum, { ...fields, type: 11, ownerId: bot.id });
  const message = writeMessage(call.world, thread, bot.user, draft, { id: thread.data.id });
  forum.data.last_message_id = thread.data.id;
  return new RestReply(201, {
    ...withMember(call, thread),
    message: toWireMessage(call.world, message, bot.id),
  });
}

type ThreadFields = Partial<Pick<ChannelData, 'name' | 'rate_limit_per_user' | 'applied_tags'>> & {
  readonly autoArchiveMinutes?: number;
  readonly invitable?: boolean;
};

function readThreadFields(form: Form): ThreadFields {
  return defined({
    name: form.string('name', { min: 1, max: 100 }),
    rate_limit_per_user: form.integer('rate_limit_per_user', { min: 0, max: 21_600 }),
    autoArchiveMinutes: form.integer('auto_archive_duration', { oneOf: ARCHIVE_MINUTES }),
    invitable: form.boolean('invitable'),
  }) as ThreadFields;
}

/** Changes a thread: its creator may much, everything needs the permission to manage threads. */
export function editThread(call: RestCall, thread: ChannelRecord, guild: GuildRecord): unknown {
  const form = bodyForm(call);
  const fields = readThreadFields(form);
  const archived = form.boolean('archived');
  const locked = form.boolean('locked');
  const tags = form.strings('applied_tags', { max: 5 });
  const flags = form.integer('flags', { min: 0 });
  form.check();
  const manages = hasIn(call, thread, P.ManageThreads);
  const metadata = thread.data.thread_metadata!;
  const isOwn = thread.data.owner_id === callerOf(call).id;
  if (!manages && (!isOwn || locked !== undefined || metadata.locked)) throw missingPermissions();
  if (metadata.archived && archived !== false) throw new ApiFailure(400, 50083, 'Thread is archived');
  if (fields.name !== undefined) thread.data.name = fields.name;
  if (fields.rate_limit_per_user !== undefined) thread.data.rate_limit_per_user = fields.rate_limit_per_user;
  if (tags) thread.data.applied_tags = tags;
  if (flags !== undefined) thread.data.flags = flags;
  if (fields.autoArchiveMinutes !== undefined) metadata.auto_archive_duration = fields.autoArchiveMinutes;
  if (fields.invitable !== undefined) metadata.invitable = fields.invitable;
  if (locked !== undefined) metadata.locked = locked;
  audit(call, guild, { actionType: 111, targetId: thread.data.id });
  if (archived !== undefined && archived !== metadata.archived) setArchived(call.world, thread, archived);
  else {
    planArchive(call.world, thread);
    publishThread(call.world, thread);
  }
  return withMember(call, thread);
}

function listArchived(call: RestCall, types: readonly number[], isJoinedOnly: boolean): unknown {
  const channel = visibleChannel(call);
  requireIn(call, channel, P.ReadMessageHistory);
  if (types.includes(12) && !isJoinedOnly) requireIn(call, channel, P.ManageThreads);
  const guild = guildOf(call, channel);
  const limit = queryInteger(call, 'limit', 50, 2, 100);
  const threads = [...guild.channels.values()]
    .filter(
      ({ data }) =>
        data.parent_id === channel.data.id && types.includes(data.type) && data.thread_metadata?.archived,
    )
    .filter(({ threadMembers }) => !isJoinedOnly || threadMembers.has(callerOf(call).id))
    .sort((a, b) =>
      a.data.thread_metadata!.archive_timestamp < b.data.thread_metadata!.archive_timestamp ? 1 : -1,
    );
  return {
    threads: threads.slice(0, limit).map(({ data }) => data),
    members: ownMemberships(call, threads),
    has_more: threads.length > limit,
  };
}

function listActive(call: RestCall): unknown {
  const guild = memberGuild(call);
  const threads = [...guild.channels.values()].filter(
    (channel) =>
      isThreadType(channel.data.type) &&
      !channel.data.thread_metadata?.archived &&
      hasIn(call, channel, P.ViewChannel),
  );
  return {
    threads: threads.map(({ data }) => data),
    members: ownMemberships(call, threads),
    has_more: false,
  };
}

function ownMemberships(call: RestCall, threads: readonly ChannelRecord[]): ThreadMemberRecord[] {
  return threads.flatMap(({ threadMembers }) => threadMembers.get(callerOf(call).id) ?? []);
}

function listThreadMembers(call: RestCall): unknown {
  const thread = threadOf(call);
  const withMember = queryFlag(call, 'with_member');
  const limit = queryInteger(call, 'limit', 100, 1, 100);
  const after = BigInt(call.query.get('after') ?? '0');
  const members = [...thread.threadMembers.values()].filter(({ user_id: id }) => BigInt(id) > after);
  return (withMember ? members.slice(0, limit) : members).map((member) =>
    expandMember(call, thread, member, withMember),
  );
}

function getThreadMember(call: RestCall): unknown {
  const thread = threadOf(call);
  const member = thread.threadMembers.get(param(call, 'user'));
  if (!member) throw unknown('Member');
  return expandMember(call, thread, member, queryFlag(call, 'with_member'));
}

function expandMember(
  call: RestCall,
  thread: ChannelRecord,
  member: ThreadMemberRecord,
  isFull: boolean,
): unknown {
  const guildMember = isFull ? call.world.memberIn(thread, member.user_id) : undefined;
  return guildMember ? { ...member, member: guildMember } : member;
}

function changeMembership(call: RestCall, userId: Snowflake, isJoining: boolean): undefined {
  const thread = threadOf(call);
  const guild = guildOf(call, thread);
  if (thread.data.thread_metadata?.archived) throw new ApiFailure(400, 50083, 'Thread is archived');
  const isOwn = userId === callerOf(call).id;
  if (!isOwn && isJoining) requireIn(call, thread, P.SendMessagesInThreads);
  const owns = thread.data.type === 12 && thread.data.owner_id === callerOf(call).id;
  if (!isOwn && !isJoining && !owns) requireIn(call, thread, P.ManageThreads);
  if (!guild.members.has(userId)) throw unknown('Member');
  if (isJoining) addThreadMember(call.world, guild, thread, userId);
  else removeThreadMember(call.world, guild, thread, userId);
}

function threadOf(call: RestCall): ChannelRecord {
  const channel = visibleChannel(call);
  if (!isThreadType(channel.data.type))
    throw new ApiFailure(400, 50024, 'Cannot execute action on this channel type');
  return channel;
}

function guildOf(call: RestCall, channel: ChannelRecord): GuildRecord {
  const guild = call.world.guildOf(channel);
  if (!guild) throw missingAccess();
  return guild;
}

function withMember(call: RestCall, thread: ChannelRecord): Record<string, unknown> {
  const member = thread.threadMembers.get(callerOf(call).id);
  return member ? { ...thread.data, member } : { ...thread.data };
}

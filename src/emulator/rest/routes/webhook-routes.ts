/** Webhooks; those with their token in the path also stand for interactions. @see https://docs.discord.com/developers/resources/webhook */
import { MessageFlags, PermissionFlagsBits as P } from 'discord-api-types/v10';
import type { InteractionRecord } from '../../interactions/interaction-record.js';
import { follow } from '../../world/announcements.js';
import type { ChannelRecord } from '../../world/channel-record.js';
import { deleteMessage, editMessage, writeMessage } from '../../world/message-book.js';
import { PARSE_ALL_MENTIONS } from '../../world/message-draft.js';
import type { MessageRecord } from '../../world/message-record.js';
import { toWireMessage } from '../../world/message-wire.js';
import { makeThread } from '../../world/thread.js';
import type { WebhookRecord } from '../../world/webhook.js';
import { makeWebhook, publishWebhooks, webhookAuthor } from '../../world/webhook.js';
import { permittedChannel, permittedGuild, requireIn } from '../access.js';
import { ApiFailure, unknown } from '../api-failure.js';
import { audit } from '../audit.js';
import type { Form } from '../form.js';
import { fromGithub, fromSlack } from '../forms/foreign-webhook-form.js';
import { storeImage } from '../forms/image-form.js';
import { readMessageEdit, readNewMessage } from '../forms/message-form.js';
import type { RestCall, Route } from '../rest-call.js';
import { bodyForm, callerOf, param, publicRoute, queryFlag, RestReply, route } from '../rest-call.js';
import type { InteractionWebhook } from './interaction-routes.js';

const FLAGS = MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;

/** Routes that manage webhooks. */
export const webhookRoutes: readonly Route[] = [
  route('POST', '/channels/:channel/webhooks', createWebhook),
  route('GET', '/channels/:channel/webhooks', (call) => {
    const channel = permittedChannel(call, P.ManageWebhooks);
    return allWebhooks(call).filter(({ channel_id: id }) => id === channel.data.id);
  }),
  route('GET', '/guilds/:guild/webhooks', (call) => {
    const guild = permittedGuild(call, P.ManageWebhooks);
    return allWebhooks(call).filter(({ guild_id: id }) => id === guild.data.id);
  }),
  route('GET', '/webhooks/:webhook', managedWebhook),
  route('PATCH', '/webhooks/:webhook', (call) => editWebhook(call, managedWebhook(call))),
  route('DELETE', '/webhooks/:webhook', (call) => removeWebhook(call, managedWebhook(call))),
  route('POST', '/channels/:channel/followers', followChannel),
];

/** Routes under `/webhooks/{id}/{token}`. */
export function webhookTokenRoutes(interactions: InteractionWebhook): readonly Route[] {
  const path = '/webhooks/:webhook/:token';
  const either =
    (
      ofInteraction: (call: RestCall, interaction: InteractionRecord) => unknown,
      ofWebhook: (call: RestCall, webhook: WebhookRecord) => unknown,
    ) =>
    (call: RestCall): unknown => {
      const interaction = interactions.find(call);
      return interaction ? ofInteraction(call, interaction) : ofWebhook(call, tokenWebhook(call));
    };
  const messages = [`${path}/messages/@original`, `${path}/messages/:message`].flatMap((messagePath) => [
    publicRoute(
      'GET',
      messagePath,
      either(
        (call, it) => interactions.getMessage(call, it),
        (call, webhook) => toWireMessage(call.world, ownMessage(call, webhook)),
      ),
    ),
    publicRoute(
      'PATCH',
      messagePath,
      either((call, it) => interactions.editMessage(call, it), editOwnMessage),
    ),
    publicRoute(
      'DELETE',
      messagePath,
      either(
        (call, it) => interactions.deleteMessage(call, it),
        (call, webhook) => {
          deleteMessage(call.world, ownMessage(call, webhook));
        },
      ),
    ),
  ]);
  return [
    publicRoute('GET', path, (call) => withoutUser(tokenWebhook(call))),
    publicRoute('PATCH', path, (call) => withoutUser(editWebhook(call, tokenWebhook(call)))),
    publicRoute('DELETE', path, (call) => removeWebhook(call, tokenWebhook(call))),
    publicRoute(
      'POST',
      path,
      either((call, it) => interactions.followUp(call, it), execute),
    ),
    publicRoute('POST', `${path}/slack`, (call) => executeSlack(call, tokenWebhook(call))),
    publicRoute('POST', `${path}/github`, (call) => executeGithub(call, tokenWebhook(call))),
    ...messages,
  ];
}

function allWebhooks(call: RestCall): WebhookRecord[] {
  return [...call.world.thingsOf('webhooks').values()] as WebhookRecord[];
}

function tokenWebhook(call: RestCall): WebhookRecord {
  const webhook = allWebhooks(call).find(({ id }) => id === param(call, 'webhook'));
  if (!webhook && !call.world.bots.has(param(call, 'webhook'))) throw unknown('Webhook');
  if (webhook?.token !== param(call, 'token')) throw new ApiFailure(401, 50027, 'Invalid Webhook Token');
  return webhook;
}

function managedWebhook(call: RestCall): WebhookRecord {
  const webhook = allWebhooks(call).find(({ id }) => id === param(call, 'webhook'));
  if (!webhook) throw unknown('Webhook');
  requireIn(call, channelOf(call, webhook), P.ManageWebhooks);
  return webhook;
}

function withoutUser({ user: _user, ...webhook }: WebhookRecord): object {
  return webhook;
}

function channelOf(call: RestCall, webhook: WebhookRecord): ChannelRecord {
  const channel = call.world.channels.get(webhook.channel_id);
  if (!channel) throw unknown('Channel');
  return channel;
}

function readName(form: Form): string | undefined {
  const name = form.string('name', { min: 1, max: 80 });
  const word = name && /clyde|discord/i.exec(name)?.[0];
  if (word) form.fail('name', 'USERNAME_INVALID_CONTAINS', `Username cannot contain "${word.toLowerCase()}"`);
  return name;
}

function createWebhook(call: RestCall): unknown {
  const channel = permittedChannel(call, P.ManageWebhooks);
  const bot = callerOf(call);
  const form = bodyForm(call);
  if (!form.has('name')) form.fail('name', 'BASE_TYPE_REQUIRED', 'This field is required');
  const name = readName(form);
  const avatar = storeImage(form, 'avatar', call.world, 'avatars/webhooks') ?? null;
  form.check();
  if (allWebhooks(call).filter(({ channel_id: id }) => id === channel.data.id).length >= 15) {
    throw new ApiFailure(400, 30007, 'Maximum number of webhooks reached (15)');
  }
  const webhook = makeWebhook(call.world, {
    guild_id: channel.data.guild_id!,
    channel_id: channel.data.id,
    name: name!,
    avatar,
    application_id: bot.application.id,
    user: bot.user,
  });
  audit(call, call.world.guildOf(channel)!, { actionType: 50, targetId: webhook.id });
  return webhook;
}

function editWebhook(call: RestCall, webhook: WebhookRecord): WebhookRecord {
  const form = bodyForm(call);
  const name = readName(form);
  const avatar = storeImage(form, 'avatar', call.world, 'avatars/webhooks');
  const channelId = form.snowflake('channel_id');
  form.check();
  if (channelId !== undefined && !call.world.channels.has(channelId)) throw unknown('Channel');
  if (name !== undefined) webhook.name = name;
  if (avatar !== undefined) webhook.avatar = avatar;
  if (channelId !== undefined) webhook.channel_id = channelId;
  publishWebhooks(call.world, webhook);
  return webhook;
}

function removeWebhook(call: RestCall, webhook: WebhookRecord): undefined {
  call.world.thingsOf('webhooks').delete(webhook.id);
  publishWebhooks(call.world, webhook);
}

function execute(call: RestCall, webhook: WebhookRecord): RestReply {
  const parent = channelOf(call, webhook);
  const form = bodyForm(call);
  const username = form.string('username', { min: 1, max: 80 });
  const channel = targetOf(call, parent, form);
  const read = readNewMessage(form, {
    world: call.world,
    channel,
    files: call.files,
    allowedFlags: FLAGS,
    defaultMentions: PARSE_ALL_MENTIONS,
  });
  const takesComponents = webhook.application_id !== null || queryFlag(call, 'with_components');
  const draft = takesComponents ? read : { ...read, components: [] };
  const message = writeMessage(call.world, channel, webhookAuthor(webhook, username), draft, {
    webhookId: webhook.id,
    ...(webhook.application_id === null ? {} : { applicationId: webhook.application_id }),
  });
  return queryFlag(call, 'wait')
    ? new RestReply(200, toWireMessage(call.world, message))
    : new RestReply(204);
}

/** Slack's form of a message; answers with what Slack answers. */
function executeSlack(call: RestCall, webhook: WebhookRecord): RestReply {
  execute({ ...call, body: fromSlack(bodyForm(call)) }, webhook);
  return call.query.get('wait') === 'false' ? new RestReply(204) : new RestReply(200, 'ok');
}

/** Events of GitHub; those that say nothing are taken without a word. */
function executeGithub(call: RestCall, webhook: WebhookRecord): RestReply {
  const body = fromGithub(call.body, call.request.headers['x-github-event']);
  if (body) execute({ ...call, body }, webhook);
  return new RestReply(204);
}

/** Channel, thread or new forum post that a webhook writes into. */
function targetOf(call: RestCall, parent: ChannelRecord, form: Form): ChannelRecord {
  const threadId = call.query.get('thread_id');
  const threadName = form.string('thread_name', { min: 1, max: 100 });
  form.check();
  const isForum = parent.data.type === 15 || parent.data.type === 16;
  if (isForum && (threadId === null) === (threadName === undefined)) {
    throw new ApiFailure(
      400,
      220_001,
      'Webhooks posted to forum channels must have a thread_name or thread_id',
    );
  }
  if (threadId !== null) {
    const thread = call.world.channels.get(threadId);
    if (thread?.data.parent_id !== parent.data.id) throw unknown('Channel');
    return thread;
  }
  if (threadName === undefined) return parent;
  if (!isForum) throw new ApiFailure(400, 220_003, 'Webhooks can only create threads in forum channels');
  const tags = form.strings('applied_tags', { max: 5 });
  form.check();
  return makeThread(call.world, call.world.guildOf(parent)!, parent, {
    name: threadName,
    type: 11,
    ownerId: param(call, 'webhook'),
    ...(tags ? { applied_tags: tags } : {}),
  });
}

function ownMessage(call: RestCall, webhook: WebhookRecord): MessageRecord {
  const channelId = call.query.get('thread_id') ?? webhook.channel_id;
  const message = call.world.findMessage(channelId, param(call, 'message'));
  if (message?.webhookId !== webhook.id) throw unknown('Message');
  return message;
}

function editOwnMessage(call: RestCall, webhook: WebhookRecord): unknown {
  const message = ownMessage(call, webhook);
  const channel = call.world.channels.get(message.channelId)!;
  const rules = { world: call.world, channel, files: call.files, allowedFlags: FLAGS, edited: message };
  editMessage(call.world, message, { draft: readMessageEdit(bodyForm(call), rules) });
  return toWireMessage(call.world, message);
}

function followChannel(call: RestCall): unknown {
  const channel = permittedChannel(call, P.ViewChannel);
  const form = bodyForm(call);
  const targetId = form.snowflake('webhook_channel_id', { required: true });
  form.check();
  const target = call.world.channels.get(targetId!);
  if (!target) throw unknown('Channel');
  if (channel.data.type !== 5) throw new ApiFailure(400, 50024, 'Cannot execute action on this channel type');
  requireIn(call, target, P.ManageWebhooks);
  const webhook = follow(call.world, channel, target, callerOf(call).user);
  return { channel_id: channel.data.id, webhook_id: webhook.id };
}

/** Messages in lobbies, and what games note about messages. @see https://docs.discord.com/developers/resources/lobby */
import type { LobbyMessageRecord, LobbyMetadata } from '../../world/lobby.js';
import { missingAccess, unknown } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import {
  askingApplicationId,
  askingUser,
  bodyForm,
  param,
  queryInteger,
  RestReply,
  route,
  sharedRoute,
} from '../rest-call.js';
import { findLobby } from './lobby-routes.js';

const MESSAGES = '/lobbies/:lobby/messages';
const SCOPE = 'sdk.social_layer';

export const lobbyMessageRoutes: readonly Route[] = [
  sharedRoute('GET', MESSAGES, SCOPE, (call) => {
    const limit = queryInteger(call, 'limit', 50, 1, 200);
    return findLobby(call).messages.slice(-limit).reverse();
  }),
  sharedRoute('POST', MESSAGES, SCOPE, createMessage),
  route('PUT', `${MESSAGES}/:message/moderation-metadata`, (call) => {
    const message = findLobby(call).messages.find(({ id }) => id === param(call, 'message'));
    if (!message) throw unknown('Message');
    message.moderation_metadata = readModeration(call);
  }),
  route('PUT', '/partner-sdk/dms/:one/:other/messages/:message/moderation-metadata', moderateDirectMessage),
];

function createMessage(call: RestCall): RestReply {
  const lobby = findLobby(call);
  const user = askingUser(call);
  if (!user.bot && !lobby.members.has(user.id)) throw missingAccess();
  const form = bodyForm(call);
  const content = form.string('content', { required: true, min: 1, max: 4000 });
  const flags = form.integer('flags', { min: 0 }) ?? 0;
  form.check();
  const message: LobbyMessageRecord = {
    id: call.world.ids.next(),
    type: 0,
    content: content!,
    lobby_id: lobby.id,
    channel_id: lobby.linkedChannelId ?? lobby.id,
    author: user,
    flags,
    application_id: askingApplicationId(call),
  };
  lobby.messages.push(message);
  return new RestReply(201, message);
}

function readModeration(call: RestCall): LobbyMetadata {
  const form = bodyForm(call);
  const metadata = (call.body ?? {}) as Record<string, unknown>;
  for (const key of Object.keys(metadata)) form.string(key, { max: 2000 });
  form.check();
  return Object.fromEntries(Object.entries(metadata).map(([key, value]) => [key, String(value)]));
}

function moderateDirectMessage(call: RestCall): undefined {
  const [one, other] = ['one', 'other'].map((name) => param(call, name)) as [string, string];
  for (const id of [one, other]) if (!call.world.users.has(id)) throw unknown('User');
  const channel = [...call.world.channels.values()].find(
    ({ recipientIds }) => recipientIds.includes(one) && recipientIds.includes(other),
  );
  const message = channel?.messages.get(param(call, 'message'));
  if (!message) throw unknown('Message');
  call.world.thingsOf('moderation-metadata').set(message.id, readModeration(call));
}

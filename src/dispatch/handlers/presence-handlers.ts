import type {
  GatewayPresenceUpdateDispatchData,
  GatewayTypingStartDispatchData,
} from 'discord-api-types/v10';
import { globalScope } from '../../cache/global-scope.js';
import { PresenceText } from '../../cache/text/presence-text.js';
import { Presence } from '../../models/presence.js';
import type { PresenceRecord, UserRecord } from '../../models/records.js';
import type { TypingRecord } from '../../models/typing.js';
import { Typing } from '../../models/typing.js';
import { copyIfHeard } from '../copy-if-heard.js';
import type { DispatchContext } from '../dispatch-context.js';
import { presenceOf } from '../presence-of.js';
import { watchUser } from '../watch-user.js';

/** User came online, went away, or does something else. */
export function onPresenceUpdate(
  context: DispatchContext,
  data: GatewayPresenceUpdateDispatchData | PresenceText,
): void {
  const { cache } = context;
  if (data instanceof PresenceText) {
    cache.presencesAsText?.putText(data);
    return;
  }
  const { user, guild_id: guildId } = data;
  const before = copyIfHeard(context, 'presenceUpdate', 'presence', globalScope, user.id);
  if (user.username !== undefined && cache.users.has(globalScope, user.id)) {
    refreshUser(context, user as UserRecord);
  }
  const record = presenceOf(data);
  writePresence(context, record);
  if (record.status === 'offline' && cache.memberKeeper.usesPresences) {
    cache.memberKeeper.reconsider(guildId, user.id);
  }
  context.emit('presenceUpdate', (host) => [
    before && new Presence(host, before, 'past'),
    new Presence(host, record),
  ]);
}

/** Somebody began to type. */
export function onTypingStart(context: DispatchContext, data: GatewayTypingStartDispatchData): void {
  context.emit('typingStart', (host) => [new Typing(host, data as TypingRecord)]);
}

/** Keeps a presence; who is offline needs none. */
export function writePresence(context: DispatchContext, record: PresenceRecord): void {
  const { cache } = context;
  if (!cache.keeps('presence') && !cache.memberKeeper.usesPresences) return;
  if (record.status === 'offline') cache.presences.delete(globalScope, record.user_id);
  else cache.presences.set(globalScope, record.user_id, record);
}

function refreshUser(context: DispatchContext, user: UserRecord): void {
  const noteUser = watchUser(context, user);
  context.cache.users.put(user);
  noteUser();
}

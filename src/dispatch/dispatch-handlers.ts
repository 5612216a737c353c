import type { DispatchHandler } from './dispatch-context.js';
import { onChannelCreate, onChannelDelete, onChannelUpdate } from './handlers/channel-handlers.js';
import { onGuildCreate, onGuildDelete, onGuildUpdate } from './handlers/guild-handlers.js';
import { onInteractionCreate } from './handlers/interaction-handlers.js';
import { onMemberAdd, onMemberRemove, onMemberUpdate } from './handlers/member-handlers.js';
import { onMessageCreate, onMessageDelete, onMessageUpdate } from './handlers/message-handlers.js';
import { onReady } from './handlers/session-handlers.js';

/** Handler of each dispatch. */
export const dispatchHandlers = {
  CHANNEL_CREATE: onChannelCreate,
  CHANNEL_DELETE: onChannelDelete,
  CHANNEL_UPDATE: onChannelUpdate,
  GUILD_CREATE: onGuildCreate,
  GUILD_DELETE: onGuildDelete,
  GUILD_MEMBER_ADD: onMemberAdd,
  GUILD_MEMBER_REMOVE: onMemberRemove,
  GUILD_MEMBER_UPDATE: onMemberUpdate,
  GUILD_UPDATE: onGuildUpdate,
  INTERACTION_CREATE: onInteractionCreate,
  MESSAGE_CREATE: onMessageCreate,
  MESSAGE_DELETE: onMessageDelete,
  MESSAGE_UPDATE: onMessageUpdate,
  READY: onReady,
} satisfies Readonly<Record<string, DispatchHandler>>;

/** Intents by the names of discord-api-types, each with its bit. @see https://docs.discord.com/developers/events/gateway#list-of-intents */
export const intentBits = {
  Guilds: 0,
  GuildMembers: 1,
  GuildModeration: 2,
  GuildExpressions: 3,
  GuildIntegrations: 4,
  GuildWebhooks: 5,
  GuildInvites: 6,
  GuildVoiceStates: 7,
  GuildPresences: 8,
  GuildMessages: 9,
  GuildMessageReactions: 10,
  GuildMessageTyping: 11,
  DirectMessages: 12,
  DirectMessageReactions: 13,
  DirectMessageTyping: 14,
  MessageContent: 15,
  GuildScheduledEvents: 16,
  AutoModerationConfiguration: 20,
  AutoModerationExecution: 21,
  GuildMessagePolls: 24,
  DirectMessagePolls: 25,
} as const;

/** Name of one intent. */
export type IntentName = keyof typeof intentBits;

/** Intents that must be switched on in the developer portal. */
export const privilegedIntents: ReadonlySet<IntentName> = new Set<IntentName>([
  'GuildMembers',
  'GuildPresences',
  'MessageContent',
]);

/** Other names under which intents are known; some stand for several. */
export const intentAliases = {
  AutoModeration: ['AutoModerationConfiguration', 'AutoModerationExecution'],
  Bans: ['GuildModeration'],
  DmMessages: ['DirectMessages'],
  DmPolls: ['DirectMessagePolls'],
  DmReactions: ['DirectMessageReactions'],
  DmTyping: ['DirectMessageTyping'],
  Emojis: ['GuildExpressions'],
  EmojisAndStickers: ['GuildExpressions'],
  Expressions: ['GuildExpressions'],
  GuildPolls: ['GuildMessagePolls'],
  GuildReactions: ['GuildMessageReactions'],
  GuildTyping: ['GuildMessageTyping'],
  Integrations: ['GuildIntegrations'],
  Invites: ['GuildInvites'],
  Members: ['GuildMembers'],
  Messages: ['GuildMessages', 'DirectMessages'],
  Moderation: ['GuildModeration'],
  Polls: ['GuildMessagePolls', 'DirectMessagePolls'],
  Presences: ['GuildPresences'],
  Reactions: ['GuildMessageReactions', 'DirectMessageReactions'],
  ScheduledEvents: ['GuildScheduledEvents'],
  Typing: ['GuildMessageTyping', 'DirectMessageTyping'],
  VoiceStates: ['GuildVoiceStates'],
  Webhooks: ['GuildWebhooks'],
} as const satisfies Readonly<Record<string, readonly IntentName[]>>;

/** Which intents a gateway event needs. @see https://docs.discord.com/developers/events/gateway#list-of-intents */
import { GatewayIntentBits as I } from 'discord-api-types/v10';

/** Intents of an event in guilds and in direct messages: one of the bits suffices, 0 needs none. */
interface EventIntents {
  readonly guild: number;
  readonly direct: number;
}

const BY_PREFIX: readonly (readonly [RegExp, EventIntents])[] = [
  [/^GUILD_(CREATE|UPDATE|DELETE)$/, both(I.Guilds)],
  [/^GUILD_ROLE_/, both(I.Guilds)],
  [/^CHANNEL_PINS_UPDATE$/, { guild: I.Guilds, direct: I.DirectMessages }],
  [/^CHANNEL_INFO$/, both(0)],
  [/^(CHANNEL|STAGE_INSTANCE|VOICE_CHANNEL_(STATUS|START_TIME))_/, both(I.Guilds)],
  [/^THREAD_MEMBERS_UPDATE$/, both(I.Guilds | I.GuildMembers)],
  [/^THREAD_/, both(I.Guilds)],
  [/^GUILD_MEMBER_(ADD|UPDATE|REMOVE)$/, both(I.GuildMembers)],
  [/^GUILD_(AUDIT_LOG_ENTRY_CREATE|BAN_ADD|BAN_REMOVE)$/, both(I.GuildModeration)],
  [/^GUILD_(EMOJIS|STICKERS|SOUNDBOARD)_/, both(I.GuildExpressions)],
  [/^(GUILD_INTEGRATIONS_UPDATE|INTEGRATION_)/, both(I.GuildIntegrations)],
  [/^WEBHOOKS_UPDATE$/, both(I.GuildWebhooks)],
  [/^INVITE_/, both(I.GuildInvites)],
  [/^(VOICE_STATE_UPDATE|VOICE_CHANNEL_EFFECT_SEND)$/, both(I.GuildVoiceStates)],
  [/^PRESENCE_UPDATE$/, both(I.GuildPresences)],
  [/^MESSAGE_REACTION_/, { guild: I.GuildMessageReactions, direct: I.DirectMessageReactions }],
  [/^MESSAGE_POLL_/, { guild: I.GuildMessagePolls, direct: I.DirectMessagePolls }],
  [/^MESSAGE_/, { guild: I.GuildMessages, direct: I.DirectMessages }],
  [/^TYPING_START$/, { guild: I.GuildMessageTyping, direct: I.DirectMessageTyping }],
  [/^GUILD_SCHEDULED_EVENT_/, both(I.GuildScheduledEvents)],
  [/^AUTO_MODERATION_RULE_/, both(I.AutoModerationConfiguration)],
  [/^AUTO_MODERATION_ACTION_EXECUTION$/, both(I.AutoModerationExecution)],
];

/** Every intent that exists. */
export const ALL_INTENTS = 53_608_447;
/** Intents that Discord grants on request only. */
export const PRIVILEGED_INTENTS = I.GuildMembers | I.GuildPresences | I.MessageContent;

const known = new Map<string, EventIntents>();

/** Bits of which a session needs one to hear the event; 0 when everybody hears it. */
export function intentsOf(eventName: string, isDirect: boolean): number {
  let intents = known.get(eventName);
  if (!intents) {
    intents = BY_PREFIX.find(([pattern]) => pattern.test(eventName))?.[1] ?? both(0);
    known.set(eventName, intents);
  }
  return isDirect ? intents.direct : intents.guild;
}

function both(bits: number): EventIntents {
  return { guild: bits, direct: bits };
}

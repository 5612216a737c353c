/** What a message of the system says, in words like those that Discord's client shows for it. */

import { MessageType } from '../types/message-type.js';
import type { Message } from './message.js';

type Words = (message: Message) => string;

const GREETINGS: readonly ((name: string) => string)[] = [
  (name) => `${name} is here.`,
  (name) => `${name} has arrived.`,
  (name) => `Welcome, ${name}!`,
  (name) => `Good to see you, ${name}.`,
  (name) => `${name} came by.`,
];

/** By the number of the type; types that say their own content are not in it. */
const words: Readonly<Record<number, Words>> = {
  [MessageType.RecipientAdd]: ({ author, mentions }) =>
    mentions[0]
      ? `${author.displayName} added ${mentions[0].displayName} to the group.`
      : `${author.displayName} added somebody.`,
  [MessageType.RecipientRemove]: ({ author, mentions }) =>
    mentions[0] && mentions[0].id !== author.id
      ? `${author.displayName} removed ${mentions[0].displayName} from the group.`
      : `${author.displayName} left the group.`,
  [MessageType.Call]: (message) => callOf(message),
  [MessageType.ChannelNameChange]: ({ author, content }) =>
    `${author.displayName} changed the name of the channel: ${content}`,
  [MessageType.ChannelIconChange]: ({ author }) => `${author.displayName} changed the icon of the channel.`,
  [MessageType.ChannelPinnedMessage]: ({ author }) =>
    `${author.displayName} pinned a message in this channel.`,
  [MessageType.UserJoin]: ({ author, createdTimestampMs }) =>
    GREETINGS[createdTimestampMs % GREETINGS.length]!(author.displayName),
  [MessageType.GuildBoost]: (message) => `${boostOf(message)}!`,
  [MessageType.GuildBoostTier1]: (message) => `${boostOf(message)}! ${guildOf(message)} has reached level 1!`,
  [MessageType.GuildBoostTier2]: (message) => `${boostOf(message)}! ${guildOf(message)} has reached level 2!`,
  [MessageType.GuildBoostTier3]: (message) => `${boostOf(message)}! ${guildOf(message)} has reached level 3!`,
  [MessageType.ChannelFollowAdd]: ({ author, content }) =>
    `${author.displayName} has added ${content} to this channel; its news will show up here.`,
  [MessageType.GuildDiscoveryDisqualified]: () =>
    'This server no longer meets the rules of Server Discovery and was taken out of it.',
  [MessageType.GuildDiscoveryRequalified]: () =>
    'This server meets the rules of Server Discovery again and is back in it.',
  [MessageType.GuildDiscoveryGracePeriodInitialWarning]: () =>
    'This server has not met the rules of Server Discovery for a week.',
  [MessageType.GuildDiscoveryGracePeriodFinalWarning]: () =>
    'This server has not met the rules of Server Discovery for three weeks and will be taken out of it in a week.',
  [MessageType.ThreadCreated]: ({ author, content }) => `${author.displayName} started a thread: ${content}.`,
  [MessageType.ThreadStarterMessage]: ({ referencedMessage }) =>
    referencedMessage?.content ?? 'The first message of this thread could not be loaded.',
  [MessageType.GuildInviteReminder]: () => 'Want to build your server? Invite your friends.',
  [MessageType.RoleSubscriptionPurchase]: (message) => subscriptionOf(message),
  [MessageType.InteractionPremiumUpsell]: ({ author }) =>
    `${author.displayName} cannot use this without a subscription.`,
  [MessageType.StageStart]: ({ author, content }) => `${author.displayName} started ${content}.`,
  [MessageType.StageEnd]: ({ author, content }) => `${author.displayName} ended ${content}.`,
  [MessageType.StageSpeaker]: ({ author }) => `${author.displayName} is now a speaker.`,
  [MessageType.StageRaiseHand]: ({ author }) => `${author.displayName} asked to speak.`,
  [MessageType.StageTopic]: ({ author, content }) =>
    `${author.displayName} changed the topic of the stage: ${content}.`,
  [MessageType.GuildApplicationPremiumSubscription]: ({ author, raw }) =>
    `${author.displayName} upgraded ${raw.application?.name ?? 'an application'} to premium for this server.`,
  [MessageType.GuildIncidentAlertModeEnabled]: ({ author, content }) =>
    `${author.displayName} enabled security actions until ${content}.`,
  [MessageType.GuildIncidentAlertModeDisabled]: ({ author }) =>
    `${author.displayName} disabled security actions.`,
  [MessageType.GuildIncidentReportRaid]: (message) =>
    `${message.author.displayName} reported a raid in ${guildOf(message)}.`,
  [MessageType.GuildIncidentReportFalseAlarm]: (message) =>
    `${message.author.displayName} reported a false alarm in ${guildOf(message)}.`,
  [MessageType.PurchaseNotification]: (message) => purchaseOf(message),
  [MessageType.PollResult]: (message) => pollOf(message),
};

/** Types that people send, or that say what they mean by their content. */
const ORDINARY: ReadonlySet<number> = new Set([
  MessageType.Default,
  MessageType.Reply,
  MessageType.ChatInputCommand,
  MessageType.ContextMenuCommand,
  MessageType.ThreadStarterMessage,
]);

/** Whether Discord itself says the message, on behalf of its author. */
export function isSystemMessage(message: Message): boolean {
  return !ORDINARY.has(message.type);
}

/** What the message says: the words of the system, or its own content, which types newer than this package have too. */
export function systemContentOf(message: Message): string {
  return words[message.type]?.(message) ?? message.content;
}

function guildOf({ guild }: Message): string {
  return guild?.name || 'this server';
}

/** The content is how many boosts they were, when more than one. */
function boostOf({ author, content }: Message): string {
  return `${author.displayName} boosted the server${content === '' ? '' : ` ${content} times`}`;
}

function callOf({ author, raw }: Message): string {
  const { call } = raw;
  return call?.ended_timestamp
    ? `${author.displayName} started a call, which is over.`
    : `${author.displayName} started a call.`;
}

function subscriptionOf(message: Message): string {
  const data = message.raw.role_subscription_data;
  const months = data?.total_months_subscribed ?? 1;
  const verb = data?.is_renewal ? 'renewed' : 'joined';
  const tier = data?.tier_name ?? 'a subscription';
  const times = months === 1 ? '1 month' : `${months} months`;
  return `${message.author.displayName} ${verb} ${tier} and has been a subscriber of ${guildOf(message)} for ${times}!`;
}

function purchaseOf({ author, raw }: Message): string {
  const { purchase_notification: purchase } = raw as {
    readonly purchase_notification?: { readonly guild_product_purchase?: { readonly product_name?: string } };
  };
  return `${author.displayName} has bought ${purchase?.guild_product_purchase?.product_name ?? 'something'}!`;
}

function pollOf({ author, pollResult }: Message): string {
  const question = pollResult?.question ?? '';
  const winner = pollResult?.winner;
  const outcome = winner
    ? `${winner.text} won with ${winner.votes} of ${pollResult.totalVotes} votes`
    : 'there is no winner';
  return `${author.displayName}'s poll ${question} has closed: ${outcome}.`;
}

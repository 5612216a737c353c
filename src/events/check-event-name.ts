import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';
import { nearestName } from '../utils/nearest-name.js';
import { dispatchIntents } from './dispatch-intents.js';
import type { EventMap } from './event-map.js';
import { eventSources } from './event-sources.js';

/** Events that the bot makes itself, beside those that come from dispatches. */
const ownEvents = {
  commandCompleted: true,
  commandFailed: true,
  commandInvoked: true,
  connect: true,
  disconnect: true,
  shardConnect: true,
  shardDisconnect: true,
  shardError: true,
  shardReady: true,
  shardResumed: true,
  socketReceive: true,
  socketSend: true,
} satisfies Partial<Record<keyof EventMap, true>>;

/** Names that other libraries use, or once used. */
const foreignNames: Readonly<Record<string, string>> = {
  error: 'shardError',
  guildIntegrationsUpdated: 'guildIntegrationsUpdate',
  guildJoin: 'guildCreate',
  guildRemove: 'guildDelete',
  interaction: 'interactionCreate',
  memberJoin: 'guildMemberAdd',
  memberRemove: 'guildMemberRemove',
  memberUpdate: 'guildMemberUpdate',
  message: 'messageCreate',
  messageEdit: 'messageUpdate',
  reactionAdd: 'messageReactionAdd',
  reactionRemove: 'messageReactionRemove',
  ready: 'clientReady',
  webhookUpdate: 'webhooksUpdate',
};

/** Most letters by which a name may differ from an event's to be taken for it. */
const MOST_WRONG_LETTERS = 2;

/**
 * Refuses the name of an event that will never come: one close to a known event's, or that other libraries use.
 *
 * Any other name is let through, for events that users declare and emit themselves.
 *
 * @throws {InvalidDefinitionError} naming the event that is meant; `place` says who listens.
 */
export function checkEventName(name: unknown, place: string): void {
  if (typeof name !== 'string' || name === '') {
    throw new InvalidDefinitionError(`${String(name)} is no name of an event; give it as a text`, place);
  }
  const known = [...Object.keys(eventSources), ...Object.keys(ownEvents)];
  if (known.includes(name)) return;
  const meant = name.startsWith('raw:') ? meantDispatch(name) : meantEvent(name, known);
  if (meant === undefined) return;
  throw new InvalidDefinitionError(`there is no event '${name}'. Did you mean '${meant}'?`, place);
}

/** Finds `messageCreate` in `onMessageCreate`, `on_message`, `MESSAGE_CREATE` and the like. */
function meantEvent(name: string, known: readonly string[]): string | undefined {
  const camel = name
    .replace(/^[A-Z_]+$/, (text) => text.toLowerCase())
    .replace(/^on(?=_|[A-Z])_?/, '')
    .replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
    .replace(/^[A-Z]/, (letter) => letter.toLowerCase());
  if (Object.hasOwn(foreignNames, camel)) return foreignNames[camel];
  return nearestName(camel, known, camel.length > 2 * MOST_WRONG_LETTERS ? MOST_WRONG_LETTERS : 0);
}

/** Dispatches that nobody has heard of may be new ones; they are let through unless they are misspelt. */
function meantDispatch(name: string): string | undefined {
  const dispatch = name.slice('raw:'.length);
  const known = Object.keys(dispatchIntents);
  if (dispatch === '*' || known.includes(dispatch)) return undefined;
  const nearest = nearestName(dispatch, known, MOST_WRONG_LETTERS);
  return nearest && `raw:${nearest}`;
}

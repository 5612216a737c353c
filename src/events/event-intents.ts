import type { GatewayDispatchName } from './dispatch-intents.js';
import { dispatchIntents } from './dispatch-intents.js';
import type { ListenerOrigin } from './event-bus.js';
import { eventSources } from './event-sources.js';
import type { IntentName } from './intent-bits.js';
import { Intents } from './intents.js';

/** Something that needs an intent, in words for a person. */
export interface IntentReason {
  readonly intent: IntentName;
  /** As in `Maths.hello listens to 'messageCreate'`. */
  readonly reason: string;
}

/** One intent with everything that asked for it. */
export interface ExplainedIntent {
  /** Name of the intent. */
  readonly intent: IntentName;
  /** Who asks for it and why, as in `Maths.hello listens to messageCreate`. */
  readonly reasons: readonly string[];
}

/** Dispatches that an event comes from; none for events of the bot's own or of its users. */
export function dispatchesOf(event: string): readonly string[] {
  if (event.startsWith('raw:')) return event === 'raw:*' ? Object.keys(dispatchIntents) : [event.slice(4)];
  return Object.hasOwn(eventSources, event) ? eventSources[event as keyof typeof eventSources] : [];
}

/** Intents that a listener of this event asks for. */
export function intentsOfEvent(event: string): IntentName[] {
  if (event === 'raw:*') return [];
  const intents = new Set<IntentName>();
  for (const dispatch of dispatchesOf(event)) {
    const needed: readonly IntentName[] = dispatchIntents[dispatch as GatewayDispatchName] ?? [];
    for (const intent of needed) intents.add(intent);
  }
  if (event === 'messageCreate' || event === 'messageUpdate') intents.add('MessageContent');
  return [...intents];
}

/** Reasons that the listeners of an event give for intents. */
export function reasonsOfListeners(event: string, origins: readonly ListenerOrigin[]): IntentReason[] {
  const listeners = origins.length > 0 ? origins.map(describeListener) : ['a listener'];
  return intentsOfEvent(event).flatMap((intent) =>
    listeners.map((listener) => ({ intent, reason: `${listener} listens to '${event}'` })),
  );
}

/** All reasons by intent, in the order of the bits. */
export function explainIntents(reasons: readonly IntentReason[]): ExplainedIntent[] {
  const wanted = new Intents(reasons.map(({ intent }) => intent));
  return wanted.toArray().map((intent) => ({
    intent,
    reasons: [...new Set(reasons.filter((each) => each.intent === intent).map(({ reason }) => reason))],
  }));
}

/** Set of all intents that have a reason. */
export function intentsFromReasons(reasons: readonly IntentReason[]): Intents {
  return new Intents(reasons.map(({ intent }) => intent));
}

/**
 * Listeners whose event cannot come with these intents: every dispatch it comes from lacks all of its intents.
 *
 * An event that still comes from somewhere (messages in guilds but not direct ones) is no mistake.
 */
export function isDeliverable(event: string, intents: Intents): boolean {
  const dispatches = dispatchesOf(event).filter((name) => name in dispatchIntents);
  if (dispatches.length === 0) return true;
  return dispatches.some((name) => {
    const needed: readonly IntentName[] = dispatchIntents[name as GatewayDispatchName];
    return needed.length === 0 || needed.some((intent) => intents.has(intent));
  });
}

/** How messages call a listener: `Cog.method`, as far as it is known. */
export function describeListener({ cog, method }: ListenerOrigin): string {
  if (cog === undefined) return method ?? 'a listener';
  return method === undefined ? cog : `${cog}.${method}`;
}

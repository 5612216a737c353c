import type { SharedCache } from '../cache/shared-cache.js';
import { MissingIntentError } from '../errors/missing-intent-error.js';
import { UncachedEventError } from '../errors/uncached-event-error.js';
import type { EventBus } from '../events/event-bus.js';
import type { ExplainedIntent, IntentReason } from '../events/event-intents.js';
import {
  describeListener,
  explainIntents,
  intentsFromReasons,
  intentsOfEvent,
  isDeliverable,
  reasonsOfListeners,
} from '../events/event-intents.js';
import type { IntentName } from '../events/intent-bits.js';
import type { IntentsLike } from '../events/intents.js';
import { Intents } from '../events/intents.js';
import type { RememberedEvent } from '../events/remembered-events.js';
import { rememberedEvents } from '../events/remembered-events.js';

/** What the intents of a bot follow from. */
export interface BotIntentsParts {
  readonly cache: SharedCache;
  readonly events: EventBus;
  /** Whether the bot joins voice channels. */
  readonly usesVoice: () => boolean;
  /** Intents that the user chose; computed when left out. */
  readonly chosen?: IntentsLike | undefined;
}

/**
 * Intents of one bot: those it was given, or those that its listeners and caches need.
 *
 * Computed when asked for; a connection keeps the ones it identified with.
 */
export class BotIntents {
  readonly #parts: BotIntentsParts;
  readonly #chosen: Intents | undefined;
  #connected: Intents | undefined;

  /** @internal */
  constructor(parts: BotIntentsParts) {
    this.#parts = parts;
    this.#chosen = parts.chosen === undefined ? undefined : new Intents(parts.chosen);
  }

  /** Set of intents as of now; those of the connection once there is one. */
  get current(): Intents {
    return this.#connected ?? this.#chosen ?? intentsFromReasons(this.#reasons());
  }

  /** Fixes the intents for the connection that is about to be made. */
  settle(): Intents {
    this.#connected ??= this.current;
    return this.#connected;
  }

  /** Bits as Discord counts them. */
  get value(): number {
    return this.current.value;
  }

  /** Whether all of the given intents are asked for. */
  has(intents: IntentsLike): boolean {
    return this.current.has(intents);
  }

  /** Every intent with what asked for it, as in `Maths.hello listens to 'messageCreate'`. */
  explain(): readonly ExplainedIntent[] {
    const explained = explainIntents(this.#reasons());
    if (!this.#chosen) return explained;
    const chosen = this.#chosen;
    const known = explained.filter(({ intent }) => chosen.has(intent));
    const others = chosen.toArray().filter((intent) => !known.some((each) => each.intent === intent));
    return [...known, ...others.map((intent) => ({ intent, reasons: ['given as an option'] }))];
  }

  /** Reasons of one intent. */
  reasonsFor(intentName: string): readonly string[] {
    return this.explain().find(({ intent }) => intent === intentName)?.reasons ?? [];
  }

  /**
   * Refuses listeners that could never hear anything.
   *
   * @throws {MissingIntentError} naming the cog, the method and the intent; {UncachedEventError} when the cache lacks it.
   */
  check(): void {
    const [first] = this.deafListeners();
    if (first) throw first;
  }

  /** What is wrong with each event that is listened to and can never come with these intents and this cache. */
  deafListeners(): (MissingIntentError | UncachedEventError)[] {
    const { current } = this;
    return [...this.#parts.events.asked()].flatMap((event) => {
      const [intent] = intentsOfEvent(event);
      if (!isDeliverable(event, current))
        return new MissingIntentError(intent!, `${this.#listenerOf(event)}, listening to '${event}',`);
      const needed = rememberedEvents[event];
      if (!needed || this.#keeps(needed.kind)) return [];
      return new UncachedEventError(this.#listenerOf(event), event, needed);
    });
  }

  /**
   * What to warn of when messages are listened to and will mostly come empty; `undefined` when they will not.
   *
   * Not an error: a bot may be content with direct messages and with those that mention it.
   */
  contentWarning(): string | undefined {
    if (this.current.has('MessageContent')) return undefined;
    const event = ['messageCreate', 'messageUpdate'].find((each) => {
      return this.#parts.events.listenerOrigins(each).length > 0;
    });
    if (event === undefined) return undefined;
    return (
      `${this.#listenerOf(event)}, listening to '${event}', will find most messages empty: without the intent MessageContent, ` +
      'content, embeds, attachments and components come only in direct messages and where the bot is mentioned. ' +
      "Leave `intents` out, or add it: intents: Intents.default().with('MessageContent')."
    );
  }

  /** One line per intent: its name and why. */
  toString(): string {
    return this.explain()
      .map(({ intent, reasons }) => `${intent}: ${reasons.join('; ')}`)
      .join('\n');
  }

  #listenerOf(event: string): string {
    const [origin] = this.#parts.events.listenerOrigins(event);
    return origin ? describeListener(origin) : 'A listener';
  }

  #keeps(kind: RememberedEvent['kind']): boolean {
    const { cache } = this.#parts;
    return kind === 'message' ? cache.keepsMessages : cache.keeps(kind);
  }

  #reasons(): IntentReason[] {
    const { events } = this.#parts;
    const heard = [...events.asked()];
    return [
      ...this.#cacheReasons(),
      ...heard.flatMap((event) => reasonsOfListeners(event, events.listenerOrigins(event))),
    ];
  }

  #cacheReasons(): IntentReason[] {
    const { chunkGuilds, members, presences } = this.#parts.cache.options;
    const reasons: IntentReason[] = [because('Guilds', 'guilds, channels and roles are cached')];
    if (this.#parts.usesVoice()) reasons.push(because('GuildVoiceStates', 'the bot joins voice channels'));
    if (chunkGuilds) reasons.push(because('GuildMembers', 'cache.chunkGuilds asks for all members'));
    if (members?.joined) reasons.push(because('GuildMembers', 'cache.members keeps those who joined'));
    if (members?.voice) reasons.push(because('GuildVoiceStates', 'cache.members keeps those in voice'));
    if (members?.online || presences) {
      reasons.push(
        because(
          'GuildPresences',
          members?.online ? 'cache.members keeps those online' : 'cache.presences is on',
        ),
      );
    }
    return reasons;
  }
}

function because(intent: IntentName, reason: string): IntentReason {
  return { intent, reason };
}

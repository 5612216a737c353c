import type { SettingKeys } from '../errors/check-settings.js';
import { checkSettings } from '../errors/check-settings.js';
import { ownerOfMethod, placeOf, refuseBare } from '../errors/decorator-site.js';
import { checkEventName } from '../events/check-event-name.js';
import type { EventMap, EventName } from '../events/event-map.js';
import type { HandlerDecorator } from '../pipeline/handler-decorator.js';
import { ClassMetadata } from '../utils/class-metadata.js';

/** Options of a listener. */
export interface ListenOptions {
  /** Listen to the first event only. */
  readonly once?: boolean;
}

/** Entry that `@Listen` leaves on its class. */
export interface DeclaredListener {
  readonly event: EventName;
  readonly method: string;
  readonly once: boolean;
}

export const listenerMetadata = new ClassMetadata<DeclaredListener>('listener');

/**
 * Calls the method for each event of a name; its parameters are checked against `EventMap`.
 *
 * A method may carry several. The intents that the event needs are asked for by themselves, unless they are privileged
 * and the bot's intents were given by hand.
 *
 * @example
 * ```ts member
 * @Listen('messageCreate')
 * async hello(message: Message): Promise<void> {
 *   if (message.content === 'ping') await message.reply('pong');
 * }
 * ```
 */
export function Listen<E extends EventName>(
  event: E,
  options: ListenOptions = {},
): HandlerDecorator<EventMap[E]> {
  refuseBare('Listen', [event, options], "Listen('messageCreate')");
  return (target, method, descriptor) => {
    const owner = ownerOfMethod('Listen', target, method, descriptor);
    const place = placeOf(target, method);
    checkEventName(event, place);
    checkSettings(options, { once: true } satisfies SettingKeys<ListenOptions>, place);
    listenerMetadata.add(owner, { event, method, once: options.once ?? false });
  };
}

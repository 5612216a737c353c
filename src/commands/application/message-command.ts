import type { Message } from '../../models/message.js';
import type { HandlerDecorator } from '../../pipeline/handler-decorator.js';
import { ownerOf } from '../../pipeline/handler-decorator.js';
import { commandMetadata } from '../command-metadata.js';
import type { MenuCommandSettings } from '../command-settings.js';
import type { MessageContext } from './message-context.js';

/**
 * Makes a method an entry of the menu on messages.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#message-commands
 */
export function MessageCommand(
  settings: string | MenuCommandSettings,
): HandlerDecorator<[ctx: MessageContext, message: Message]> {
  return (target, method) => {
    commandMetadata.add(ownerOf(target, method, 'MessageCommand'), {
      kind: 'message',
      method,
      settings: typeof settings === 'string' ? { name: settings } : settings,
    });
  };
}

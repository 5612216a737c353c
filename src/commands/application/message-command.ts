import { ownerOfMethod, placeOf, refuseBare } from '../../errors/decorator-site.js';
import type { Message } from '../../models/message.js';
import type { AnswerDecorator } from '../../pipeline/handler-decorator.js';
import { menuSettings } from '../check-command-settings.js';
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
): AnswerDecorator<[ctx: MessageContext, message: Message]>;
export function MessageCommand(
  settings: string | MenuCommandSettings,
  ...more: readonly unknown[]
): AnswerDecorator<[ctx: MessageContext, message: Message]> {
  refuseBare('MessageCommand', [settings, ...more], "MessageCommand('Name in the menu')");
  return (target, method, descriptor) => {
    commandMetadata.add(ownerOfMethod('MessageCommand', target, method, descriptor), {
      kind: 'message',
      method,
      settings: menuSettings('MessageCommand', settings, placeOf(target, method)),
    });
  };
}

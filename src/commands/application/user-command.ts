import { ownerOfMethod, placeOf, refuseBare } from '../../errors/decorator-site.js';
import type { Member } from '../../models/member.js';
import type { User } from '../../models/user.js';
import type { AnswerDecorator } from '../../pipeline/handler-decorator.js';
import { menuSettings } from '../check-command-settings.js';
import { commandMetadata } from '../command-metadata.js';
import type { MenuCommandSettings } from '../command-settings.js';
import type { UserContext } from './user-context.js';

/**
 * Makes a method an entry of the menu on users; its target is a member in guilds, a user elsewhere.
 *
 * @see https://docs.discord.com/developers/interactions/application-commands#user-commands
 */
export function UserCommand(
  settings: string | MenuCommandSettings,
): AnswerDecorator<[ctx: UserContext, target: User | Member]>;
export function UserCommand(
  settings: string | MenuCommandSettings,
  ...more: readonly unknown[]
): AnswerDecorator<[ctx: UserContext, target: User | Member]> {
  refuseBare('UserCommand', [settings, ...more], "UserCommand('Name in the menu')");
  return (target, method, descriptor) => {
    commandMetadata.add(ownerOfMethod('UserCommand', target, method, descriptor), {
      kind: 'user',
      method,
      settings: menuSettings('UserCommand', settings, placeOf(target, method)),
    });
  };
}

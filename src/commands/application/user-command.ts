import type { Member } from '../../models/member.js';
import type { User } from '../../models/user.js';
import type { HandlerDecorator } from '../../pipeline/handler-decorator.js';
import { ownerOf } from '../../pipeline/handler-decorator.js';
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
): HandlerDecorator<[ctx: UserContext, target: User | Member]> {
  return (target, method) => {
    commandMetadata.add(ownerOf(target, method, 'UserCommand'), {
      kind: 'user',
      method,
      settings: typeof settings === 'string' ? { name: settings } : settings,
    });
  };
}

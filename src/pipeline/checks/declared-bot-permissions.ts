import { Permissions } from '../../models/permissions.js';
import { guardMetadata } from '../guard-metadata.js';

/** Permissions that the handlers of a class require of the bot, by `@RequireBotPermissions` and the like. */
export function declaredBotPermissions(cogClass: object): Permissions {
  return guardMetadata
    .of(cogClass)
    .reduce((all, { botPermissions = [] }) => all.with(botPermissions), Permissions.none());
}

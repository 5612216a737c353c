import { BotMissingPermissionsError } from '../../errors/bot-missing-permissions-error.js';
import { GuildOnlyError } from '../../errors/guild-only-error.js';
import { MissingPermissionsError } from '../../errors/missing-permissions-error.js';
import type { PermissionName } from '../../models/permission-bits.js';
import { Permissions } from '../../models/permissions.js';
import type { CheckContext } from '../check-context.js';
import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';
import type { CheckFunction } from './check-like.js';
import {
  botGuildPermissions,
  botPermissions,
  userGuildPermissions,
  userPermissions,
} from './current-permissions.js';

/** Check that the user has permissions in the channel; passes in direct messages. */
export function hasPermissions(...permissions: readonly PermissionName[]): CheckFunction {
  return permissionCheck(permissions, userPermissions, MissingPermissionsError);
}

/** Check that the bot has permissions in the channel; passes in direct messages. */
export function botHasPermissions(...permissions: readonly PermissionName[]): CheckFunction {
  return permissionCheck(permissions, botPermissions, BotMissingPermissionsError);
}

/** Check that the user has permissions in the guild as a whole; refuses in direct messages. */
export function hasGuildPermissions(...permissions: readonly PermissionName[]): CheckFunction {
  return inGuild(permissionCheck(permissions, userGuildPermissions, MissingPermissionsError));
}

/** Check that the bot has permissions in the guild as a whole; refuses in direct messages. */
export function botHasGuildPermissions(...permissions: readonly PermissionName[]): CheckFunction {
  return inGuild(permissionCheck(permissions, botGuildPermissions, BotMissingPermissionsError));
}

/** Lets a handler run only for users with these permissions in the channel. */
export function RequirePermissions(...permissions: readonly PermissionName[]): GuardDecorator {
  return guardDecorator('RequirePermissions', permissions, () => ({ check: hasPermissions(...permissions) }));
}

/** Lets a handler run only where the bot has these permissions. */
export function RequireBotPermissions(...permissions: readonly PermissionName[]): GuardDecorator {
  return guardDecorator('RequireBotPermissions', permissions, () => ({
    botPermissions: permissions,
    check: botHasPermissions(...permissions),
  }));
}

/** Lets a handler run only for users with these permissions in the guild as a whole. */
export function RequireGuildPermissions(...permissions: readonly PermissionName[]): GuardDecorator {
  return guardDecorator('RequireGuildPermissions', permissions, () => ({
    check: hasGuildPermissions(...permissions),
  }));
}

/** Lets a handler run only where the bot has these permissions in the guild as a whole. */
export function RequireBotGuildPermissions(...permissions: readonly PermissionName[]): GuardDecorator {
  return guardDecorator('RequireBotGuildPermissions', permissions, () => ({
    botPermissions: permissions,
    check: botHasGuildPermissions(...permissions),
  }));
}

/** Names are looked up when the check is made, so a misspelt one fails at start and not at first use. */
function permissionCheck(
  names: readonly PermissionName[],
  current: (ctx: CheckContext) => Permissions,
  Failure: new (missing: readonly PermissionName[]) => Error,
): CheckFunction {
  const wanted = new Permissions(names);
  return (ctx) => {
    if (ctx.guildId === undefined) return;
    const missing = current(ctx).missing(wanted);
    if (missing.length > 0) throw new Failure(missing);
  };
}

function inGuild(check: CheckFunction): CheckFunction {
  return (ctx) => {
    if (ctx.guildId === undefined) throw new GuildOnlyError();
    return check(ctx);
  };
}

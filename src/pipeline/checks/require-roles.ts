import { BotMissingRoleError } from '../../errors/bot-missing-role-error.js';
import { GuildOnlyError } from '../../errors/guild-only-error.js';
import { MissingRoleError } from '../../errors/missing-role-error.js';
import type { ModelHost } from '../../models/host.js';
import type { Snowflake } from '../../types/type-tools.js';
import type { CheckContext } from '../check-context.js';
import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';
import { hostOf } from '../host-of.js';
import type { CheckFunction } from './check-like.js';

/** Check that the member has one of these roles, each by id or name; refuses in direct messages. */
export function hasRole(...roles: readonly string[]): CheckFunction {
  return roleCheck(roles, (ctx) => ctx.member?.roleIds ?? [], MissingRoleError);
}

/** Check that the bot has one of these roles, each by id or name; refuses in direct messages. */
export function botHasRole(...roles: readonly string[]): CheckFunction {
  return roleCheck(roles, botRoleIds, BotMissingRoleError);
}

/** Lets a handler run only for members with one of these roles. */
export function RequireRole(...roles: readonly string[]): GuardDecorator {
  return guardDecorator('RequireRole', roles, () => ({ check: hasRole(...roles) }));
}

/** Lets a handler run only where the bot has one of these roles. */
export function RequireBotRole(...roles: readonly string[]): GuardDecorator {
  return guardDecorator('RequireBotRole', roles, () => ({ check: botHasRole(...roles) }));
}

function roleCheck(
  roles: readonly string[],
  current: (ctx: CheckContext) => readonly Snowflake[],
  Failure: new (roles: readonly string[]) => Error,
): CheckFunction {
  return (ctx) => {
    const { guildId } = ctx;
    if (guildId === undefined) throw new GuildOnlyError();
    const isWanted = roleMatcher(hostOf(ctx), guildId, roles);
    if (!current(ctx).some(isWanted)) throw new Failure(roles);
  };
}

function roleMatcher(
  host: ModelHost,
  guildId: Snowflake,
  roles: readonly string[],
): (id: Snowflake) => boolean {
  return (id) => {
    if (roles.includes(id)) return true;
    const name = host.records.role(guildId, id)?.name;
    return name !== undefined && roles.includes(name);
  };
}

function botRoleIds(ctx: CheckContext): readonly Snowflake[] {
  const host = hostOf(ctx);
  return ctx.guildId === undefined ? [] : (host.records.member(ctx.guildId, host.selfId)?.roles ?? []);
}

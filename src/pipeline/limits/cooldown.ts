import type { SettingKeys } from '../../errors/check-settings.js';
import { checkSettings } from '../../errors/check-settings.js';
import { CooldownError } from '../../errors/cooldown-error.js';
import type { Clock } from '../../utils/clock.js';
import type { CheckContext } from '../check-context.js';
import type { GuardDecorator } from '../guard-metadata.js';
import { guardDecorator } from '../guard-metadata.js';
import { bucketKey, bucketName } from './bucket.js';
import type { CooldownSettings } from './cooldown-settings.js';
import type { CooldownLimit, CooldownStore } from './cooldown-store.js';

/**
 * Lets a handler be used only so often; on a cog, each of its handlers on its own.
 *
 * A use is counted before options are read, so wrong values count too.
 *
 * @example
 * ```ts member
 * @SlashCommand('Rolls dice')
 * @Cooldown({ uses: 2, perMs: 10_000, by: 'member' })
 * roll(): string {
 *   return String(1 + Math.floor(Math.random() * 6));
 * }
 * ```
 */
export function Cooldown(settings: CooldownSettings): GuardDecorator;
export function Cooldown(settings: CooldownSettings, ...more: readonly unknown[]): GuardDecorator {
  return guardDecorator('Cooldown', [settings, ...more], () => {
    checkSettings(settings, cooldownKeys, '@Cooldown');
    return { cooldown: settings };
  });
}

const cooldownKeys: SettingKeys<CooldownLimit> & { readonly by: true; readonly limit: true } = {
  by: true,
  limit: true,
  perMs: true,
  uses: true,
  window: true,
};

/** Counts a use of the handler called `name`; throws when there were too many. */
export function compileCooldown(
  settings: CooldownSettings,
  name: string,
  store: CooldownStore,
  clock: Clock,
): (ctx: CheckContext) => Promise<void> {
  const by = settings.by ?? 'user';
  return async (ctx) => {
    const limit = 'limit' in settings ? await settings.limit(ctx) : settings;
    const key = limit && bucketKey(by, ctx);
    if (!limit || key === undefined) return;
    const retryAfterMs = await store.take(`${name}/${bucketName(by)}/${key}`, limit, timeOf(ctx, clock));
    if (retryAfterMs > 0) throw new CooldownError(retryAfterMs, limit.uses, limit.perMs, bucketName(by));
  };
}

/** When the handler was used: for a message, when it was sent or edited, so that a backlog is not punished. */
function timeOf({ message, interaction }: CheckContext, clock: Clock): number {
  if (interaction || !message) return clock.now();
  return (message.editedAt ?? message.createdAt).getTime();
}

import { ownerOfMethod, refuseBare } from '../../errors/decorator-site.js';
import type { HandlerDecorator } from '../../pipeline/handler-decorator.js';
import { commandMetadata } from '../command-metadata.js';
import type { EntryPointSettings } from '../command-settings.js';
import type { EntryPointContext } from './entry-point-context.js';

/**
 * Makes a method the command by which users launch the application's activity; an application has one.
 *
 * @example
 * ```ts member
 * @EntryPointCommand('launch')
 * async launch(ctx: EntryPointContext): Promise<void> {
 *   await ctx.launchActivity();
 * }
 * ```
 * @see https://docs.discord.com/developers/interactions/application-commands#entry-point-commands
 */
export function EntryPointCommand(
  settings: string | EntryPointSettings,
): HandlerDecorator<[ctx: EntryPointContext]>;
export function EntryPointCommand(
  settings: string | EntryPointSettings,
  ...more: readonly unknown[]
): HandlerDecorator<[ctx: EntryPointContext]> {
  refuseBare('EntryPointCommand', [settings, ...more], "EntryPointCommand('launch')");
  return (target, method, descriptor) => {
    commandMetadata.add(ownerOfMethod('EntryPointCommand', target, method, descriptor), {
      kind: 'entryPoint',
      method,
      settings: typeof settings === 'string' ? { name: settings } : settings,
    });
  };
}

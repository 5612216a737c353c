import { HelpText } from '../commands/prefix/help-text.js';
import { PrefixCommand } from '../commands/prefix/prefix-command.js';
import { PrefixCommandRegistry } from '../commands/prefix/prefix-command-registry.js';
import type { PrefixContext } from '../commands/prefix/prefix-context.js';
import { toPages } from '../commands/prefix/text-pages.js';
import { inject } from '../di/inject.js';
import { Cog } from './cog.js';

/**
 * Command `help` for prefix commands, generated from the classes that declare them.
 *
 * Its words come from the injected `HelpText`; register a subclass of it for others.
 *
 * @example
 * ```ts
 * new Bot({
 *   cogs: [Help, Moderation],
 *   prefix: '!',
 *   services: (container) => container.registerClass(HelpText, MyHelpText),
 * });
 * ```
 */
@Cog({ description: 'Tells what there is' })
export class Help {
  readonly #registry = inject(PrefixCommandRegistry);
  readonly #text = inject(HelpText);

  /** Lists all commands, or tells of the one that is named. */
  @PrefixCommand({ description: 'Tells what there is, or more about one command', usage: '[command]' })
  async help(ctx: PrefixContext): Promise<void> {
    const topic = ctx.invocation.rest.trim();
    for (const page of toPages(await this.#text.about(topic, ctx, this.#registry))) await ctx.reply(page);
  }
}

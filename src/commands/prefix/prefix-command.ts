import { ownerOfMethod, placeOf, refuseBare } from '../../errors/decorator-site.js';
import type { AnswerDecorator } from '../../pipeline/handler-decorator.js';
import type { OptionsClass } from '../../schema/compiled-option.js';
import type { OptionShape, OptionsOf } from '../../schema/option-descriptor.js';
import type { OptionsSource } from '../../schema/option-schema.js';
import { prefixSettings } from '../check-command-settings.js';
import { commandMetadata } from '../command-metadata.js';
import type { PrefixCommandSettings } from '../command-settings.js';
import type { PrefixContext } from './prefix-context.js';

/**
 * Makes a method a command that is typed in a message, after the bot's prefix or a mention of it.
 *
 * Words fill the options in the order of their declaration. The intent `MessageContent` is needed to see messages that
 * do not mention the bot.
 *
 * @example
 * ```ts member
 * @PrefixCommand('Rolls dice', DiceOptions, { aliases: ['r'] }) // !roll 20
 * roll(ctx: PrefixContext, { sides }: DiceOptions): string {
 *   return String(1 + Math.floor(Math.random() * sides));
 * }
 * ```
 */
export function PrefixCommand(
  description: string | PrefixCommandSettings,
): AnswerDecorator<[ctx: PrefixContext]>;
export function PrefixCommand<O extends object>(
  description: string | PrefixCommandSettings,
  options: OptionsClass<O>,
  settings?: PrefixCommandSettings,
): AnswerDecorator<[ctx: PrefixContext, options: O]>;
export function PrefixCommand<S extends OptionShape>(
  description: string | PrefixCommandSettings,
  options: S,
  settings?: PrefixCommandSettings,
): AnswerDecorator<[ctx: PrefixContext, options: OptionsOf<S>]>;
export function PrefixCommand(
  description: string | PrefixCommandSettings,
  options?: OptionsSource,
  settings: PrefixCommandSettings = {},
): AnswerDecorator<never[]> {
  refuseBare('PrefixCommand', [description, options], "PrefixCommand('What it does')");
  return (target, method, descriptor) => {
    commandMetadata.add(ownerOfMethod('PrefixCommand', target, method, descriptor), {
      kind: 'prefix',
      method,
      settings: prefixSettings(description, options, settings, placeOf(target, method)),
      options,
    });
  };
}

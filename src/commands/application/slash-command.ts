import { ownerOfMethod, placeOf, refuseBare } from '../../errors/decorator-site.js';
import type { AnswerDecorator } from '../../pipeline/handler-decorator.js';
import type { OptionsClass } from '../../schema/compiled-option.js';
import type { OptionShape, OptionsOf } from '../../schema/option-descriptor.js';
import type { OptionsSource } from '../../schema/option-schema.js';
import { slashSettings } from '../check-command-settings.js';
import { commandMetadata } from '../command-metadata.js';
import type { SlashCommandSettings } from '../command-settings.js';
import { withMore } from '../more-settings.js';
import type { SlashContext } from './slash-context.js';

/**
 * Makes a method a slash command.
 *
 * What it returns is the reply: a text, an embed, a view, a message. With options, the compiler refuses a method whose
 * second parameter is not what the options give.
 *
 * @example
 * ```ts member
 * @SlashCommand('Adds two numbers', AddOptions)
 * add(ctx: SlashContext, { a, b }: AddOptions): string {
 *   return `${a} + ${b} = ${a + b}`;
 * }
 *
 * @SlashCommand('Doubles a number', { n: Option.integer('The number') })
 * double(ctx: SlashContext, { n }: { n: number }): string {
 *   return String(n * 2);
 * }
 * ```
 * @see https://docs.discord.com/developers/interactions/application-commands#slash-commands
 */
export function SlashCommand(settings: string | SlashCommandSettings): AnswerDecorator<[ctx: SlashContext]>;
export function SlashCommand<O extends object>(
  settings: string | SlashCommandSettings,
  options: OptionsClass<O>,
  more?: Partial<SlashCommandSettings>,
): AnswerDecorator<[ctx: SlashContext, options: O]>;
export function SlashCommand<S extends OptionShape>(
  settings: string | SlashCommandSettings,
  options: S,
  more?: Partial<SlashCommandSettings>,
): AnswerDecorator<[ctx: SlashContext, options: OptionsOf<S>]>;
export function SlashCommand(
  settings: string | SlashCommandSettings,
  options?: OptionsSource,
  more?: Partial<SlashCommandSettings>,
): AnswerDecorator<never[]> {
  refuseBare('SlashCommand', [settings, options], "SlashCommand('What it does')");
  return (target, method, descriptor) => {
    const owner = ownerOfMethod('SlashCommand', target, method, descriptor);
    commandMetadata.add(owner, {
      kind: 'slash',
      method,
      settings: slashSettings(withMore(settings, more), options, placeOf(target, method)),
      options,
    });
  };
}

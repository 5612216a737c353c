import { ownerOfMethod, placeOf, refuseBare } from '../errors/decorator-site.js';
import type { AnswerDecorator } from '../pipeline/handler-decorator.js';
import type { OptionsClass } from '../schema/compiled-option.js';
import type { OptionShape, OptionsOf } from '../schema/option-descriptor.js';
import type { OptionsSource } from '../schema/option-schema.js';
import { hybridSettings } from './check-command-settings.js';
import { commandMetadata } from './command-metadata.js';
import type { HybridCommandSettings } from './command-settings.js';
import type { Context } from './context.js';
import { withMore } from './more-settings.js';

/**
 * Makes a method a slash command and a prefix command at once: one handler, one type of context.
 *
 * @example
 * ```ts member
 * @HybridCommand('Says hello', HelloOptions) // /hello name:Ada and !hello Ada
 * hello(ctx: Context, { name }: HelloOptions): string {
 *   return `Hello, ${name}!`;
 * }
 * ```
 */
export function HybridCommand(settings: string | HybridCommandSettings): AnswerDecorator<[ctx: Context]>;
export function HybridCommand<O extends object>(
  settings: string | HybridCommandSettings,
  options: OptionsClass<O>,
  more?: Partial<HybridCommandSettings>,
): AnswerDecorator<[ctx: Context, options: O]>;
export function HybridCommand<S extends OptionShape>(
  settings: string | HybridCommandSettings,
  options: S,
  more?: Partial<HybridCommandSettings>,
): AnswerDecorator<[ctx: Context, options: OptionsOf<S>]>;
export function HybridCommand(
  settings: string | HybridCommandSettings,
  options?: OptionsSource,
  more?: Partial<HybridCommandSettings>,
): AnswerDecorator<never[]> {
  refuseBare('HybridCommand', [settings, options], "HybridCommand('What it does')");
  return (target, method, descriptor) => {
    const owner = ownerOfMethod('HybridCommand', target, method, descriptor);
    const described = hybridSettings(withMore(settings, more), options, placeOf(target, method));
    commandMetadata.add(owner, { kind: 'slash', method, settings: described, options, isHybrid: true });
    commandMetadata.add(owner, { kind: 'prefix', method, settings: described, options, isHybrid: true });
  };
}

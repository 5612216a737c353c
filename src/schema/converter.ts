import type { ModelHost } from '../models/host.js';
import type { Message } from '../models/message.js';
import type { Awaitable, Snowflake } from '../types/type-tools.js';

/** Where a conversion happens: any context of a command. */
export interface ConversionContext {
  /** Bot that was asked, as models see it. */
  readonly host: ModelHost;
  /** Id of the guild; `undefined` in direct messages. */
  readonly guildId: Snowflake | undefined;
  /** Id of the channel. */
  readonly channelId: Snowflake | undefined;
  /** Message that was typed, where one was; it names those whom it mentions. */
  readonly message?: Message | undefined;
}

/** Makes a value from what the user typed; throws an `OptionValueError` (or any error) when it cannot. */
export interface Converter<V> {
  /** Makes the value. */
  convert(text: string, ctx: ConversionContext): Awaitable<V>;
}

/** Converter, or just its function. */
export type ConverterLike<V> = Converter<V> | ((text: string, ctx: ConversionContext) => Awaitable<V>);

/** Function form of either. */
export function converterFunction<V>(
  converter: ConverterLike<V>,
): (text: string, ctx: ConversionContext) => Awaitable<V> {
  return typeof converter === 'function' ? converter : (text, ctx) => converter.convert(text, ctx);
}

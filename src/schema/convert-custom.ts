import { OptionValueError } from '../errors/option-value-error.js';
import { UserFacingError } from '../errors/user-facing-error.js';
import { parseDurationMs } from '../utils/parse-duration.js';
import type { CompiledOption } from './compiled-option.js';
import type { ConversionContext } from './converter.js';
import { converterFunction } from './converter.js';

/**
 * Runs the converter of a `custom` option.
 *
 * @throws {OptionValueError} whose cause is what the converter threw, unless that was meant for the user itself.
 */
export async function convertCustom(
  option: CompiledOption,
  text: string,
  ctx: ConversionContext,
): Promise<unknown> {
  const { converter } = option.descriptor;
  if (!converter) return text;
  try {
    return await converterFunction(converter)(text, ctx);
  } catch (cause) {
    if (cause instanceof UserFacingError) throw cause;
    const reason = cause instanceof Error ? `: ${cause.message.replace(/\.$/, '')}` : '';
    throw new OptionValueError(`\`${option.name}\` cannot take "${text}"${reason}.`, option.name, text, {
      cause,
    });
  }
}

/** Milliseconds of a `duration` option. */
export function convertDuration(option: CompiledOption, text: string): number {
  const durationMs = parseDurationMs(text);
  if (durationMs !== undefined) return durationMs;
  throw new OptionValueError(
    `\`${option.name}\` takes a length of time such as 90s, 15m or 1h30m, not "${text}".`,
    option.name,
    text,
  );
}

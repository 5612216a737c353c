import { OptionValueError } from '../errors/option-value-error.js';
import type { OptionSchema } from './compiled-option.js';
import { hasValidatorRules } from './validator-limits.js';

/**
 * Runs class-validator's rules over filled options; does nothing, and loads nothing, for classes without any.
 *
 * @throws {OptionValueError} of the first option that breaks a rule, with the rule's own sentence.
 */
export async function validateOptions(schema: OptionSchema, values: object): Promise<void> {
  const { optionsClass } = schema;
  if (!optionsClass || !hasValidatorRules(optionsClass)) return;
  const { validate } = await import('class-validator');
  const [failure] = await validate(values, { skipMissingProperties: true });
  if (!failure) return;
  const option = schema.options.find(({ property }) => property === failure.property);
  const sentences = Object.values(failure.constraints ?? {}).join(', ');
  const name = option?.name ?? failure.property;
  throw new OptionValueError(`\`${name}\`: ${sentences || 'is not valid'}.`, name, failure.value);
}

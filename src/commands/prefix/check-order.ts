import { InvalidDefinitionError } from '../../errors/invalid-definition-error.js';
import type { CompiledOption } from '../../schema/compiled-option.js';

/**
 * Refuses an optional word before a required one: whoever leaves it out gives the next one in its place.
 *
 * @throws {InvalidDefinitionError} saying which to put first.
 */
export function checkOrder(options: readonly CompiledOption[], place: string): void {
  const typed = options.filter(({ descriptor }) => descriptor.kind !== 'attachment');
  const optional = typed.findIndex((option) => !option.isRequired && takesAnyWord(option));
  if (optional < 0) return;
  const required = typed.slice(optional).find(({ isRequired }) => isRequired);
  if (!required) return;
  const { name } = typed[optional]!;
  throw new InvalidDefinitionError(
    `words fill the options in their order, and the optional "${name}" stands before the required "${required.name}". ` +
      `Declare "${required.name}" first, or give "${name}" { skippable: true }`,
    place,
  );
}

/** Whether it keeps a word that was meant for the next option. */
function takesAnyWord({ descriptor: { settings } }: CompiledOption): boolean {
  return !settings.skippable && !settings.greedy;
}

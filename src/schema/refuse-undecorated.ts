import { InvalidDefinitionError } from '../errors/invalid-definition-error.js';

/**
 * Refuses a property that has neither a value nor a decorator: nothing would ever fill it, whatever its type promises.
 *
 * Fields are seen as the standard defines them, which compilers do for ES2022 and newer; for older targets a field without an
 * initialiser leaves no trace.
 *
 * @throws {InvalidDefinitionError} naming class and property.
 */
export function refuseUndecorated(
  instance: object,
  decorated: ReadonlySet<string>,
  { decorator, className }: { readonly decorator: string; readonly className: string },
): void {
  for (const [property, value] of Object.entries(instance)) {
    if (value !== undefined || decorated.has(property)) continue;
    throw new InvalidDefinitionError(
      `has no @${decorator} and no initialiser, so it would be undefined for ever; decorate it, initialise it, or take it away`,
      `${className}.${property}`,
    );
  }
}

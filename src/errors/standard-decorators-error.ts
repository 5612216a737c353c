import { CogworkError } from './cogwork-error.js';

/**
 * Decorators were compiled as the ones of the ECMAScript proposal, which know nothing of the class they stand in.
 *
 * Set `"experimentalDecorators": true` in the tsconfig.json that covers the file; tsx, esbuild and Bun read it from
 * there too.
 */
export class StandardDecoratorsError extends CogworkError {
  readonly code = 'STANDARD_DECORATORS';

  constructor(
    /** Name of the first decorator that ran. */
    readonly decorator: string,
    /** Member, or class, that it stands on. */
    readonly member: string,
  ) {
    super(
      `@${decorator} on "${member}" was compiled as a standard decorator. Set "experimentalDecorators": true under ` +
        '"compilerOptions" in the tsconfig.json whose "include" covers this file; tsx and esbuild read it from there too.',
    );
  }
}

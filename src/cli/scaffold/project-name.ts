import { isBuiltin } from 'node:module';
import { CommandLineError } from '../../errors/command-line-error.js';

const LONGEST = 214;
const REFUSED = new Set(['cogwork', 'node_modules', 'favicon.ico']);

/**
 * Checks a name of a package as npm does.
 *
 * @see https://docs.npmjs.com/cli/configuring-npm/package-json#name
 * @throws CommandLineError proposing a name that is valid.
 */
export function checkProjectName(name: string): void {
  const isValid = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/.test(name);
  if (isValid && name.length <= LONGEST && !REFUSED.has(name) && !isBuiltin(name)) return;
  const proposal = propose(name);
  throw new CommandLineError(
    `"${name}" cannot be the name of a package.`,
    `Names have lower-case letters, digits, dashes and dots, and are not taken by Node: ${proposal} would do.`,
  );
}

function propose(name: string): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, LONGEST - '-bot'.length);
  if (plain === '') return 'my-bot';
  return REFUSED.has(plain) || isBuiltin(plain) ? `${plain}-bot` : plain;
}

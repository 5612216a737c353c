import * as cogwork from 'cogwork';
import { transformSync } from 'esbuild';

/**
 * Runs a snippet as tsx would: compiled without any type check, with everything that the package exports at hand.
 *
 * Gives what it throws.
 */
export function refusalOf(source: string, settings: { readonly experimentalDecorators: boolean }): Error {
  const names = Object.keys(cogwork).join(', ');
  const tsconfigRaw = { compilerOptions: settings };
  const { code } = transformSync(source, { loader: 'ts', target: 'es2022', tsconfigRaw });
  try {
    new Function('cogwork', `const { ${names} } = cogwork;\n(() => {\n${code}\n})();`)(cogwork);
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was refused');
}

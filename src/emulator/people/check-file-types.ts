import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import { contentTypeOf } from '../world/upload.js';

/**
 * Refuses a file that Discord's client would not let through: types are endings such as `.png`, or `image`, `video` and
 * `audio`; only the name is looked at.
 */
export function checkFileTypes(what: string, types: readonly string[] | undefined, fileName: string): void {
  if (!types || types.length === 0) return;
  const name = fileName.toLowerCase();
  const [family] = contentTypeOf(name).split('/');
  if (types.some((type) => type === family || name.endsWith(type.toLowerCase()))) return;
  throw new InvalidInvocationError(
    `${what} takes files of the types ${types.join(', ')}, not "${fileName}".`,
  );
}

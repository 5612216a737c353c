import { createRequire } from 'node:module';
import { loadOpusCodec } from '../../../src/voice/opus/load-opus-codec.js';
import type { OpusCodec } from '../../../src/voice/opus/opus-codec.js';

/** Codec of one package, as if no other were installed. */
export function onlyCodec(name: string): OpusCodec {
  const require = createRequire(import.meta.url);
  const visible = (path: string): string => {
    if (path === name || path.startsWith(`${name}/`)) return path;
    throw new Error(`${path} is hidden here`);
  };
  const load = (path: string): unknown => require(visible(path));
  return loadOpusCodec(Object.assign(load, { resolve: (path: string) => require.resolve(visible(path)) }));
}

import type { Awaitable } from '../../types/type-tools.js';
import type { CheckContext } from '../check-context.js';
import type { Bucket } from './bucket.js';
import type { CooldownLimit } from './cooldown-store.js';

/** Settings of a cooldown; as a function, they are asked at each use, and `undefined` means no cooldown for it. */
export type CooldownSettings =
  | (CooldownLimit & { readonly by?: Bucket })
  | { readonly limit: (ctx: CheckContext) => Awaitable<CooldownLimit | undefined>; readonly by?: Bucket };

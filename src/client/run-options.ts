import type { FetchHandlerOptions } from '../interactions/http/fetch-handler.js';
import type { ServeOptions } from '../interactions/http/serve-fetch.js';
import type { KeysOf } from './known-keys.js';

/** How a bot runs as the whole program. */
export interface RunOptions {
  /** Where interactions come in over HTTP, instead of the gateway. */
  readonly serve?: ServeOptions & Partial<FetchHandlerOptions>;
  /** Token to log in with. @defaultValue that of the bot's options, else the environment's `DISCORD_TOKEN` */
  readonly token?: string;
}

export const runOptionKeys: KeysOf<RunOptions> = { serve: true, token: true };

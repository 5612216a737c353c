import { InvalidTokenError } from '../../errors/invalid-token-error.js';
import type { Snowflake } from '../../types/type-tools.js';
import { hashText } from '../../utils/hash-text.js';
import { Secret } from '../../utils/secret.js';
import type { Route } from './route.js';

/** Token of a client as requests need it; nothing prints it. */
export class Authorization {
  readonly #header: Secret | undefined;
  /** Token alone, for whoever keeps it from being shown. */
  readonly secret: Secret | undefined;
  /** Bot whose token it is; `undefined` for other tokens. */
  readonly botId: Snowflake | undefined;
  /** Whose limits requests count for: the bot's id, or a digest of the token. */
  readonly key: string;

  constructor(token: string | Secret | undefined, type: 'Bot' | 'Bearer') {
    const given: unknown = token instanceof Secret ? token.reveal() : token;
    if (given !== undefined && typeof given !== 'string') {
      throw new InvalidTokenError(
        `A token is a text, and ${given === null ? 'null' : `this is of the type ${typeof given}`}. Write new Rest(token, options), or ` +
          'new Rest(undefined, options) for requests that need none.',
      );
    }
    const text = given?.trim().replace(/^(Bot|Bearer)\s+/i, '');
    if (text !== undefined && !/^[\x21-\x7e]+$/.test(text)) {
      throw new InvalidTokenError(
        'The token is empty or holds characters no token has; copy it anew from the developer portal.',
      );
    }
    this.secret = text === undefined ? undefined : new Secret(text);
    this.#header = text === undefined ? undefined : new Secret(`${type} ${text}`);
    this.botId = text === undefined ? undefined : botIdOf(text);
    this.key = text === undefined ? 'none' : (this.botId ?? hashText(text));
  }

  /** Value of the `Authorization` header, `undefined` where none is sent. Throws when one is needed and missing. */
  headerFor(route: Route, isPublic: boolean): string | undefined {
    if (route.hasOwnToken) return undefined;
    if (this.#header) return this.#header.reveal();
    if (isPublic) return undefined;
    throw new InvalidTokenError(
      `${route} needs a token; pass it to new Rest(token) or call setToken(token) first.`,
    );
  }
}

/** A bot token's first part is the bot's id; resetting the token leaves it the same. */
function botIdOf(token: string): Snowflake | undefined {
  const id = Buffer.from(token.split('.', 1)[0]!, 'base64').toString('latin1');
  return /^\d{17,20}$/.test(id) ? id : undefined;
}

import { InvalidTokenError } from '../errors/invalid-token-error.js';
import type { Snowflake } from '../types/type-tools.js';
import { Secret } from '../utils/secret.js';

const WHERE_TOKENS_ARE =
  'Copy it from the "Bot" page of your application at https://discord.com/developers/applications.';

/**
 * Takes a bot token as people paste it (with blanks around it, or a leading `Bot `) and checks its form.
 *
 * A token is three parts of base64url joined by dots, the first being the bot's user id.
 *
 * @throws {InvalidTokenError} saying which part is wrong; the token itself is never in the message.
 */
export function readToken(given: string | undefined): Secret {
  const token = (given ?? '').trim().replace(/^Bot\s+/i, '');
  if (token === '') {
    throw new InvalidTokenError(
      `No bot token was given. Pass it to start(token), or set the environment variable DISCORD_TOKEN. ${WHERE_TOKENS_ARE}`,
    );
  }
  const problem = problemOf(token);
  if (problem) throw new InvalidTokenError(`This is not a bot token: ${problem}. ${WHERE_TOKENS_ARE}`);
  return new Secret(token);
}

/** Id of the bot to whom a token belongs: its first part. */
export function botIdOf(token: Secret): Snowflake {
  return Buffer.from(token.reveal().split('.')[0]!, 'base64url').toString('latin1');
}

function problemOf(token: string): string | undefined {
  if (/\s/.test(token)) return 'there is white space inside it';
  const parts = token.split('.');
  if (parts.length !== 3) {
    return `it has ${parts.length} part${parts.length === 1 ? '' : 's'} where a token has 3, joined by dots (is it the client secret or the public key?)`;
  }
  if (!parts.every((part) => /^[\w-]+=*$/.test(part))) return 'it has characters that no token has';
  if (!/^\d{15,20}$/.test(Buffer.from(parts[0]!, 'base64url').toString('latin1'))) {
    return 'its first part is not the id of a bot';
  }
  return undefined;
}

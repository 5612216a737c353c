import { describe, expect, test } from '@jest/globals';
import { readToken } from '../../src/client/read-token.js';
import { InvalidTokenError } from '../../src/errors/invalid-token-error.js';

const VALID = `${Buffer.from('1234567890123456789').toString('base64url')}.GaBcDe.abcdefghijklmnopqrstuvwxyz0123456789AB`;

function refusal(token: string | undefined): InvalidTokenError {
  try {
    readToken(token);
  } catch (error) {
    return error as InvalidTokenError;
  }
  throw new Error('the token was accepted');
}

describe('a token', () => {
  test('is taken as people paste it', () => {
    expect(readToken(VALID).reveal()).toBe(VALID);
    expect(readToken(`  Bot ${VALID}\n`).reveal()).toBe(VALID);
  });

  test('that is missing names the environment variable and the page to copy it from', () => {
    for (const missing of [undefined, '', '  ']) {
      const error = refusal(missing);
      expect(error).toBeInstanceOf(InvalidTokenError);
      expect(error.code).toBe('INVALID_TOKEN');
      expect(error.message).toContain('DISCORD_TOKEN');
      expect(error.message).toContain('https://discord.com/developers/applications');
    }
  });

  test.each([
    ['has one part', 'abcdefghijklmnopqrstuvwxyz', '1 part where'],
    ['has white space', VALID.replace('.', ' .'), 'white space'],
    ['has strange characters', VALID.replace('Ga', 'ä/'), 'characters'],
    ['does not begin with an id', `c2VjcmV0.${VALID.split('.').slice(1).join('.')}`, 'first part'],
  ])('that %s is refused with the reason, and never shown', (_what, token, reason) => {
    const { message } = refusal(token);
    expect(message).toContain(reason);
    expect(message).not.toContain(token.slice(0, 12));
  });
});

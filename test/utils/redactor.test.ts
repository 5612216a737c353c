/** Hides tokens wherever they stand: generated tokens of each kind, put into generated surroundings. */
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../src/utils/redactor.js';
import { Secret } from '../../src/utils/secret.js';
import { seededRandom } from '../gateway/support/seeded-random.js';

const ROUNDS = 150;
const random = seededRandom(20_260_801);
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function pick<T>(items: readonly T[]): T {
  return items[Math.floor(random() * items.length)]!;
}

function text(length: number): string {
  return Array.from({ length }, () => pick([...letters])).join('');
}

function snowflake(): string {
  return String(10n ** 17n + BigInt(Math.floor(random() * 1e9)) * 1_000_000_007n);
}

const botToken = (): string =>
  `${Buffer.from(snowflake()).toString('base64url')}.${text(6)}.${text(pick([27, 38]))}`;
const interactionToken = (): string =>
  Buffer.from(`interaction:${snowflake()}:${text(90)}`).toString('base64url');
const webhookToken = (): string => text(68);

/** Sentences and addresses that have a secret in them. */
const inText: Readonly<Record<string, () => readonly [secret: string, text: string]>> = {
  'a bot token in a sentence': () => wrap(botToken(), (token) => `kept: it is ${token}, they say`),
  'an interaction token in a sentence': () => wrap(interactionToken(), (token) => `kept "${token}"`),
  'an Authorization header': () => wrap(botToken(), (token) => `kept\r\nauthorization: Bot ${token}\r\n`),
  'a bearer token': () => wrap(text(30), (token) => `kept authorization=Bearer ${token}`),
  'credentials of an OAuth2 client': () =>
    wrap(Buffer.from(`${snowflake()}:${text(32)}`).toString('base64'), (it) => `kept Basic ${it}`),
  'an address of a webhook': () =>
    wrap(
      webhookToken(),
      (token) => `kept https://discord.com/api/webhooks/${snowflake()}/${token}?wait=true`,
    ),
  'an address of an interaction': () =>
    wrap(text(200), (token) => `kept POST /interactions/${snowflake()}/${token}/callback: 404`),
  'an escaped address of a webhook': () =>
    wrap(webhookToken(), (token) => `kept next=%2Fwebhooks%2F${snowflake()}%2F${token}%2Fslack`),
  'an Identify as JSON': () =>
    wrap(text(20), (token) => `kept ${JSON.stringify({ op: 2, d: { token, properties: {} } })}`),
  'JSON within JSON': () =>
    wrap(text(20), (token) => `kept ${JSON.stringify({ body: JSON.stringify({ access_token: token }) })}`),
  'a printed object': () => wrap(text(20), (token) => `kept ${inspect({ clientSecret: token })}`),
  'a form': () =>
    wrap(text(30), (token) => `kept grant_type=refresh_token&refresh_token=${token}&client_id=1`),
  'a proxy with a password': () => wrap(text(12), (word) => `kept http://user:${word}@proxy.example:8080/`),
};

function wrap(secret: string, around: (secret: string) => string): readonly [string, string] {
  return [secret, around(secret)];
}

class Holder {
  constructor(readonly content: unknown) {}
}

class JsonHolder {
  readonly #content: unknown;
  constructor(content: unknown) {
    this.#content = content;
  }
  toJSON(): unknown {
    return { content: this.#content };
  }
}

class ApiError extends Error {
  override readonly name = 'ApiError';
  constructor(
    message: string,
    readonly request: unknown,
  ) {
    super(message);
  }
}

/** Things that hold a text: the places in which a log line may have it. */
const around: readonly ((content: unknown) => unknown)[] = [
  (content) => ({ kept: 1, [pick(['note', 'url', 'customId', 'body'])]: content }),
  (content) => [1, 'kept', content],
  (content) => new Map([['kept', content]]),
  (content) => new Set(['kept', content]),
  (content) => new Holder(content),
  (content) => new JsonHolder(content),
  (content) => new Error(`kept ${textOf(content)}`),
  (content) => new ApiError('kept', content),
  (content) => new Error('kept', { cause: content }),
  (content) => new AggregateError([new TypeError(textOf(content)), new Error('kept')], 'kept'),
  (content) =>
    Object.assign(new Error('kept'), { stack: `Error: kept\n    at ${textOf(content)} (a.js:1:1)` }),
];

function textOf(content: unknown): string {
  return typeof content === 'string' ? content : inspect(content, { depth: 20 });
}

/** Everything that any logger could make of a value. */
function everyForm(value: unknown): string {
  const error = value as Partial<Error> | undefined;
  const json = JSON.stringify(value, (_key, part) =>
    part instanceof Error ? { ...part, message: part.message, stack: part.stack, cause: part.cause } : part,
  );
  return [json, inspect(value, { depth: 20, showHidden: true }), error?.stack, String(value)].join('\n');
}

describe('a secret', () => {
  test.each(Object.entries(inText))('is hidden in %s, and the rest of the text is kept', (_name, make) => {
    for (let round = 0; round < ROUNDS; round++) {
      const [secret, given] = make();
      const shown = new Redactor().text(given);
      expect(shown).not.toContain(secret);
      expect(shown).toContain('kept');
      expect(new Redactor().text(shown)).toBe(shown);
    }
  });

  test.each(Object.entries(inText))('is hidden at any depth of anything, as in %s', (_name, make) => {
    for (let round = 0; round < ROUNDS; round++) {
      const [secret, given] = make();
      let value: unknown = given;
      const depth = 1 + Math.floor(random() * 4);
      for (let level = 0; level < depth; level++) value = pick(around)(value);
      const before = everyForm(value);
      const shown = everyForm(new Redactor().value(value));
      expect(shown).not.toContain(secret);
      expect(shown).toContain('kept');
      expect(everyForm(value)).toBe(before);
    }
  });

  test('under a telling name is hidden whatever it looks like', () => {
    const names = ['token', 'Authorization', 'access_token', 'client_secret', 'clientSecret', 'password'];
    for (let round = 0; round < ROUNDS; round++) {
      const secret = text(10);
      const deep = { list: [{ [pick(names)]: secret, kept: true }], map: new Map([[pick(names), secret]]) };
      const shown = everyForm(new Redactor().value(deep));
      expect(shown).not.toContain(secret);
      expect(shown).toContain('kept');
    }
    expect(new Redactor().value({ secret_key: [1, 2, 3], token: undefined })).toEqual({
      secret_key: '[secret]',
      token: undefined,
    });
  });

  test('that the redactor was told of is hidden in every text, and in URLs', () => {
    const redactor = new Redactor();
    redactor.hide(new Secret('no usual form'));
    expect(redactor.text('it is "no usual form"')).toBe('it is "[secret]"');
    expect(String(redactor.value(new URL(`https://a.example/?q=${botToken()}`)))).toBe(
      'https://a.example/?q=[secret]',
    );
  });
});

describe('what holds no secret', () => {
  test('is given back as it is: the same error, the same object', () => {
    const error = new ApiError('Missing permissions', { path: '/webhooks/123456789012345678/:token' });
    const fields = {
      error,
      ids: ['123456789012345678'],
      at: new Date(0),
      url: new URL('https://discord.com'),
    };
    expect(new Redactor().value(fields)).toBe(fields);
  });

  test('is not mistaken for one', () => {
    const harmless = [
      'This is not a bot token: it has 2 parts where a token has 3',
      'Bot 123456789012345678 was added by Bearer of news',
      'https://discord.com/developers/applications',
      'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'POST /webhooks/123456789012345678/:token: 404 Unknown Webhook (code 10015)',
      'GET /channels/123456789012345678/messages/223456789012345678',
    ];
    for (const each of harmless) expect(new Redactor().text(each)).toBe(each);
  });

  test('stays an error of its class when something in it is hidden', () => {
    const shown = new Redactor().value(new ApiError(`kept ${botToken()}`, undefined));
    expect(shown).toBeInstanceOf(ApiError);
    expect(shown.message).toBe('kept [secret]');
    expect(shown.stack).toContain('redactor.test');
  });

  test('is cut where it is a circle, deep without end or larger than anybody reads', () => {
    const circle: Record<string, unknown> = { name: 'kept' };
    circle['self'] = circle;
    expect(new Redactor().value(circle)).toEqual({ name: 'kept', self: '[…]' });
    let deep: unknown = { token: 'abc' };
    for (let level = 0; level < 10_000; level++) deep = { deep };
    expect(JSON.stringify(new Redactor().value(deep)).length).toBeLessThan(200);
    const wide = Array.from({ length: 10_000 }, (_, index) => ({ index }));
    expect(new Redactor().value(wide).at(-1)).toBe('[…]');
  });

  test('is read carefully: a getter that throws is left out', () => {
    const value = {
      token: botToken(),
      kept: true,
      get broken(): string {
        throw new Error('no');
      },
    };
    const { token, kept } = new Redactor().value(value);
    expect({ token, kept }).toEqual({ token: '[secret]', kept: true });
  });
});

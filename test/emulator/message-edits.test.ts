import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { EmulatedChannel } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import { RawBot } from './raw-bot.js';

const V2 = 1 << 15;

let discord: Emulator;
let general: EmulatedChannel;
let bot: RawBot;

beforeEach(async () => {
  discord = new Emulator();
  const account = discord.createBot({ name: 'bot' });
  general = discord.createGuild({ members: [account] }).channel('general');
  bot = await RawBot.create(discord, account);
});

afterEach(async () => {
  expect(discord.crashes).toEqual([]);
  await discord.close();
});

interface Sent {
  readonly id: string;
  readonly content: string;
  readonly attachments: { readonly id: string; readonly filename: string }[];
  readonly components: Record<string, unknown>[];
}

async function write(body: object, names: readonly string[] = [], edited = ''): Promise<Sent> {
  const answer = await tryToWrite(body, names, edited);
  expect(answer).toMatchObject({ status: 200 });
  return answer.body as unknown as Sent;
}

function tryToWrite(body: object, names: readonly string[] = [], edited = '') {
  const form = new FormData();
  form.set('payload_json', JSON.stringify(body));
  names.forEach((name, index) => {
    form.set(`files[${index}]`, new Blob([name]), name);
  });
  const path = `/channels/${general.id}/messages${edited && `/${edited}`}`;
  return bot.rest(edited ? 'PATCH' : 'POST', path, form);
}

function namesOf({ attachments }: Sent): string[] {
  return attachments.map(({ filename }) => filename);
}

describe('attachments of an edited message', () => {
  it('stay when the edit does not mention them, and new files are added', async () => {
    const sent = await write({ content: 'x' }, ['a.txt']);
    expect(namesOf(await write({ content: 'y' }, [], sent.id))).toEqual(['a.txt']);
    expect(namesOf(await write({}, ['b.txt'], sent.id))).toEqual(['a.txt', 'b.txt']);
  });

  it('are those that the edit lists, old and new', async () => {
    const sent = await write({ content: 'x' }, ['a.txt', 'b.txt']);
    const [first] = sent.attachments;
    const attachments = [{ id: first!.id }, { id: 0 }];
    expect(namesOf(await write({ attachments }, ['c.txt'], sent.id))).toEqual(['a.txt', 'c.txt']);
    expect(namesOf(await write({ attachments: [] }, [], sent.id))).toEqual([]);
  });

  it('cannot be listed when they are not there', async () => {
    const sent = await write({ content: 'x' }, ['a.txt']);
    const { body } = await tryToWrite({ attachments: [{ id: '123' }] }, [], sent.id);
    expect(body).toMatchObject({
      errors: { attachments: { _errors: [{ code: 'ATTACHMENT_NOT_FOUND' }] } },
    });
  });
});

describe('files in components', () => {
  const gallery = (url: string) => ({ type: 12, items: [{ media: { url } }] });

  it('are shown by their name', async () => {
    const file = { type: 13, file: { url: 'attachment://a.txt' } };
    const components = [{ type: 17, components: [gallery('attachment://a.txt'), file] }];
    const { attachments, ...sent } = await write({ flags: V2, components }, ['a.txt']);
    const [{ components: inner }] = sent.components as [{ components: Record<string, never>[] }];
    const address = expect.stringContaining(attachments[0]!.id);
    expect(inner).toEqual([
      expect.objectContaining({
        items: [expect.objectContaining({ media: expect.objectContaining({ url: address }) })],
      }),
      expect.objectContaining({ name: 'a.txt', size: 5, file: expect.objectContaining({ url: address }) }),
    ]);
  });

  it('have to be files of the message', async () => {
    const missing = await tryToWrite({ flags: V2, components: [gallery('attachment://b.txt')] }, ['a.txt']);
    expect(JSON.stringify(missing.body)).toContain('UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND');
    const elsewhere = { type: 13, file: { url: 'https://example.com/a.txt' } };
    const refused = await tryToWrite({ flags: V2, components: [elsewhere] });
    expect(JSON.stringify(refused.body)).toContain('Only attachment://');
  });

  it('are found among those that an edit keeps', async () => {
    const sent = await write({ flags: V2, components: [gallery('attachment://a.txt')] }, ['a.txt']);
    await write({ components: [gallery('attachment://a.txt')] }, [], sent.id);
    const removed = { components: [gallery('attachment://a.txt')], attachments: [] };
    expect(await tryToWrite(removed, [], sent.id)).toMatchObject({ status: 400 });
  });
});

describe('a message that turns into components alone', () => {
  const components = [{ type: 10, content: 'new' }];

  it('has to give up its text and embeds', async () => {
    const { id } = await write({ content: 'old', embeds: [{ title: 'old' }] });
    const { body } = await tryToWrite({ flags: V2, components }, [], id);
    const refusal = { _errors: [{ code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2' }] };
    expect(body).toMatchObject({ errors: { content: refusal, embeds: refusal } });
    const turned = await write({ flags: V2, components, content: null, embeds: [] }, [], id);
    expect(turned).toMatchObject({ content: '', embeds: [], flags: V2 });
  });

  it('does not turn back', async () => {
    const { id } = await write({ flags: V2, components });
    expect(await write({ flags: 0, components }, [], id)).toMatchObject({ flags: V2 });
    expect(await tryToWrite({ content: 'text', components: [] }, [], id)).toMatchObject({ status: 400 });
  });
});

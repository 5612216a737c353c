import { request } from 'undici';
import type { EmulatedBot, EmulatedGuild, Emulator, Person } from '../../../src/emulator/index.js';

/** Response that came, with the request it came to. */
export interface DrivenResponse {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** Hears of every response. */
export type ResponseListener = (response: DrivenResponse) => void;

/** Body of an answer. */
export type Body = Record<string, unknown>;
/** Makes a request as the bot, or with another `Authorization`. */
export type Call = (method: string, path: string, body?: unknown, authorization?: string) => Promise<Body>;

/** What the parts of the drive act on. */
export interface Scene {
  readonly discord: Emulator;
  readonly account: EmulatedBot;
  readonly people: Readonly<Record<'owner' | 'alice' | 'bob', Person>>;
  readonly place: EmulatedGuild;
  readonly call: Call;
  readonly guild: string;
  readonly general: string;
  readonly alice: string;
  readonly bob: string;
  readonly bot: string;
}

/** Makes the world in which everything is driven. */
export async function makeScene(discord: Emulator, listen: ResponseListener): Promise<Scene> {
  const people = {
    owner: discord.createUser('Owner'),
    alice: discord.createUser('Alice'),
    bob: discord.createUser('Bob'),
  };
  const account = discord.createBot({ name: 'driver' });
  const place = discord.createGuild({
    owner: people.owner,
    members: [account, people.alice, people.bob],
    channels: ['general'],
  });
  const top = place.roles.find(({ tags }) => tags?.bot_id === account.id)!;
  place.createRole('low');
  discord.world.guilds.get(place.id)!.roles.get(top.id)!.position = 50;
  return {
    discord,
    account,
    people,
    place,
    call: await makeCall(discord, `Bot ${account.token}`, listen),
    guild: place.id,
    general: place.channel('general').id,
    alice: people.alice.id,
    bob: people.bob.id,
    bot: account.id,
  };
}

async function makeCall(discord: Emulator, own: string, listen: ResponseListener): Promise<Call> {
  const dispatcher = await discord.dispatcher();
  return async (method, path, body, authorization = own) => {
    const isForm = body instanceof FormData;
    const isJson = body !== undefined && !isForm;
    const response = await request(`${discord.apiUrl}${path}`, {
      method: method as 'GET',
      dispatcher,
      headers: {
        authorization,
        'user-agent': 'DiscordBot (https://example.com, 1.0)',
        ...(isJson ? { 'content-type': 'application/json' } : {}),
      },
      ...(body === undefined ? {} : { body: isForm ? (body as never) : JSON.stringify(body) }),
    });
    const text = await response.body.text();
    const contentType = String(response.headers['content-type'] ?? '');
    listen({ method, path: path.split('?')[0]!, status: response.statusCode, contentType, body: text });
    return text !== '' && contentType.startsWith('application/json') ? (JSON.parse(text) as Body) : {};
  };
}

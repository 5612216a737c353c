/** Where documented payloads are tried: an emulated guild in which the things that they name exist. */
import { inflateSync } from 'node:zlib';
import { GatewayIntentBits } from 'discord-api-types/v10';
import type { Dispatcher } from 'undici';
import { FormData, request } from 'undici';
import type { EmulatedBot, EmulatedChannel, EmulatedGuild, Person } from '../../src/emulator/index.js';
import { Emulator } from '../../src/emulator/index.js';
import type { Socket } from '../../src/utils/socket-factory.js';

/** JSON object of a request or an answer. */
export type Body = Readonly<Record<string, unknown>>;

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const ALL_INTENTS = Object.values(GatewayIntentBits).reduce<number>(
  (all, bit) => (typeof bit === 'number' ? all | bit : all),
  0,
);
const IDENTIFY = { intents: 0, properties: { os: 'linux', browser: 'trial', device: 'trial' } };

/** Emulator with a guild, a bot and the means to send anything as that bot. */
export class PayloadStage {
  readonly #discord: Emulator;
  readonly #account: EmulatedBot;
  readonly #dispatcher: Dispatcher;
  readonly #alice: Person;
  readonly #guild: EmulatedGuild;
  readonly #general: EmulatedChannel;
  /** What stands in for ids and other values that are written in the payloads. */
  readonly #standIns = new Map<string, string>();
  #forumId = '';

  private constructor(discord: Emulator, dispatcher: Dispatcher) {
    this.#discord = discord;
    this.#dispatcher = dispatcher;
    this.#alice = discord.createUser('alice');
    this.#account = discord.createBot({ name: 'trial' });
    this.#guild = discord.createGuild({ members: [this.#alice, this.#account], channels: ['general'] });
    this.#general = this.#guild.channel('general');
  }

  static async open(): Promise<PayloadStage> {
    const discord = new Emulator();
    const stage = new PayloadStage(discord, await discord.dispatcher());
    await stage.#furnish();
    return stage;
  }

  close(): Promise<void> {
    return this.#discord.close();
  }

  /** Puts what exists here in the place of what a payload names. */
  adapt(json: string): string {
    let adapted = json;
    for (const [written, standIn] of this.#standIns) adapted = adapted.replaceAll(written, standIn);
    return adapted;
  }

  get paths(): Readonly<Record<'application' | 'channel' | 'forum' | 'guild', string>> {
    return {
      application: `/applications/${this.#account.id}`,
      channel: `/channels/${this.#general.id}`,
      forum: `/channels/${this.#forumId}`,
      guild: `/guilds/${this.#guild.id}`,
    };
  }

  /** Sends a body, with the files that it refers to; gives `accepted` or the error code and its place. */
  async send(method: 'POST' | 'PATCH' | 'PUT', path: string, body: unknown): Promise<string> {
    const { outcome } = await this.#send(method, path, body);
    return outcome;
  }

  /** Makes something of the bot's, and gives its id. */
  async make(path: string, body: unknown): Promise<string> {
    const { outcome, answer } = await this.#send('POST', path, body);
    if (outcome !== 'accepted') throw new Error(`POST ${path} gives ${outcome}: ${JSON.stringify(answer)}`);
    return String((answer as { id?: string }).id);
  }

  /** Answers a new interaction of somebody's with this callback. */
  async answerInteraction(callback: unknown): Promise<string> {
    const name = 'trial';
    await this.#send('POST', `${this.paths.application}/commands`, { name, description: 'Trial' });
    let outcome: Promise<string> | undefined;
    const socket = await this.#connect((frame) => {
      if (frame['t'] !== 'INTERACTION_CREATE') return;
      const { id, token } = frame['d'] as Body;
      outcome = this.send('POST', `/interactions/${id}/${token}/callback`, callback);
    });
    socket.send(JSON.stringify({ op: 2, d: { ...IDENTIFY, token: this.#account.token } }));
    await this.#discord.settle();
    await this.#alice.slash(this.#general, name).catch(() => undefined);
    socket.close(1000);
    await this.#discord.settle();
    return (await outcome) ?? 'no interaction';
  }

  /** Sends a gateway payload on a connection of its own; gives what the gateway answers. */
  async sendToGateway(payload: Body): Promise<string> {
    const heard: string[] = [];
    const socket = await this.#connect(
      (frame) => heard.push(String(frame['t'] ?? `op ${frame['op']}`)),
      (code) => heard.push(`closed with ${code}`),
    );
    if (payload['op'] !== 2 && payload['op'] !== 6) {
      const d = { ...IDENTIFY, intents: ALL_INTENTS, token: this.#account.token };
      socket.send(JSON.stringify({ op: 2, d }));
      await this.#discord.settle();
    }
    heard.length = 0;
    socket.send(JSON.stringify(payload));
    await this.#discord.settle();
    const [answer = 'silence'] = heard;
    socket.close(1000);
    await this.#discord.settle();
    return answer;
  }

  async #furnish(): Promise<void> {
    const { channel, guild } = this.paths;
    const image = `data:image/png;base64,${PNG.toString('base64')}`;
    const emojiId = await this.make(`${guild}/emojis`, { name: 'minn', image });
    const messageId = await this.make(`${channel}/messages`, { content: 'There' });
    const voice = this.#guild.createChannel({ name: 'Voice', type: 2 });
    const role = this.#guild.createRole('Trial');
    this.#forumId = await this.make(`${guild}/channels`, {
      name: 'forum',
      type: 15,
      available_tags: [{ name: 'Tag' }],
    });
    const forum = this.#guild.channels.find(({ id }) => id === this.#forumId)!;
    const [tag] = forum.data.available_tags ?? [];
    const standIns: Readonly<Record<string, string>> = {
      '821355005788684298': emojiId,
      '"2047068418989240485"': `"${messageId}"`,
      '[\n        2047068418989240485\n    ]': `["${tag?.id}"]`,
      '[ 2047068418989240485 ]': `["${tag?.id}"]`,
      '"125227483518861312"': `"${this.#general.id}"`,
      '"1234567890"': `"${this.#general.id}"`,
      '150203841827045376': this.#alice.id,
      '127121515262115840': voice.id,
      '41771983423143937': this.#guild.id,
      '41771983444115456': this.#guild.id,
      '613425648685547541': this.#guild.id,
      '847184799365857999': this.#alice.id,
      '999184799365857331': role.id,
      my_token: this.#account.token,
      randomstring: this.#account.token,
      '"[MASKED]"': `"${image}"`,
      'data:image/jpeg;base64,AQID': image,
    };
    for (const [written, standIn] of Object.entries(standIns)) this.#standIns.set(written, standIn);
  }

  async #send(
    method: 'POST' | 'PATCH' | 'PUT',
    path: string,
    body: unknown,
  ): Promise<{ outcome: string; answer: unknown }> {
    const json = typeof body === 'string' ? body : JSON.stringify(body);
    const files = filesIn(json);
    const response = await request(`${this.#discord.apiUrl}${path}`, {
      method,
      dispatcher: this.#dispatcher,
      headers: {
        authorization: `Bot ${this.#account.token}`,
        'user-agent': 'DiscordBot (https://example.com, 1.0)',
        ...(files.length > 0 ? {} : { 'content-type': 'application/json' }),
      },
      body: files.length > 0 ? withFiles(json, files) : json,
    });
    const text = await response.body.text();
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    return { outcome: response.statusCode < 400 ? 'accepted' : failureOf(answer as Body), answer };
  }

  async #connect(onFrame: (frame: Body) => void, onClose?: (code: number) => void): Promise<Socket> {
    const socket = this.#discord.sockets.open(`${this.#discord.gatewayUrl}/?v=10&encoding=json`, {
      onOpen: () => {},
      onMessage: (data) => {
        // Payload compression, which an identify may ask for, begins with 0x78.
        const json = data[0] === 0x78 ? inflateSync(data) : data;
        onFrame(JSON.parse(json.toString('utf8')) as Body);
      },
      onClose: (code) => onClose?.(code),
      onError: () => {},
    });
    await this.#discord.settle();
    return socket;
  }
}

/** Names of the files that a body wants to see uploaded. */
function filesIn(json: string): string[] {
  const found = [...json.matchAll(/"attachment:\/\/([^"]+)"|"filename"\s*:\s*"([^"]+)"/g)];
  return [...new Set(found.map(([, shown, named]) => shown ?? named ?? ''))];
}

function withFiles(json: string, files: readonly string[]): FormData {
  const form = new FormData();
  form.set('payload_json', json);
  for (const [index, name] of files.entries()) form.set(`files[${index}]`, new Blob([PNG]), name);
  return form;
}

/** Code of an error, and the first place that it complains about. */
function failureOf({ code, errors }: Body): string {
  const place: string[] = [];
  for (let at = errors as Body | undefined; at && !('_errors' in at); ) {
    const [key] = Object.keys(at);
    if (key === undefined) break;
    place.push(key);
    at = at[key] as Body;
  }
  return [code, place.join('.')].filter((part) => part !== '').join(' ');
}

import type { Dispatcher } from 'undici';
import { request } from 'undici';
import type { EmulatedBot, Emulator } from '../../src/emulator/index.js';
import type { Socket } from '../../src/utils/socket-factory.js';

/** Dispatch as a bot receives it. */
export interface Frame {
  readonly op: number;
  readonly t: string | null;
  readonly s: number | null;
  readonly d: Record<string, unknown>;
}

/** Answer to a request. */
export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Record<string, unknown>;
}

/** Bot without a library: it speaks the wire by hand, so that the emulator is tested by nothing but itself. */
export class RawBot {
  readonly frames: Frame[] = [];
  readonly closes: number[] = [];
  readonly #discord: Emulator;
  readonly #bot: EmulatedBot;
  readonly #dispatcher: Dispatcher;
  readonly #handlers: ((frame: Frame) => void | Promise<void>)[] = [];
  #socket: Socket | undefined;

  constructor(discord: Emulator, bot: EmulatedBot, dispatcher: Dispatcher) {
    this.#discord = discord;
    this.#bot = bot;
    this.#dispatcher = dispatcher;
  }

  static async create(discord: Emulator, bot: EmulatedBot): Promise<RawBot> {
    return new RawBot(discord, bot, await discord.dispatcher());
  }

  /** Opens a connection; with `query` as the part behind the question mark. */
  async connect(query = 'v=10&encoding=json'): Promise<void> {
    this.#socket = this.#discord.sockets.open(`${this.#discord.gatewayUrl}/?${query}`, {
      onOpen: () => {},
      onMessage: (data) => {
        const frame = JSON.parse(data.toString('utf8')) as Frame;
        this.frames.push(frame);
        for (const handler of this.#handlers) void handler(frame);
      },
      onClose: (code) => this.closes.push(code),
      onError: () => {},
    });
    await this.#discord.settle();
  }

  async identify(intents: number, extra: Record<string, unknown> = {}): Promise<void> {
    const d = {
      token: this.#bot.token,
      intents,
      properties: { os: 'linux', browser: 'raw', device: 'raw' },
      ...extra,
    };
    await this.send(2, d);
  }

  /** Connects and identifies. */
  async start(intents: number): Promise<void> {
    await this.connect();
    await this.identify(intents);
  }

  async send(op: number, d: unknown): Promise<void> {
    this.#socket!.send(JSON.stringify({ op, d }));
    await this.#discord.settle();
  }

  sendRaw(text: string): void {
    this.#socket!.send(text);
  }

  close(code: number): void {
    this.#socket!.close(code);
  }

  terminate(): void {
    this.#socket!.terminate();
  }

  /** Calls the handler for every dispatch of that name. */
  on(name: string, handler: (data: Frame['d']) => unknown): void {
    this.#handlers.push(async (frame) => {
      if (frame.t === name) await handler(frame.d);
    });
  }

  /** Payloads of all dispatches of a name so far. */
  heard(name: string): Frame['d'][] {
    return this.frames.filter(({ t }) => t === name).map(({ d }) => d);
  }

  get names(): string[] {
    return this.frames.flatMap(({ t }) => (t === null ? [] : [t]));
  }

  get lastSeq(): number {
    return Math.max(0, ...this.frames.map(({ s }) => s ?? 0));
  }

  async rest(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const isForm = body instanceof FormData;
    const response = await request(`${this.#discord.apiUrl}${path}`, {
      method: method as Dispatcher.HttpMethod,
      dispatcher: this.#dispatcher,
      headers: {
        authorization: `Bot ${this.#bot.token}`,
        'user-agent': 'DiscordBot (https://example.com, 1.0)',
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? (body as never) : JSON.stringify(body) }),
    });
    const text = await response.body.text();
    return {
      status: response.statusCode,
      headers: response.headers,
      body: (text === '' ? {} : JSON.parse(text)) as Answer['body'],
    };
  }

  /** Answers an interaction. */
  respond(interaction: Frame['d'], type: number, data?: unknown): Promise<Answer> {
    const path = `/interactions/${interaction['id']}/${interaction['token']}/callback`;
    return this.rest('POST', path, { type, ...(data === undefined ? {} : { data }) });
  }
}

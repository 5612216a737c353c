import type {
  APIInteraction,
  APIInteractionResponse,
  APIMessage,
  APIMessageComponentInteraction,
} from 'discord-api-types/v10';
import { VirtualClock } from '../../../src/emulator/clock/virtual-clock.js';
import { Interaction } from '../../../src/interactions/interaction.js';
import { BotModelHost } from '../../../src/models/bot-model-host.js';
import type { RecordSource } from '../../../src/models/host.js';
import type { Rest } from '../../../src/rest/rest.js';

/** One request that would have gone to Discord. */
export interface SentRequest {
  readonly method: string;
  readonly id: string;
  readonly body: Record<string, unknown>;
}

type WireMessage = Omit<APIMessage, 'components'> & {
  components: { components: Record<string, unknown>[] }[];
};

/** As much of Discord as answers to interactions need: it keeps messages, and writes down what it is asked. */
export class FakeDiscord {
  readonly clock = new VirtualClock();
  readonly requests: SentRequest[] = [];
  readonly messages = new Map<string, WireMessage>();
  /** Error that the next request fails with. */
  failNext: Error | undefined;
  readonly host: BotModelHost;
  readonly #originals = new Map<string, string>();
  #lastId = 1000;

  constructor() {
    const rest = { interactions: this.#interactions(), channels: this.#channels() } as unknown as Rest;
    this.host = new BotModelHost({ clock: this.clock, records: emptyRecords, rest });
    this.host.identify('900', '901');
  }

  /** Interaction of a slash command, without any data of its own. */
  slash(): Interaction {
    return this.receive({ type: 2, data: { id: '1', name: 'test', type: 1 } });
  }

  /** Press on a component of a message, found by label or custom id; or any custom id. */
  press(message: { readonly id: string }, what: string, more: object = {}): Interaction {
    const component = this.components(message.id).find((one) => one.label === what || one.custom_id === what);
    const data = { component_type: component?.type ?? 2, custom_id: component?.custom_id ?? what, ...more };
    const shown = structuredClone(this.messages.get(message.id) ?? message);
    return this.receive({ type: 3, data, message: shown });
  }

  receive(part: object): Interaction {
    const id = this.#nextId();
    const payload = {
      id,
      application_id: '901',
      token: `token-${id}`,
      version: 1,
      locale: 'en-US',
      entitlements: [],
      channel: { id: '55', type: 0 },
      member: undefined,
      user: { id: '77', username: 'alice', discriminator: '0', avatar: null, global_name: null },
      ...part,
    } as unknown as APIInteraction;
    const source = (payload as APIMessageComponentInteraction).message;
    if (source) this.#originals.set(payload.token, source.id);
    return Interaction.of(this.host, payload, this.clock.now());
  }

  message(id: string): WireMessage {
    return this.messages.get(id)!;
  }

  get lastMessage(): WireMessage {
    return [...this.messages.values()].at(-1)!;
  }

  components(id: string): Record<string, unknown>[] {
    return (this.messages.get(id)?.components ?? []).flatMap((row) => row.components ?? [row]);
  }

  /** What was asked, in short: `callback 4`, `editOriginal`, `followup`. */
  get asked(): string[] {
    return this.requests.map(({ method, body }) =>
      method === 'callback' ? `callback ${String(body.type)}` : method,
    );
  }

  post(body: object, flags = 0): WireMessage {
    const message = {
      id: this.#nextId(),
      channel_id: '55',
      content: '',
      components: [],
      embeds: [],
      author: { id: '900', username: 'bot', discriminator: '0', avatar: null, global_name: null },
      flags,
      ...body,
    } as unknown as WireMessage;
    this.messages.set(message.id, message);
    return message;
  }

  #interactions() {
    return {
      createResponse: (id: string, token: string, response: APIInteractionResponse) =>
        this.#note('callback', id, response, () => this.#answer(token, response)),
      getOriginalResponse: (_app: string, token: string) =>
        this.#note('getOriginal', token, {}, () => this.message(this.#originals.get(token)!)),
      editOriginalResponse: (_app: string, token: string, body: object) =>
        this.#note('editOriginal', token, body, () => this.#edit(this.#originals.get(token)!, body)),
      deleteOriginalResponse: (_app: string, token: string) =>
        this.#note('deleteOriginal', token, {}, () => void this.messages.delete(this.#originals.get(token)!)),
      createFollowup: (_app: string, token: string, body: { flags?: number }) =>
        this.#note('followup', token, body, () => this.post(body, body.flags)),
      editFollowup: (_app: string, _token: string, id: string, body: object) =>
        this.#note('editFollowup', id, body, () => this.#edit(id, body)),
    };
  }

  #channels() {
    return {
      createMessage: (_channel: string, body: object) =>
        this.#note('createMessage', '55', body, () => this.post(body)),
      editMessage: (_channel: string, id: string, body: object) =>
        this.#note('editMessage', id, body, () => this.#edit(id, body)),
    };
  }

  async #note<T>(method: string, id: string, body: object, effect: () => T): Promise<T> {
    this.requests.push({ method, id, body: body as Record<string, unknown> });
    await Promise.resolve();
    const { failNext } = this;
    this.failNext = undefined;
    if (failNext) throw failNext;
    return effect();
  }

  #answer(token: string, response: APIInteractionResponse): object | undefined {
    const data = ('data' in response ? response.data : {}) as { flags?: number };
    if (response.type === 4 || response.type === 5) {
      const message = this.post(data, data?.flags);
      this.#originals.set(token, message.id);
      return { resource: { type: response.type, message } };
    }
    if (response.type === 7) this.#edit(this.#originals.get(token)!, data);
    return undefined;
  }

  #edit(id: string, body: object): WireMessage {
    const edited = { ...this.message(id), ...body };
    this.messages.set(id, edited);
    return edited;
  }

  #nextId(): string {
    this.#lastId += 1;
    return `1${String(this.#lastId).padStart(17, '0')}`;
  }
}

const emptyRecords: RecordSource = {
  channel: () => undefined,
  guild: () => undefined,
  member: () => undefined,
  message: () => undefined,
  messageChanges: 0,
  role: () => undefined,
  user: () => undefined,
  get: () => undefined,
  list: () => [],
  count: () => 0,
  guildsOfUser: () => [],
};

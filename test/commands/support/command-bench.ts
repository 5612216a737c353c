import type { APIInteraction, APIInteractionResponse, APIMessage } from 'discord-api-types/v10';
import { CogLoader } from '../../../src/cogs/cog-loader.js';
import { ListenerSurface } from '../../../src/cogs/listener-surface.js';
import type { ApplicationCommandRegistryOptions } from '../../../src/commands/application/application-command-registry.js';
import { ApplicationCommandRegistry } from '../../../src/commands/application/application-command-registry.js';
import { PrefixCommandRegistry } from '../../../src/commands/prefix/prefix-command-registry.js';
import type { PrefixOptions } from '../../../src/commands/prefix/prefix-source.js';
import { ServiceContainer } from '../../../src/di/service-container.js';
import { EventBus } from '../../../src/events/event-bus.js';
import { Interaction } from '../../../src/interactions/interaction.js';
import { BotModelHost } from '../../../src/models/bot-model-host.js';
import type { RecordSource } from '../../../src/models/host.js';
import { Activity } from '../../../src/pipeline/activity.js';
import { BotSteps } from '../../../src/pipeline/bot-steps.js';
import { ErrorChain } from '../../../src/pipeline/error-chain.js';
import type { PipelineTools } from '../../../src/pipeline/pipeline-tools.js';
import type { Rest } from '../../../src/rest/rest.js';
import type { Constructor } from '../../../src/types/type-tools.js';
import type { Logger } from '../../../src/utils/logger.js';
import { ManualClock } from '../../gateway/support/manual-clock.js';

export const SELF_ID = '200000000000000001';
export const USER_ID = '200000000000000002';
export const OTHER_ID = '200000000000000003';
export const GUILD_ID = '300000000000000001';
export const CHANNEL_ID = '400000000000000001';
export const ROLE_ID = '500000000000000001';

/** One answer that the bot gave, in the order given. */
export interface Answer {
  readonly via: string;
  readonly content?: string | undefined;
  readonly flags?: number | undefined;
  readonly body: Record<string, unknown>;
}

/** One line that the bot logged. */
export interface LogLine {
  readonly level: string;
  readonly room: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface BenchOptions {
  readonly application?: ApplicationCommandRegistryOptions;
  readonly prefix?: PrefixOptions;
}

/** Everything between a received interaction or message and the requests that answer it, without a connection. */
export class CommandBench {
  readonly clock = new ManualClock();
  readonly answers: Answer[] = [];
  readonly log: LogLine[] = [];
  readonly container = new ServiceContainer();
  readonly tools: PipelineTools;
  readonly host: BotModelHost;
  readonly events: EventBus;
  readonly application: ApplicationCommandRegistry;
  readonly prefix: PrefixCommandRegistry;
  readonly cogs: CogLoader;
  #nextId = 700000000000000000n;

  constructor(options: BenchOptions = {}) {
    const logger = this.#logger();
    const errors = new ErrorChain({ logger });
    this.tools = {
      activity: new Activity(),
      botSteps: new BotSteps(),
      clock: this.clock,
      errors,
      logger,
      services: this.container,
    };
    this.host = new BotModelHost({ clock: this.clock, records: emptyRecords, rest: this.#rest() });
    this.host.identify(SELF_ID);
    this.events = new EventBus({ clock: this.clock, onListenerError: (error) => this.#note('error', error) });
    this.application = new ApplicationCommandRegistry(this.tools, options.application);
    const parts = { events: this.events, host: this.host, tools: this.tools };
    this.prefix = new PrefixCommandRegistry(parts, options.prefix ?? { prefix: '!' });
    const surfaces = [this.application, this.prefix, new ListenerSurface(this.events, this.tools)];
    this.cogs = new CogLoader({ container: this.container, surfaces });
  }

  add(...cogClasses: Constructor[]): this {
    for (const cogClass of cogClasses) this.cogs.add(cogClass);
    return this;
  }

  /** Uses a slash command by its qualified name; gives what was answered. */
  async slash(
    name: string,
    options: readonly object[] = [],
    extra: { readonly data?: object; readonly payload?: object } = {},
  ): Promise<readonly Answer[]> {
    const interaction = this.interaction(2, { ...slashData(name, options), ...extra.data }, extra.payload);
    return this.#collect(() => this.application.dispatch(interaction));
  }

  /** Uses a user (2) or message (3) command. */
  async menu(type: 2 | 3, name: string, data: object): Promise<readonly Answer[]> {
    const interaction = this.interaction(2, { id: this.id(), type, name, ...data });
    return this.#collect(() => this.application.dispatch(interaction));
  }

  /** Types in an option; gives the suggestions. */
  async type(name: string, options: readonly object[], payload: object = {}): Promise<readonly object[]> {
    const interaction = this.interaction(4, slashData(name, options), payload);
    const [answer] = await this.#collect(() => this.application.autocomplete(interaction));
    return answer?.body['choices'] as readonly object[];
  }

  /** Sends a message; gives what was answered. */
  async say(content: string, extra: object = {}): Promise<readonly Answer[]> {
    const message = this.host.models.message(this.message(content, extra) as never);
    return this.#collect(() => this.prefix.receive(message));
  }

  interaction(type: number, data: object, extra: object = {}): Interaction {
    const payload = {
      id: this.id(),
      application_id: SELF_ID,
      type,
      data,
      token: 'interaction-token',
      version: 1,
      guild_id: GUILD_ID,
      channel: { id: CHANNEL_ID, type: 0 },
      channel_id: CHANNEL_ID,
      member: { ...wireMember(), user: wireUser(USER_ID), permissions: '0' },
      locale: 'en-GB',
      app_permissions: '0',
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 10_000_000,
      ...extra,
    } as unknown as APIInteraction;
    return Interaction.of(this.host, payload, this.clock.now(), async (response) => {
      this.#answered('interaction', response);
      return this.message('') as unknown as APIMessage;
    });
  }

  message(content: string, extra: object = {}): object {
    return {
      id: this.id(),
      channel_id: CHANNEL_ID,
      guild_id: GUILD_ID,
      author: wireUser(USER_ID),
      member: wireMember(),
      content,
      timestamp: new Date(this.clock.now()).toISOString(),
      edited_timestamp: null,
      tts: false,
      mention_everyone: false,
      mentions: [],
      mention_roles: [],
      attachments: [],
      embeds: [],
      pinned: false,
      type: 0,
      ...extra,
    };
  }

  id(): string {
    this.#nextId += 1n;
    return String(this.#nextId);
  }

  async #collect(act: () => Promise<void>): Promise<readonly Answer[]> {
    const before = this.answers.length;
    await act();
    return this.answers.slice(before);
  }

  #answered(via: string, response: APIInteractionResponse | { data: object }): void {
    const type = 'type' in response ? `:${response.type}` : '';
    const body = ('data' in response ? response.data : {}) as Record<string, unknown>;
    this.answers.push({
      via: `${via}${type}`,
      content: body['content'] as string | undefined,
      flags: body['flags'] as number | undefined,
      body,
    });
  }

  #rest(): Rest {
    const answer =
      (via: string, bodyIndex: number) =>
      async (...args: unknown[]): Promise<object> => {
        this.#answered(via, { data: (args[bodyIndex] ?? {}) as object });
        return this.message('');
      };
    return {
      channels: {
        createMessage: answer('createMessage', 1),
        editMessage: answer('editMessage', 2),
        deleteMessage: answer('deleteMessage', 9),
        triggerTyping: answer('typing', 9),
      },
      interactions: {
        createResponse: async (_id: string, _token: string, response: APIInteractionResponse) => {
          this.#answered('callback', response);
          return { resource: { message: this.message('') } };
        },
        createFollowup: answer('followUp', 2),
        editOriginalResponse: answer('editOriginal', 2),
        getOriginalResponse: answer('getOriginal', 9),
        deleteOriginalResponse: answer('deleteOriginal', 9),
      },
      users: { get: () => Promise.reject(new Error('unknown user')) },
    } as unknown as Rest;
  }

  #logger(): Logger {
    const write =
      (level: string) =>
      (room: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
        this.log.push({ level, room, message, fields });
      };
    return { debug: write('debug'), info: write('info'), warn: write('warn'), error: write('error') };
  }

  #note(level: string, error: unknown): void {
    this.log.push({ level, room: 'bench', message: String(error), fields: { error } });
  }
}

export function wireUser(id: string, extra: object = {}): object {
  return {
    id,
    username: `user${id.slice(-1)}`,
    discriminator: '0',
    global_name: null,
    avatar: null,
    ...extra,
  };
}

export function wireMember(extra: object = {}): object {
  return { roles: [], joined_at: '2026-01-01T00:00:00Z', deaf: false, mute: false, flags: 0, ...extra };
}

/** Data of a slash command, nested as its name says. */
function slashData(qualifiedName: string, options: readonly object[]): object {
  const [root, ...rest] = qualifiedName.split(' ');
  const nested = rest.reduceRight<readonly object[]>(
    (inner, name, index) => [{ type: index === rest.length - 1 ? 1 : 2, name, options: inner }],
    options,
  );
  return { id: '600000000000000001', name: root, type: 1, options: nested };
}

const emptyRecords = {
  channel: () => undefined,
  guild: () => undefined,
  member: () => undefined,
  message: () => undefined,
  role: () => undefined,
  user: () => undefined,
  get: () => undefined,
  list: () => [],
  count: () => 0,
  guildsOfUser: () => [],
} as unknown as RecordSource;

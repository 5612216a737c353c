/** Interactions over HTTP, signed as Discord signs them. @see https://docs.discord.com/developers/interactions/overview#setting-up-an-endpoint */
import nacl from 'tweetnacl';
import { InvalidInvocationError } from '../../errors/invalid-invocation-error.js';
import type { Activity } from '../clock/activity.js';
import { readBody } from '../rest/read-body.js';
import type { BotRecord } from '../world/bot-record.js';
import type { World } from '../world/world.js';
import type { InteractionAnswers } from './interaction-answer.js';
import type { InteractionDesk } from './interaction-desk.js';
import type { InteractionRecord } from './interaction-record.js';

/** Endpoint in the form of the web's fetch handlers. */
export type InteractionHandler = (request: Request) => Response | Promise<Response>;

/** Address of a real endpoint, or a handler in this process. */
export type InteractionEndpoint = string | InteractionHandler;

const DEFAULT_URL = 'http://bot.emulated/interactions';

/** Where failures of endpoints are noted. */
export interface EndpointRecord {
  endpointFailed(bot: BotRecord, error: unknown): void;
}

/** What the endpoints are part of. */
export interface HttpEndpointsParts {
  readonly world: World;
  readonly desk: InteractionDesk;
  readonly answers: InteractionAnswers;
  readonly activity: Activity;
  readonly record: EndpointRecord;
}

/** Sends interactions to the endpoints of bots that have one. */
export class HttpEndpoints {
  readonly #world: World;
  readonly #desk: InteractionDesk;
  readonly #answers: InteractionAnswers;
  readonly #activity: Activity;
  readonly #record: EndpointRecord;
  readonly #endpoints = new Map<BotRecord, InteractionEndpoint>();
  /** Requests that are not answered yet. */
  #open = 0;

  constructor({ world, desk, answers, activity, record }: HttpEndpointsParts) {
    this.#world = world;
    this.#desk = desk;
    this.#answers = answers;
    this.#activity = activity;
    this.#record = record;
    desk.deliverOverHttp = (interaction) => this.#deliver(interaction);
    // Work and no traffic: a bot may keep the request open until its own timers have run.
    activity.addProbe(() => this.#open > 0, { name: 'an interactions endpoint', kind: 'work' });
  }

  /**
   * Sets the endpoint of a bot after checking it as Discord does: a PING, and a request with a bad signature.
   *
   * @throws {InvalidInvocationError} when the endpoint fails the check.
   */
  async set(bot: BotRecord, endpoint: InteractionEndpoint | undefined): Promise<void> {
    if (endpoint === undefined) {
      this.#endpoints.delete(bot);
      bot.application.interactionsEndpointUrl = null;
      return;
    }
    const ping = JSON.stringify({
      id: this.#world.ids.next(),
      application_id: bot.application.id,
      type: 1,
      version: 1,
      token: 'ping',
    });
    const pong = await this.#send(bot, endpoint, ping);
    const body = (await pong.json().catch(() => ({}))) as { type?: number };
    if (pong.status !== 200 || body.type !== 1) {
      throw new InvalidInvocationError(
        `The interactions endpoint answered the PING with ${pong.status} instead of { type: 1 }.`,
      );
    }
    const refused = await this.#send(bot, endpoint, ping, true);
    if (refused.status !== 401) {
      throw new InvalidInvocationError(
        `The interactions endpoint answered a bad signature with ${refused.status} instead of 401.`,
      );
    }
    this.#endpoints.set(bot, endpoint);
    bot.application.interactionsEndpointUrl = typeof endpoint === 'string' ? endpoint : DEFAULT_URL;
  }

  #deliver(interaction: InteractionRecord): boolean {
    const endpoint = this.#endpoints.get(interaction.bot);
    if (endpoint === undefined) return false;
    this.#count(1);
    void this.#exchange(interaction, endpoint)
      .catch((error: unknown) => this.#record.endpointFailed(interaction.bot, error))
      .finally(() => this.#count(-1));
    return true;
  }

  #count(change: 1 | -1): void {
    this.#open += change;
    this.#activity.touch();
  }

  /** An answer in the body counts as the first answer; 202 leaves it to the callback route. */
  async #exchange(interaction: InteractionRecord, endpoint: InteractionEndpoint): Promise<void> {
    const response = await this.#send(interaction.bot, endpoint, JSON.stringify(interaction.payload));
    if (response.status !== 200) return;
    const { body, files } = readBody({
      method: 'POST',
      url: new URL(DEFAULT_URL),
      headers: { 'content-type': response.headers.get('content-type') ?? '' },
      body: Buffer.from(await response.arrayBuffer()),
      gatewayUrl: '',
    });
    const isInTime = this.#desk.findFresh(interaction.id, interaction.token) !== undefined;
    if (isInTime) this.#answers.respond(interaction, body, files);
  }

  #send(bot: BotRecord, endpoint: InteractionEndpoint, body: string, isForged = false): Promise<Response> {
    const timestamp = String(Math.trunc(this.#world.clock.now() / 1000));
    const message = Buffer.from(timestamp + body + (isForged ? ' ' : ''), 'utf8');
    const signature = Buffer.from(nacl.sign.detached(message, bot.application.secretKey)).toString('hex');
    const request = new Request(typeof endpoint === 'string' ? endpoint : DEFAULT_URL, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'user-agent': 'Discord-Interactions/1.0 (+https://discord.com)',
        'x-signature-ed25519': signature,
        'x-signature-timestamp': timestamp,
      },
    });
    return Promise.resolve(typeof endpoint === 'string' ? fetch(request) : endpoint(request));
  }
}

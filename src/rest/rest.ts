import type { Secret } from '../utils/secret.js';
import { ApplicationsApi } from './api/applications-api.js';
import { ChannelsApi } from './api/channels-api.js';
import { CommandsApi } from './api/commands-api.js';
import { GatewayApi } from './api/gateway-api.js';
import { GuildsApi } from './api/guilds-api.js';
import { InteractionsApi } from './api/interactions-api.js';
import { UsersApi } from './api/users-api.js';
import type { RateLimitReport } from './rate-limit-report.js';
import { inspectLimits } from './rate-limit-report.js';
import type { Requester, RequestOptions } from './request-options.js';
import type { RestOptions } from './rest-options.js';
import { resolveRestOptions } from './rest-options.js';
import { RequestRunner } from './transport/request-runner.js';
import type { Route } from './transport/route.js';

/**
 * Discord's HTTP API: one typed method for each operation, by resource, with rate limits kept.
 *
 * Bodies, queries and results are wire types of `discord-api-types`. Ids come first, then the body, then the query, then
 * options: `signal`, `timeoutMs`, `maxWaitMs` everywhere, `reason` where the audit log shows one, `files` where they are
 * taken. What fails throws `DiscordApiError`, `RateLimitTooLongError`, `RequestTimeoutError`, `RequestFailedError`,
 * `InvalidRequestLimitError` or `RestClosedError`. It needs no gateway.
 *
 * @example
 * ```ts
 * const rest = new Rest(process.env.DISCORD_TOKEN);
 * await rest.channels.createMessage(channelId, { content: 'hi' });
 * await rest.request(GET`/channels/${channelId}`);   // any route, by hand
 * await rest.close();
 * ```
 * @see https://docs.discord.com/developers/reference
 */
export class Rest implements Requester {
  readonly gateway = new GatewayApi(this);
  readonly applications = new ApplicationsApi(this);
  readonly commands = new CommandsApi(this);
  readonly interactions = new InteractionsApi(this);
  readonly users = new UsersApi(this);
  readonly guilds = new GuildsApi(this);
  readonly channels = new ChannelsApi(this);
  readonly #runner: RequestRunner;

  constructor(token?: string | Secret, options: RestOptions = {}) {
    this.#runner = new RequestRunner(token, resolveRestOptions(options));
  }

  /** Sends any request; the methods of the resources all end here. */
  request<T = unknown>(route: Route, options?: RequestOptions): Promise<T> {
    return this.#runner.request<T>(route, options);
  }

  /** Uses another token for every request that is not on the wire yet. */
  setToken(token: string | Secret | undefined): void {
    this.#runner.setToken(token);
  }

  /** What is known of the rate limits now: global, per bucket, and how many requests were refused. */
  limits(): RateLimitReport {
    return inspectLimits(this.#runner);
  }

  /** Gives up what waits or is under way, and closes the connections. */
  close(): Promise<void> {
    return this.#runner.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

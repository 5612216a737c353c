import type { Secret } from '../utils/secret.js';
import { ApplicationsApi } from './api/applications-api.js';
import { AuditLogsApi } from './api/audit-logs-api.js';
import { AutoModerationApi } from './api/auto-moderation-api.js';
import { BansApi } from './api/bans-api.js';
import { ChannelsApi } from './api/channels-api.js';
import { CommandsApi } from './api/commands-api.js';
import { EmojisApi } from './api/emojis-api.js';
import { GatewayApi } from './api/gateway-api.js';
import { GuildsApi } from './api/guilds-api.js';
import { IdentitiesApi } from './api/identities-api.js';
import { InteractionsApi } from './api/interactions-api.js';
import { InvitesApi } from './api/invites-api.js';
import { LobbiesApi } from './api/lobbies-api.js';
import { MembersApi } from './api/members-api.js';
import { MessageSearchApi } from './api/message-search-api.js';
import { MonetizationApi } from './api/monetization-api.js';
import { OAuth2Api } from './api/oauth2-api.js';
import { PinsApi } from './api/pins-api.js';
import { PollsApi } from './api/polls-api.js';
import { ReactionsApi } from './api/reactions-api.js';
import { RolesApi } from './api/roles-api.js';
import { ScheduledEventsApi } from './api/scheduled-events-api.js';
import { SoundboardApi } from './api/soundboard-api.js';
import { StagesApi } from './api/stages-api.js';
import { StickersApi } from './api/stickers-api.js';
import { TemplatesApi } from './api/templates-api.js';
import { ThreadsApi } from './api/threads-api.js';
import { UsersApi } from './api/users-api.js';
import { VoiceApi } from './api/voice-api.js';
import { WebhooksApi } from './api/webhooks-api.js';
import { WidgetsApi } from './api/widgets-api.js';
import type { BucketReport, RateLimitReport } from './rate-limit-report.js';
import { inspectBucket, inspectLimits } from './rate-limit-report.js';
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
  readonly members = new MembersApi(this);
  readonly roles = new RolesApi(this);
  readonly bans = new BansApi(this);
  readonly widgets = new WidgetsApi(this);
  readonly messageSearch = new MessageSearchApi(this);
  readonly reactions = new ReactionsApi(this);
  readonly pins = new PinsApi(this);
  readonly threads = new ThreadsApi(this);
  readonly polls = new PollsApi(this);
  readonly invites = new InvitesApi(this);
  readonly emojis = new EmojisApi(this);
  readonly stickers = new StickersApi(this);
  readonly soundboard = new SoundboardApi(this);
  readonly scheduledEvents = new ScheduledEventsApi(this);
  readonly stages = new StagesApi(this);
  readonly voice = new VoiceApi(this);
  readonly webhooks = new WebhooksApi(this);
  readonly templates = new TemplatesApi(this);
  readonly auditLogs = new AuditLogsApi(this);
  readonly autoModeration = new AutoModerationApi(this);
  readonly monetization = new MonetizationApi(this);
  readonly oauth2 = new OAuth2Api(this);
  readonly lobbies = new LobbiesApi(this);
  readonly identities = new IdentitiesApi(this);
  readonly #version: number;
  readonly #runner: RequestRunner;

  constructor(token?: string | Secret, options: RestOptions = {}) {
    const resolved = resolveRestOptions(options);
    this.#version = resolved.version;
    this.#runner = new RequestRunner(token, resolved);
  }

  /** Version of the API that requests go to. */
  get version(): number {
    return this.#version;
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

  /** What is known of the limit that a request would meet; `undefined` before the first answer of its kind. */
  limitOf(route: Route): BucketReport | undefined {
    return inspectBucket(this.#runner, route);
  }

  /** Gives up what waits or is under way, and closes the connections. */
  close(): Promise<void> {
    return this.#runner.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

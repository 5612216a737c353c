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
import type { CallOptions, Requester, RequestOptions } from './request-options.js';
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
  /** Address of the gateway, and how many shards are recommended. */
  readonly gateway = new GatewayApi(this);
  /** Application of the bot, and its linked roles. */
  readonly applications = new ApplicationsApi(this);
  /** Application commands, and who may use them. */
  readonly commands = new CommandsApi(this);
  /** Answers to interactions, and messages that follow. */
  readonly interactions = new InteractionsApi(this);
  /** Users, the bot itself, and direct messages. */
  readonly users = new UsersApi(this);
  /** Guilds and their settings. */
  readonly guilds = new GuildsApi(this);
  /** Channels, their messages and invites. */
  readonly channels = new ChannelsApi(this);
  /** Members of guilds. */
  readonly members = new MembersApi(this);
  /** Roles of guilds. */
  readonly roles = new RolesApi(this);
  /** Bans of guilds. */
  readonly bans = new BansApi(this);
  /** Widgets of guilds. */
  readonly widgets = new WidgetsApi(this);
  /** Search in the messages of a guild. */
  readonly messageSearch = new MessageSearchApi(this);
  /** Reactions to messages. */
  readonly reactions = new ReactionsApi(this);
  /** Pinned messages. */
  readonly pins = new PinsApi(this);
  /** Threads and their members. */
  readonly threads = new ThreadsApi(this);
  /** Polls and their voters. */
  readonly polls = new PollsApi(this);
  /** Invites by their code. */
  readonly invites = new InvitesApi(this);
  /** Emojis of guilds and of the application. */
  readonly emojis = new EmojisApi(this);
  /** Stickers of guilds, and Discord's own. */
  readonly stickers = new StickersApi(this);
  /** Soundboards of guilds, and Discord's own sounds. */
  readonly soundboard = new SoundboardApi(this);
  /** Scheduled events of guilds. */
  readonly scheduledEvents = new ScheduledEventsApi(this);
  /** Stages that are live. */
  readonly stages = new StagesApi(this);
  /** Voice states and regions. */
  readonly voice = new VoiceApi(this);
  /** Webhooks and their messages. */
  readonly webhooks = new WebhooksApi(this);
  /** Templates of guilds. */
  readonly templates = new TemplatesApi(this);
  /** Audit logs of guilds. */
  readonly auditLogs = new AuditLogsApi(this);
  /** Rules of auto moderation. */
  readonly autoModeration = new AutoModerationApi(this);
  /** What is sold, bought and subscribed to. */
  readonly monetization = new MonetizationApi(this);
  /** Tokens of OAuth2. */
  readonly oauth2 = new OAuth2Api(this);
  /** Lobbies of games. */
  readonly lobbies = new LobbiesApi(this);
  /** Identities of games' players. */
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

  /**
   * Fetches a file, such as an attachment or an avatar, over the same connections and the same proxy; the token stays here.
   *
   * @throws DownloadFailedError when it is not there, or not any more.
   */
  download(url: string | URL, options: Omit<CallOptions, 'maxWaitMs'> = {}): Promise<Buffer> {
    return this.#runner.download(new URL(url), options);
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

  /** Closes it; for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }
}

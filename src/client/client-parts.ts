import { BotRecords } from '../cache/bot-records.js';
import { SharedCache } from '../cache/shared-cache.js';
import { ServiceContainer } from '../di/service-container.js';
import { Dispatcher } from '../dispatch/dispatcher.js';
import { queryGuild } from '../dispatch/query-guild.js';
import { EventBus } from '../events/event-bus.js';
import type { ShardManager } from '../gateway/shard-manager.js';
import type { InteractionSink } from '../interactions/interaction-sink.js';
import { BotModelHost } from '../models/bot-model-host.js';
import { Activity } from '../pipeline/activity.js';
import { BotSteps } from '../pipeline/bot-steps.js';
import { ErrorChain } from '../pipeline/error-chain.js';
import type { PipelineTools } from '../pipeline/pipeline-tools.js';
import type { StoredBucket } from '../rest/rate-limit-store.js';
import { Rest } from '../rest/rest.js';
import type { Snowflake } from '../types/type-tools.js';
import type { GuardedLogger } from '../utils/guarded-logger.js';
import { Secret } from '../utils/secret.js';
import { SystemClock } from '../utils/system-clock.js';
import { BotIntents } from './bot-intents.js';
import type { ClientOptions } from './client-options.js';
import { checkOptionGroups } from './client-options.js';
import type { ClusterRole } from './cluster-role.js';
import { findClusterRole } from './cluster-role.js';
import { composeLogger } from './compose-logger.js';
import { chunkArrivingGuilds, makeMemberSource } from './gateway-members.js';
import { observeInvocations } from './observe-invocations.js';

/** Everything a client is made of. */
export interface ClientParts {
  readonly cache: SharedCache;
  /** Services of this client. */
  readonly container: ServiceContainer;
  readonly dispatcher: Dispatcher;
  readonly events: EventBus;
  /** Shards of the client, once it connects. */
  readonly gateway: { shards?: ShardManager };
  readonly host: BotModelHost;
  readonly intents: BotIntents;
  readonly options: ClientOptions;
  readonly records: BotRecords;
  readonly rest: Rest;
  /** Part that this process has, when the bot runs in several. */
  readonly role: ClusterRole;
  /** Token that was given as an option. */
  readonly token: Secret | undefined;
  readonly tools: ClientTools;
  readonly uses: FeaturesInUse;
}

/** What the bot is seen to need before it connects. */
export interface FeaturesInUse {
  voice: boolean;
}

/** Tools of handlers, with the checks and hooks of the whole bot and the services that checks are built of. */
export type ClientTools = PipelineTools &
  Required<Pick<PipelineTools, 'botSteps' | 'services'>> & { readonly logger: GuardedLogger };

/** Parts that exist before anything is dispatched. */
export type ClientCore = Omit<ClientParts, 'dispatcher'>;

/** Composes a client; `makeSink` puts what answers interactions on top of the core. */
export function composeClient(
  options: ClientOptions,
  makeSink?: (core: ClientCore) => InteractionSink,
): ClientParts {
  const core = composeCore(options);
  const { events, host, records } = core;
  const { clock, logger } = core.tools;
  const dispatcher = new Dispatcher({
    clock,
    events,
    host,
    logger,
    records,
    expectedShards: () => core.gateway.shards?.size ?? 1,
    queryGuild: (guildId) => queryGuild(host, guildId),
    ...(makeSink ? { interactions: makeSink(core) } : {}),
    ...(options.gateway?.guildReadyTimeoutMs === undefined
      ? {}
      : { guildReadyTimeoutMs: options.gateway.guildReadyTimeoutMs }),
  });
  host.memberSource = makeMemberSource(core.gateway, clock);
  chunkArrivingGuilds({ cache: core.cache, events, host, logger });
  return { ...core, dispatcher };
}

function composeCore({ token, ...options }: ClientOptions): ClientCore {
  checkOptionGroups(options);
  const ownId = (): Snowflake | undefined => (host.isIdentified ? host.selfId : undefined);
  const base = composeTools(options, ownId);
  const { clock, logger } = base;
  const role = findClusterRole(options.shards);
  const rest = new Rest(undefined, {
    clock,
    logger,
    ...(options.proxy === undefined ? {} : { proxy: options.proxy }),
    ...(role.kind === 'worker' ? { rateLimitStore: role.worker.rateLimits<StoredBucket>() } : {}),
    ...options.rest,
  });
  const services = new ServiceContainer();
  const cache = options.cache instanceof SharedCache ? options.cache : new SharedCache(options.cache);
  const records = new BotRecords(cache);
  const host = new BotModelHost({
    clock,
    records,
    rest,
    ...(options.allowedMentions ? { defaultAllowedMentions: options.allowedMentions } : {}),
  });
  const events = new EventBus({
    clock,
    onListenerError: (error, event, origin) =>
      void base.errors.handle(error, {
        kind: 'listener',
        name: event,
        cog: origin?.cog ?? 'bot',
        method: origin?.method ?? 'listener',
      }),
  });
  const tools: ClientTools = { ...base, observer: observeInvocations(events), services };
  const uses: FeaturesInUse = { voice: Boolean(options.voice) };
  const intents = new BotIntents({ cache, events, chosen: options.intents, usesVoice: () => uses.voice });
  return {
    cache,
    container: services,
    events,
    gateway: {},
    host,
    intents,
    options,
    records,
    rest,
    role,
    token: token === undefined ? undefined : new Secret(token),
    tools,
    uses,
  };
}

function composeTools(
  options: ClientOptions,
  botId: () => Snowflake | undefined,
): Omit<ClientTools, 'services'> {
  const clock = options.clock ?? new SystemClock();
  const logger = composeLogger(options, clock, botId);
  return {
    activity: new Activity({ botId, clock }),
    botSteps: new BotSteps(),
    clock,
    errors: new ErrorChain({ logger }),
    logger,
  };
}

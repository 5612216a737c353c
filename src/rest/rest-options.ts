import type { Dispatcher } from 'undici';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Clock } from '../utils/clock.js';
import { GuardedLogger } from '../utils/guarded-logger.js';
import type { Logger } from '../utils/logger.js';
import { nearestName } from '../utils/nearest-name.js';
import { silentLogger } from '../utils/silent-logger.js';
import { SystemClock } from '../utils/system-clock.js';
import type { RateLimitStore } from './rate-limit-store.js';
import type { ProxyOptions } from './transport/dispatcher-source.js';

/** Options of {@link Rest}. */
export interface RestOptions {
  /** Base of Discord's API, with or without `/v10`; `COGWORK_API_URL` sets another default. @defaultValue `'https://discord.com/api'` */
  readonly baseUrl?: string;
  /** API version; `COGWORK_API_VERSION` sets another default. @defaultValue 10 */
  readonly version?: number;
  /** Whether the token is a bot's or a user's OAuth2 token. @defaultValue `'Bot'` */
  readonly tokenType?: 'Bot' | 'Bearer';
  /** undici dispatcher that requests go through, or what opens it; the caller closes it. */
  readonly dispatcher?: Dispatcher | (() => Promise<Dispatcher>);
  /** Proxy between here and Discord; user and password may stand in the URL. */
  readonly proxy?: string | ProxyOptions;
  /** Most connections at once; without it as many as there are requests. */
  readonly connections?: number;
  /** Source of time. @defaultValue the system's */
  readonly clock?: Clock;
  /** Where it tells of limits and refusals. @defaultValue none */
  readonly logger?: Logger;
  /** Whether limits are kept here, or by a proxy at `baseUrl` that owns them. @defaultValue `'local'` */
  readonly limits?: 'local' | 'remote';
  /** Requests in any second over all routes. @defaultValue 50 */
  readonly globalRequestsPerSecond?: number;
  /** Where limits are kept that several clients must obey together; without it they are this client's own. */
  readonly rateLimitStore?: RateLimitStore;
  /** Longest wait for rate limits, in milliseconds, before `RateLimitTooLongError`. @defaultValue 300,000 */
  readonly maxWaitMs?: number;
  /** Milliseconds for one attempt, from sending to the end of the answer. @defaultValue 15,000 */
  readonly timeoutMs?: number;
  /** How often a request is repeated after 500, 502, 503, 504 and connection faults, where that is safe. @defaultValue 3 */
  readonly retries?: number;
  /** Whether this machine's clock may be wrong, so that limits go by `Reset-After` and not by `Reset`. @defaultValue true */
  readonly assumeUnsyncClock?: boolean;
  /** Refused requests in ten minutes after each multiple of which a warning is logged. @defaultValue 1,000 */
  readonly invalidRequestWarnEvery?: number;
  /** Refused requests in ten minutes at which sending stops; Discord bans at 10,000. @defaultValue 9,500 */
  readonly invalidRequestStopAt?: number;
  /** Text after the package's own in the `User-Agent` header. */
  readonly userAgentSuffix?: string;
}

type Defaulted = Required<
  Omit<RestOptions, 'dispatcher' | 'proxy' | 'connections' | 'rateLimitStore' | 'userAgentSuffix' | 'baseUrl'>
>;

/** Options with every default filled in. */
export interface ResolvedRestOptions extends Defaulted {
  /** Scheme, host and port. */
  readonly origin: string;
  /** Path of the API with its version. */
  readonly basePath: string;
  /** Address that was asked for, and by what; `undefined` for Discord's own. */
  readonly address: string | undefined;
  readonly logger: GuardedLogger;
  readonly dispatcher: RestOptions['dispatcher'];
  readonly proxy: RestOptions['proxy'];
  readonly connections: number | undefined;
  readonly rateLimitStore: RateLimitStore | undefined;
  readonly userAgentSuffix: string | undefined;
}

const DEFAULTS = {
  tokenType: 'Bot',
  limits: 'local',
  globalRequestsPerSecond: 50,
  maxWaitMs: 300_000,
  timeoutMs: 15_000,
  retries: 3,
  assumeUnsyncClock: true,
  invalidRequestWarnEvery: 1000,
  invalidRequestStopAt: 9500,
} as const satisfies RestOptions;

const NAMES = [
  ...Object.keys(DEFAULTS),
  'baseUrl',
  'version',
  'dispatcher',
  'proxy',
  'connections',
  'rateLimitStore',
  'clock',
  'logger',
  'userAgentSuffix',
];

/** Fills in defaults, from the environment where it has a say; throws {@link InvalidOptionError} on what nobody reads. */
export function resolveRestOptions(options: RestOptions): ResolvedRestOptions {
  checkNames(options);
  const given = Object.fromEntries(
    Object.entries(options).filter(([, value]) => value !== undefined),
  ) as RestOptions;
  const source = given.baseUrl === undefined ? 'COGWORK_API_URL' : 'baseUrl';
  const text = given.baseUrl ?? process.env['COGWORK_API_URL'];
  const { origin, path, version } = splitBaseUrl(text ?? 'https://discord.com/api', source);
  const chosen = given.version ?? version ?? versionOfEnvironment() ?? 10;
  const resolved = {
    ...DEFAULTS,
    dispatcher: undefined,
    proxy: undefined,
    connections: undefined,
    rateLimitStore: undefined,
    userAgentSuffix: undefined,
    clock: given.clock ?? new SystemClock(),
    ...given,
    logger: GuardedLogger.of(given.logger ?? silentLogger),
    version: chosen,
    origin,
    basePath: `${path}/v${chosen}`,
    address: text === undefined ? undefined : `${origin}${path}/v${chosen}, from ${source}`,
  };
  checkNumbers(resolved);
  return resolved;
}

function checkNames(options: RestOptions): void {
  for (const name of Object.keys(options)) {
    if (NAMES.includes(name)) continue;
    const nearest = nearestName(name, NAMES);
    const hint = nearest ? ` Did you mean "${nearest}"?` : ` There are: ${NAMES.join(', ')}.`;
    throw new InvalidOptionError(`The REST client has no option "${name}".${hint}`, `rest.${name}`);
  }
}

function checkNumbers(options: ResolvedRestOptions): void {
  const least = {
    globalRequestsPerSecond: 1,
    maxWaitMs: 0,
    timeoutMs: 1,
    retries: 0,
    invalidRequestWarnEvery: 1,
    invalidRequestStopAt: 1,
  };
  for (const [name, minimum] of Object.entries(least) as [keyof typeof least, number][]) {
    if (options[name] >= minimum) continue;
    throw new InvalidOptionError(
      `rest.${name} is ${options[name]}; give a number of at least ${minimum}.`,
      `rest.${name}`,
    );
  }
  const perSecond = options.globalRequestsPerSecond;
  if (Number.isInteger(perSecond) || perSecond === Number.POSITIVE_INFINITY) return;
  throw new InvalidOptionError(
    `rest.globalRequestsPerSecond is ${perSecond}; give a whole number, or Infinity for no limit.`,
    'rest.globalRequestsPerSecond',
  );
}

function splitBaseUrl(
  text: string,
  source: string,
): { origin: string; path: string; version: number | undefined } {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) {
    throw new InvalidOptionError(
      `"${text}" is not a URL of http or https; give one like https://discord.com/api as ${source}.`,
      'rest.baseUrl',
    );
  }
  const url = new URL(text);
  const [, path, version] = /^(.*?)(?:\/v(\d+))?\/*$/.exec(url.pathname) ?? [];
  return {
    origin: url.origin,
    path: path?.replace(/\/+$/, '') ?? '',
    version: version === undefined ? undefined : Number(version),
  };
}

function versionOfEnvironment(): number | undefined {
  const text = process.env['COGWORK_API_VERSION'];
  if (text === undefined || text === '') return undefined;
  const version = Number(text.replace(/^v/, ''));
  if (Number.isInteger(version) && version > 0) return version;
  throw new InvalidOptionError(`COGWORK_API_VERSION is "${text}"; give a number such as 10.`, 'rest.version');
}

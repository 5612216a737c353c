/** Discord for tests and development: the composition of world, gateway, REST, interactions and people. */

import type { Dispatcher } from 'undici';
import { InvalidOptionError } from '../errors/invalid-option-error.js';
import type { Clock } from '../utils/clock.js';
import type { SocketFactory } from '../utils/socket-factory.js';
import { SystemClock } from '../utils/system-clock.js';
import type { UdpSocketFactory } from '../utils/udp-socket.js';
import { checkEmulatorOptions } from './check-emulator-options.js';
import type { ActivityProbeOptions, DrainOutcome } from './clock/activity.js';
import { Activity } from './clock/activity.js';
import { makeClock } from './clock/make-clock.js';
import { VirtualClock } from './clock/virtual-clock.js';
import type { SoundAddress } from './emulator-hosts.js';
import { EmulatorHosts } from './emulator-hosts.js';
import type {
  CreateBotOptions,
  CreateGuildOptions,
  EmulatorAddress,
  EmulatorOptions,
} from './emulator-options.js';
import { Faults } from './faults/faults.js';
import { GatewayFaults } from './faults/gateway-faults.js';
import { RestFaults } from './faults/rest-faults.js';
import { PRIVILEGED_INTENTS } from './gateway/event-intents.js';
import { GatewayServer } from './gateway/gateway-server.js';
import type { InteractionEndpoint } from './interactions/http-endpoint.js';
import { HttpEndpoints } from './interactions/http-endpoint.js';
import { InteractionAnswers } from './interactions/interaction-answer.js';
import { InteractionDesk } from './interactions/interaction-desk.js';
import { AnswerWait } from './people/answer-wait.js';
import { EmulatedBot } from './people/emulated-bot.js';
import { Person } from './people/person.js';
import type { Stage } from './people/stage.js';
import { EmulatedGuild } from './places/emulated-guild.js';
import { Transcript } from './record/transcript.js';
import { allRoutes } from './rest/all-routes.js';
import { RateLimiter } from './rest/rate-limiter.js';
import { RestServer } from './rest/rest-server.js';
import type { GatewayPeer, GatewayPeerHandlers } from './transport/gateway-peer.js';
import { InProcessSocketFactory } from './transport/in-process-socket-factory.js';
import type { OpenPort } from './transport/open-port.js';
import { VoicePeople } from './voice/voice-people.js';
import { VoiceServer } from './voice/voice-server.js';
import { makeBot } from './world/make-bot.js';
import { makeGuild } from './world/make-guild.js';
import { endPollsInTime } from './world/poll-end.js';
import type { SkuRecord } from './world/subscription.js';
import { makeSku } from './world/subscription.js';
import { newUser } from './world/user-record.js';
import { World } from './world/world.js';

/**
 * Strict, stateful Discord that runs offline, in process or on a port.
 *
 * @example
 * ```ts
 * const discord = new Emulator();
 * const alice = discord.createUser('alice');
 * const bot = discord.createBot({ name: 'maths' });
 * const guild = discord.createGuild({ members: [alice, bot] });
 * // start a bot with bot.token, discord.sockets and discord.dispatcher(), then:
 * const answer = await alice.slash(guild.channel('general'), 'ping');
 * ```
 */
export class Emulator {
  /** Time of this Discord. */
  readonly clock: Clock;
  /** WebSockets that end here. */
  readonly sockets: SocketFactory;
  /** UDP that ends in the voice servers. */
  readonly udp: UdpSocketFactory;
  /** Voice servers: their knobs, and what clients did wrong. */
  readonly voice: VoiceServer;
  /** What can go wrong, on demand. */
  readonly faults: Faults;
  /** Everything that went over the wire. */
  readonly transcript: Transcript;
  /** State behind everything, for tests that look inside. @internal */
  readonly world: World;
  readonly #activity = new Activity();
  readonly #gateway: GatewayServer;
  readonly #rest: RestServer;
  readonly #stage: Stage;
  readonly #endpoints: HttpEndpoints;
  readonly #hosts = new EmulatorHosts();
  readonly #hasDefaultClock: boolean;
  readonly #hasDefaultDate: boolean;
  #openPort: OpenPort | undefined;
  #address: EmulatorAddress | undefined;

  /** @throws {InvalidOptionError} when an option is none of its own. */
  constructor(options: EmulatorOptions = {}) {
    checkEmulatorOptions(options);
    this.#hasDefaultClock = options.clock === undefined;
    this.#hasDefaultDate = options.startMs === undefined;
    this.clock = makeClock(options, this.#activity);
    this.world = new World(this.clock, this.#hosts.cdnUrl);
    this.transcript = new Transcript(this.clock);
    // Before the gateway: it may have to tell of a voice server before the voice state is told.
    this.voice = new VoiceServer({
      world: this.world,
      clock: this.clock,
      activity: this.#activity,
      endpoint: () => this.#hosts.voiceEndpoint,
    });
    this.udp = this.voice.udp;
    const gatewayFaults = new GatewayFaults();
    const restFaults = new RestFaults();
    const limiter = new RateLimiter(this.clock);
    const desk = new InteractionDesk(this.world);
    this.#gateway = new GatewayServer({
      world: this.world,
      clock: this.clock,
      activity: this.#activity,
      faults: gatewayFaults,
      record: this.transcript,
      heartbeatIntervalMs: options.heartbeatIntervalMs ?? 41_250,
      resumeWindowMs: options.resumeWindowMs ?? 180_000,
      identifyLimits: { concurrency: false, sessionStarts: false, ...options.identifyLimits },
    });
    const answering = new InteractionAnswers(this.world, desk);
    this.#endpoints = new HttpEndpoints({
      world: this.world,
      desk,
      answers: answering,
      activity: this.#activity,
      record: this.transcript,
    });
    this.#rest = new RestServer({
      world: this.world,
      routes: allRoutes(desk, answering, this.#endpoints),
      faults: restFaults,
      limiter,
      record: this.transcript,
    });
    this.faults = new Faults(this.#gateway, gatewayFaults, restFaults, limiter);
    this.sockets = new InProcessSocketFactory({
      accept: (peer, url) => this.#accept(peer, url, EmulatorHosts.inProcess.udp),
      activity: this.#activity,
      serves: (host) => this.#hosts.serves(host),
    });
    const answerMs = options.answerTimeoutMs ?? 5000;
    const answers = new AnswerWait(this.#activity, { answerMs, deferredMs: answerMs * 3 }, () =>
      this.#isRealTime(),
    );
    this.#stage = {
      world: this.world,
      desk,
      answers,
      voice: new VoicePeople(this.world, this.voice),
      isReachable: (bot) =>
        this.#gateway.isConnected(bot) || bot.application.interactionsEndpointUrl !== null,
    };
    desk.watch(() => answers.notify());
    this.world.listen(() => answers.notify());
    endPollsInTime(this.world);
  }

  /**
   * Clock as the virtual one, which can be advanced.
   *
   * @throws {InvalidOptionError} when the emulator was given another clock.
   */
  get virtualClock(): VirtualClock {
    if (this.clock instanceof VirtualClock) return this.clock;
    throw new InvalidOptionError(
      "This emulator's clock is not virtual: make it with { clock: 'virtual' }.",
      'clock',
    );
  }

  /** Base of the REST API: of the port when the emulator listens, otherwise of the in-process host. */
  get apiUrl(): string {
    return this.#hosts.apiUrl;
  }

  /** Address of the gateway: of the port when the emulator listens, otherwise of the in-process host. */
  get gatewayUrl(): string {
    return this.#hosts.gatewayUrl;
  }

  /** Errors inside the emulator itself; a test may check that there are none. */
  get crashes(): readonly Error[] {
    return this.#rest.crashes;
  }

  /** Makes an undici dispatcher whose requests end here; loads undici. */
  async dispatcher(): Promise<Dispatcher> {
    const { InProcessDispatcher } = await import('./transport/in-process-dispatcher.js');
    return new InProcessDispatcher({
      handle: (request) => this.#rest.handle(request),
      activity: this.#activity,
      serves: (host) => this.#hosts.serves(host),
      gatewayUrl: EmulatorHosts.inProcess.gatewayUrl,
    });
  }

  /** Makes a person. */
  createUser(name: string): Person {
    const user = newUser(this.world.ids.nextUser(), name, false);
    this.world.users.set(user.id, user);
    return new Person(this.#stage, user);
  }

  /** Makes a bot account; its token is what a bot logs in with. */
  createBot(options: CreateBotOptions = {}): EmulatedBot {
    const owner = [...this.world.users.values()].find(({ bot }) => !bot) ?? this.createUser('developer').user;
    return new EmulatedBot(
      makeBot(this.world, {
        name: options.name ?? 'bot',
        token: options.token,
        privilegedIntents: options.privilegedIntents ?? PRIVILEGED_INTENTS,
        ownerId: owner.id,
        shards: options.shards ?? 1,
        maxConcurrency: options.maxConcurrency ?? 1,
      }),
    );
  }

  /**
   * Sends the interactions of a bot to an HTTP endpoint instead of the gateway; `undefined` sends them there again.
   *
   * @throws {InvalidInvocationError} when the endpoint does not answer a PING, or accepts a bad signature.
   */
  setInteractionEndpoint(bot: EmulatedBot, endpoint: InteractionEndpoint | undefined): Promise<void> {
    return this.#endpoints.set(bot.record, endpoint);
  }

  /** Offers something of a bot for sale: 2 durable, 3 consumable, 5 (the default) subscription. */
  createSku(
    bot: EmulatedBot,
    { name, type = 5, isForGuilds = false }: { name: string; type?: number; isForGuilds?: boolean },
  ): Readonly<SkuRecord> {
    return makeSku(this.world, bot.application.id, { name, type, isForGuilds });
  }

  /** Makes a guild with its channels and members. */
  createGuild(options: CreateGuildOptions = {}): EmulatedGuild {
    const owner = options.owner ?? this.createUser('owner');
    const record = makeGuild(this.world, options.name ?? 'guild', this.world.users.get(owner.id)!);
    const guild = new EmulatedGuild(this.world, record);
    for (const channel of options.channels ?? ['general']) guild.createChannel(channel);
    for (const member of options.members ?? []) guild.add(member);
    return guild;
  }

  /**
   * Serves the same world on 127.0.0.1: REST under `/api/v10`, the gateway at `/`, voice under `/voice`, and sound by UDP.
   *
   * A clock that was not chosen starts to run in real time, from today's date on unless `startMs` gave another.
   */
  async listen({ port = 0 }: { readonly port?: number } = {}): Promise<EmulatorAddress> {
    if (this.#address) return this.#address;
    const { openPort } = await import('./transport/open-port.js');
    this.#openPort = await openPort({
      port,
      activity: this.#activity,
      handle: (request) => this.#rest.handle(request),
      accept: (peer, url, udp) => this.#accept(peer, url, udp),
      onDatagram: (datagram, from) => this.voice.onDatagram(datagram, from),
    });
    if (this.#hasDefaultClock && this.clock instanceof VirtualClock) {
      this.clock.runInRealTime(this.#hasDefaultDate ? { dateMs: new SystemClock().now() } : {});
    }
    this.#hosts.listenOn(this.#openPort.port);
    const { apiUrl, cdnUrl, gatewayUrl } = this.#hosts;
    this.world.cdnUrl = cdnUrl;
    this.#address = { apiUrl, gatewayUrl, port: this.#openPort.port };
    return this.#address;
  }

  /** Adds something that counts as activity, such as a handler at work; returns the function that removes it. */
  addActivityProbe(isBusy: () => boolean, options?: ActivityProbeOptions): () => void {
    return this.#activity.addProbe(isBusy, options);
  }

  /** Lets everything that is going on come to rest, without moving time. */
  settle(): Promise<DrainOutcome> {
    return this.#activity.drain();
  }

  /** Closes all connections and the port. */
  async close(): Promise<void> {
    this.#gateway.close();
    this.voice.close();
    if (!this.#openPort) await this.#activity.drain({ workPatienceMs: 0 });
    this.world.agenda.clear();
    await this.#openPort?.close();
    this.#openPort = undefined;
    if (this.clock instanceof VirtualClock) this.clock.stop();
  }

  /** Closes it; for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  #accept(peer: GatewayPeer, url: URL, udp: SoundAddress): GatewayPeerHandlers {
    return this.#hosts.isVoice(url) ? this.voice.accept(peer, url, udp) : this.#gateway.accept(peer, url);
  }

  #isRealTime(): boolean {
    return this.#openPort !== undefined || !(this.clock instanceof VirtualClock);
  }
}

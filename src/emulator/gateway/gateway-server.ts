/** Discord's gateway: takes connections, keeps sessions, and tells each what it may hear. */
import { GatewayIntentBits, GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { Clock } from '../../utils/clock.js';
import type { Activity } from '../clock/activity.js';
import type { GatewayFaults } from '../faults/gateway-faults.js';
import type { GatewayRecord } from '../record/gateway-record.js';
import type { GatewayPeer, GatewayPeerHandlers } from '../transport/gateway-peer.js';
import type { BotRecord } from '../world/bot-record.js';
import type { World } from '../world/world.js';
import { etfFormat } from './etf-format.js';
import type { FrameCompression } from './frame-compression.js';
import {
  noCompression,
  payloadCompression,
  StreamCompression,
  zstdCompression,
} from './frame-compression.js';
import type { FrameFormat } from './frame-format.js';
import { jsonFormat } from './frame-format.js';
import { runGatewayCommand } from './gateway-command.js';
import type { GatewayHub } from './gateway-connection.js';
import { GatewayConnection } from './gateway-connection.js';
import { GatewaySession } from './gateway-session.js';
import type { IdentifyLimits } from './identify.js';
import { botOfGatewayToken, readIdentify } from './identify.js';
import { guildCreatePayload, guildsOf, readyPayload } from './ready-payloads.js';

/** What the gateway is made of. */
export interface GatewayServerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly activity: Activity;
  readonly faults: GatewayFaults;
  readonly record: GatewayRecord;
  readonly heartbeatIntervalMs: number;
  /** How long a session can be resumed after its connection was lost. */
  readonly resumeWindowMs: number;
  readonly identifyLimits: IdentifyLimits;
}

const FORMATS: Readonly<Record<string, FrameFormat>> = { json: jsonFormat, etf: etfFormat };
const KNOWN_OPCODES: ReadonlySet<number> = new Set([1, 2, 3, 4, 6, 8, 31, 43]);

/** Gateway of the emulator. */
export class GatewayServer implements GatewayHub {
  readonly world: World;
  readonly clock: Clock;
  readonly faults: GatewayFaults;
  readonly record: GatewayRecord;
  readonly heartbeatIntervalMs: number;
  readonly #options: GatewayServerOptions;
  readonly #connections = new Set<GatewayConnection>();
  readonly #sessions = new Map<string, GatewaySession>();
  #sessionCount = 0;

  constructor(options: GatewayServerOptions) {
    this.#options = options;
    this.world = options.world;
    this.clock = options.clock;
    this.faults = options.faults;
    this.record = options.record;
    this.heartbeatIntervalMs = options.heartbeatIntervalMs;
    this.world.listen((dispatch) => {
      for (const session of this.#liveSessions()) session.hear(dispatch);
    });
  }

  get connections(): ReadonlySet<GatewayConnection> {
    return this.#connections;
  }

  /** Sessions that have a connection or can still be resumed. */
  get sessions(): readonly GatewaySession[] {
    return this.#liveSessions();
  }

  /** Whether a bot has a session whose connection is there. */
  isConnected(bot: BotRecord): boolean {
    return this.sessions.some((session) => session.bot === bot && session.connection !== undefined);
  }

  /** Takes one WebSocket; throws to refuse it. */
  accept(peer: GatewayPeer, url: URL): GatewayPeerHandlers {
    this.faults.checkConnect();
    const encoding = url.searchParams.get('encoding') ?? 'json';
    const format = FORMATS[encoding];
    const connection = new GatewayConnection(this, {
      peer,
      format: format ?? jsonFormat,
      compression: this.#compression(url.searchParams.get('compress')),
      isJson: encoding === 'json',
      origin: url.origin === 'null' ? `${url.protocol}//${url.host}` : url.origin,
    });
    this.#connections.add(connection);
    this.record.opened(connection, url);
    const version = url.searchParams.get('v');
    if (version !== null && version !== '10' && version !== '9') connection.close(4012);
    else if (!format) connection.close(4002);
    else connection.hello();
    return connection;
  }

  knowsOpcode(op: number): boolean {
    return KNOWN_OPCODES.has(op);
  }

  /** Answers op 2. */
  identify(connection: GatewayConnection, data: unknown): void {
    const outcome = readIdentify(this.world, data, this.#options.identifyLimits);
    if ('closeCode' in outcome) {
      connection.close(outcome.closeCode);
      return;
    }
    if ('invalidSession' in outcome) {
      this.#sendInvalidSession(connection, false);
      return;
    }
    if (outcome.compress) connection.compressPayloads(payloadCompression);
    const id = `${(++this.#sessionCount).toString(16).padStart(8, '0')}${'e'.repeat(24)}`;
    const session = new GatewaySession(this.world, id, outcome.request);
    this.#sessions.set(id, session);
    connection.bind(session);
    session.dispatch('READY', readyPayload(this.world, session, this.faults.resumeUrl ?? connection.origin));
    if (!(session.intents & GatewayIntentBits.Guilds)) return;
    for (const guild of guildsOf(this.world, session)) {
      if (guild.isUnavailable) session.dispatch('GUILD_DELETE', { id: guild.data.id, unavailable: true });
      else session.dispatch('GUILD_CREATE', guildCreatePayload(this.world, guild, session));
    }
  }

  /** Answers op 6. */
  resume(connection: GatewayConnection, data: unknown): void {
    const { token, session_id: sessionId, seq } = (data ?? {}) as Record<string, unknown>;
    if (typeof token !== 'string' || typeof sessionId !== 'string' || !Number.isInteger(seq)) {
      connection.close(4002);
      return;
    }
    const bot = botOfGatewayToken(this.world, token);
    if (!bot) {
      connection.close(4004);
      return;
    }
    const session = this.#liveSessions().find(
      (candidate) => candidate.id === sessionId && candidate.bot === bot,
    );
    if (!session || this.faults.takeRefusedResume() || !session.canReplayAfter(seq as number)) {
      if (session) this.endSession(session);
      this.#sendInvalidSession(connection, false);
      return;
    }
    if ((seq as number) > session.seq) {
      this.endSession(session);
      connection.close(4007);
      return;
    }
    session.connection?.close(4000);
    connection.bind(session);
    session.replayAfter(seq as number);
    session.dispatch('RESUMED', { _trace: ['["gateway-emulated"]'] });
  }

  /** Answers every other opcode of an identified client. */
  command(session: GatewaySession, op: number, data: unknown): void {
    runGatewayCommand(this.world, session, op, data);
  }

  /** Tells a client that its session is over, and forgets it when it cannot be resumed. */
  invalidate(connection: GatewayConnection, isResumable: boolean): void {
    if (connection.session && !isResumable) this.endSession(connection.session);
    this.#sendInvalidSession(connection, isResumable);
  }

  endSession(session: GatewaySession): void {
    this.#sessions.delete(session.id);
  }

  forget(connection: GatewayConnection): void {
    this.#connections.delete(connection);
  }

  /** Ends everything. */
  close(): void {
    for (const connection of [...this.#connections]) connection.close(1001, '');
    this.#sessions.clear();
  }

  #sendInvalidSession(connection: GatewayConnection, isResumable: boolean): void {
    connection.send({ t: null, s: null, op: Op.InvalidSession, d: isResumable });
  }

  #liveSessions(): GatewaySession[] {
    const now = this.clock.now();
    for (const session of this.#sessions.values()) {
      const lostMs = session.disconnectedAtMs;
      if (lostMs !== undefined && now - lostMs > this.#options.resumeWindowMs)
        this.#sessions.delete(session.id);
    }
    return [...this.#sessions.values()];
  }

  #compression(name: string | null): FrameCompression {
    if (name === 'zlib-stream') return new StreamCompression(this.#options.activity);
    if (name === 'zstd-stream') return zstdCompression(this.#options.activity) ?? noCompression;
    return noCompression;
  }
}

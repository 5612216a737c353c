/**
 * Discord's voice servers: WebSocket, UDP, and the delivery of end-to-end encryption.
 *
 * What happens in the world is followed: a bot that enters a channel gets a ticket (VOICE_SERVER_UPDATE), one that is
 * moved or kicked loses its session. Whatever a client does wrong is written down in `violations`.
 *
 * @see https://docs.discord.com/developers/topics/voice-connections
 */
import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers';
import { ChannelType } from 'discord-api-types/v10';
import type { Snowflake } from '../../types/type-tools.js';
import type { Clock } from '../../utils/clock.js';
import type { Activity } from '../clock/activity.js';
import type { GatewayPeer, GatewayPeerHandlers } from '../transport/gateway-peer.js';
import type { World } from '../world/world.js';
import type { WorldDispatch } from '../world/world-dispatch.js';
import { Chance } from './chance.js';
import type { ClientSession } from './client-session.js';
import { ClientSocket } from './client-socket.js';
import { InProcessUdp } from './in-process-udp.js';
import type { UdpRoute } from './udp-route.js';
import { VoiceCall } from './voice-call.js';
import type { VoiceHub } from './voice-hub.js';
import { VoiceKnobs } from './voice-knobs.js';
import type { VoiceTicket } from './voice-ticket.js';

const DISCOVERY_LENGTH = 74;
const KEEPALIVE_LENGTH = 8;
const SHORTEST_AUDIO = 32;
const MOVED = 4014;

/** What a client did that Discord does not allow. */
export interface VoiceViolation {
  /** Bot that did it. */
  readonly userId: Snowflake;
  /** What it did, in words. */
  readonly what: string;
}

/** Parts of the voice servers. */
export interface VoiceServerOptions {
  readonly world: World;
  readonly clock: Clock;
  readonly activity: Activity;
  /** Endpoint that bots are sent to. */
  readonly endpoint: () => string;
}

/** Voice servers of the emulator. */
export class VoiceServer implements VoiceHub {
  /** How the voice servers behave. */
  readonly knobs = new VoiceKnobs();
  /** What clients did against the protocol; a test may check that there is nothing. */
  readonly violations: VoiceViolation[] = [];
  /** UDP that ends here. @internal */
  readonly udp: InProcessUdp;
  /** Identify messages that were answered or refused: a retry storm shows here. */
  identifies = 0;
  readonly #options: VoiceServerOptions;
  readonly #calls = new Map<Snowflake, VoiceCall>();
  readonly #tickets = new Map<string, VoiceTicket>();
  readonly #sessions = new Map<VoiceTicket, ClientSession>();
  readonly #bySsrc = new Map<number, ClientSession>();
  readonly #sockets = new Set<GatewayPeer>();
  #chance: { readonly seed: number; readonly source: Chance } | undefined;
  #nextSsrc = 1_000;

  /** @internal */
  constructor(options: VoiceServerOptions) {
    this.#options = options;
    this.udp = new InProcessUdp(options.activity, (datagram, from) => this.onDatagram(datagram, from));
    options.world.voiceGate = () => !this.knobs.isSilent;
    options.world.listen((dispatch) => this.#onWorld(dispatch));
  }

  /** Time of the voice servers. @internal */
  get clock(): Clock {
    return this.#options.clock;
  }

  /** Call in a channel, made when it is not there yet. @internal */
  call(channelId: Snowflake): VoiceCall {
    const channel = this.#options.world.channels.get(channelId);
    const found =
      this.#calls.get(channelId) ??
      new VoiceCall({
        channelId,
        clock: this.clock,
        knobs: this.knobs,
        chance: () => this.#seeded(),
        isStage: channel?.data.type === ChannelType.GuildStageVoice,
      });
    this.#calls.set(channelId, found);
    return found;
  }

  /** Session of a client in a guild, or its only one. */
  session(userId: Snowflake, guildId?: Snowflake): ClientSession | undefined {
    return [...this.#sessions.values()].find(
      ({ ticket, userId: id }) =>
        id === userId && !ticket.isSpent && (!guildId || ticket.guildId === guildId),
    );
  }

  /** Number of a new source. @internal */
  nextSsrc(): number {
    this.#nextSsrc += 7;
    return this.#nextSsrc;
  }

  /** Passes on after the latency of a user's WebSocket. @internal */
  readonly later = (userId: Snowflake, act: () => void): void => {
    const latencyMs = this.knobs.latencyMs.get(userId) ?? 0;
    if (latencyMs > 0) this.clock.setTimeout(act, latencyMs);
    else act();
  };

  /** The same, and never at once: what a person sends arrives after what is being sent now. @internal */
  readonly post = (userId: Snowflake, act: () => void): void => {
    if (this.knobs.latencyMs.get(userId)) this.later(userId, act);
    else this.#soon(act);
  };

  /** Notes what a client did wrong. @internal */
  readonly blame = (userId: Snowflake, what: string): void => {
    this.violations.push({ userId, what });
  };

  /** Takes one WebSocket; `udp` is where its client is to send. @internal */
  accept(
    peer: GatewayPeer,
    url: URL,
    udp: { readonly ip: string; readonly port: number },
  ): GatewayPeerHandlers {
    this.#sockets.add(peer);
    const socket = new ClientSocket(this, peer, udp);
    if (url.searchParams.get('v') !== '8') this.blame('', `connected with ${url.search || 'no version'}`);
    socket.hello();
    return {
      onMessage: (data, isBinary) => socket.onMessage(data, isBinary),
      onClose: (code) => {
        this.#sockets.delete(peer);
        socket.onClose(code);
      },
    };
  }

  /** Ticket of a token. @internal */
  ticket(token: unknown): VoiceTicket | undefined {
    return this.#tickets.get(String(token));
  }

  /** Session that was opened with a ticket. @internal */
  sessionOf(ticket: VoiceTicket): ClientSession | undefined {
    return this.#sessions.get(ticket);
  }

  /** Takes a session that has begun. @internal */
  register(session: ClientSession): void {
    this.#sessions.set(session.ticket, session);
    this.#bySsrc.set(session.ssrc, session);
  }

  /** Takes one datagram. @internal */
  onDatagram(datagram: Buffer, from: UdpRoute): void {
    if (datagram.length === DISCOVERY_LENGTH && datagram.readUInt16BE(0) === 1)
      this.#discover(datagram, from);
    else if (datagram.length === KEEPALIVE_LENGTH) this.#keepAlive(datagram, from);
    else if (datagram.length >= SHORTEST_AUDIO && datagram[0]! >> 6 === 2)
      this.#bySsrc.get(datagram.readUInt32BE(8))?.onAudio(datagram, from);
  }

  /** Puts a bot on another server, as when the region changes; `closeCode` closes the old session first. */
  changeServer(userId: Snowflake, closeCode?: number): void {
    const session = this.session(userId);
    if (closeCode !== undefined) session?.dismiss(closeCode);
    for (const { guildId, channelId } of this.#places(userId)) this.#issue(guildId, channelId, userId, 0);
  }

  /** Tells a bot that its server is gone, and no other is there yet. */
  loseServer(userId: Snowflake): void {
    for (const { guildId } of this.#places(userId)) this.#tellServer(guildId, userId, 'none', null);
  }

  /** Closes all connections. @internal */
  close(): void {
    for (const peer of [...this.#sockets]) peer.close(1001, '');
    for (const session of this.#sessions.values()) session.end();
    for (const call of this.#calls.values()) call.close();
  }

  /** Channels in which a user is. */
  #places(userId: Snowflake): { readonly guildId: Snowflake; readonly channelId: Snowflake }[] {
    return [...this.#options.world.guilds.values()].flatMap(({ data, voiceStates }) => {
      const channelId = voiceStates.get(userId)?.['channel_id'];
      return typeof channelId === 'string' ? [{ guildId: data.id, channelId }] : [];
    });
  }

  #onWorld({ name, data, guildId }: WorldDispatch): void {
    if (name !== 'VOICE_STATE_UPDATE' || guildId === undefined) return;
    const state = data as { user_id?: Snowflake; channel_id?: Snowflake | null };
    const { user_id: userId, channel_id: channelId = null } = state;
    if (userId === undefined || !this.#options.world.bots.has(userId)) return;
    const held = [...this.#tickets.values()].find(
      (ticket) => ticket.userId === userId && ticket.guildId === guildId && !ticket.isSpent,
    );
    if (held?.channelId === channelId) return;
    if (held) this.#withdraw(held);
    if (channelId !== null) this.#issue(guildId, channelId, userId, this.knobs.serverDelayMs);
  }

  #withdraw(ticket: VoiceTicket): void {
    ticket.isSpent = true;
    const session = this.#sessions.get(ticket);
    if (session) this.#soon(() => session.dismiss(MOVED));
  }

  #issue(guildId: Snowflake, channelId: Snowflake, userId: Snowflake, delayMs: number): void {
    const { world } = this.#options;
    const token = randomBytes(8).toString('hex');
    const state = world.guilds.get(guildId)?.voiceStates.get(userId);
    const ticket: VoiceTicket = {
      guildId,
      channelId,
      userId,
      token,
      sessionId: String(state?.['session_id']),
      isSpent: false,
      routes: new Map(),
    };
    this.#tickets.set(token, ticket);
    const tell = (): void => this.#tellServer(guildId, userId, token, this.#options.endpoint());
    if (delayMs > 0) this.clock.setTimeout(tell, delayMs);
    else if (this.knobs.firstEvent === 'server') tell();
    else this.#soon(tell);
  }

  #tellServer(guildId: Snowflake, botId: Snowflake, token: string, endpoint: string | null): void {
    const data = { token, guild_id: guildId, endpoint };
    this.#options.world.publish({ name: 'VOICE_SERVER_UPDATE', data, guildId, botId, intents: 0 });
  }

  #discover(request: Buffer, from: UdpRoute): void {
    if (this.knobs.droppedDiscoveries > 0) {
      this.knobs.droppedDiscoveries--;
      return;
    }
    this.#bySsrc.get(request.readUInt32BE(4))?.ticket.routes.set(`${from.host}:${from.port}`, from);
    const answer = Buffer.alloc(DISCOVERY_LENGTH);
    request.copy(answer);
    answer.writeUInt16BE(2, 0);
    answer.write(from.host, 8, 'latin1');
    answer.writeUInt16BE(from.port, 72);
    from.send(answer);
  }

  #keepAlive(datagram: Buffer, from: UdpRoute): void {
    for (const session of this.#sessions.values())
      if (!session.ticket.isSpent && session.isRoutedTo(from)) session.onKeepalive();
    from.send(datagram);
  }

  #seeded(): Chance {
    const { seed } = this.knobs;
    if (this.#chance?.seed !== seed) this.#chance = { seed, source: new Chance(seed) };
    return this.#chance.source;
  }

  /** After what is going on now: the main gateway tells first. */
  #soon(act: () => void): void {
    const done = this.#options.activity.begin();
    setImmediate(() => {
      act();
      done();
    });
  }
}

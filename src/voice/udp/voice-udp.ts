import type { VoiceDiscoveryError } from '../../errors/voice-discovery-error.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { UdpAddress, UdpSocket, UdpSocketFactory } from '../../utils/udp-socket.js';
import { IpDiscovery } from './ip-discovery.js';

const KEEPALIVE_MS = 5_000;
const KEEPALIVE_LENGTH = 8;

/** Parts of the UDP side of a voice session. */
export interface VoiceUdpOptions {
  readonly clock: Clock;
  readonly sockets: UdpSocketFactory;
  readonly remote: UdpAddress;
  readonly ssrc: number;
  /** Own address is known; keepalives have begun. */
  onFound(own: UdpAddress): void;
  onFailed(error: Error | VoiceDiscoveryError): void;
  /** Datagram that is neither an answer to the discovery nor an echo of a keepalive. */
  onPacket(packet: Buffer): void;
}

/** Datagrams with one voice server: discovers the own address, then keeps the way through NAT open. */
export class VoiceUdp {
  readonly #options: VoiceUdpOptions;
  readonly #discovery: IpDiscovery;
  readonly #socket: UdpSocket;
  #keepalives = 0;
  #timer: TimerHandle;
  #isClosed = false;

  constructor(options: VoiceUdpOptions) {
    this.#options = options;
    const { clock, ssrc, remote } = options;
    this.#discovery = new IpDiscovery({
      clock,
      ssrc,
      remote,
      send: (datagram) => this.send(datagram),
      onFound: (own) => {
        this.#keepAlive();
        options.onFound(own);
      },
      onFailed: (error) => options.onFailed(error),
    });
    this.#socket = options.sockets.open(remote, {
      onMessage: (data) => this.#onMessage(data),
      onError: (error) => options.onFailed(error),
    });
  }

  /** Starts to look for the own address. */
  discover(): void {
    this.#discovery.start();
  }

  send(datagram: Uint8Array): void {
    if (!this.#isClosed) this.#socket.send(datagram);
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#discovery.stop();
    this.#options.clock.clearTimeout(this.#timer);
    this.#socket.close();
  }

  #onMessage(data: Buffer): void {
    if (this.#isClosed || data.length === KEEPALIVE_LENGTH || this.#discovery.onMessage(data)) return;
    this.#options.onPacket(data);
  }

  /** Regardless of traffic: a bot that only listens would lose its binding, and with it everything it hears. */
  #keepAlive(): void {
    const datagram = Buffer.alloc(KEEPALIVE_LENGTH);
    datagram.writeUInt32LE(this.#keepalives++ >>> 0, 0);
    this.send(datagram);
    this.#timer = this.#options.clock.setTimeout(() => this.#keepAlive(), KEEPALIVE_MS);
  }
}

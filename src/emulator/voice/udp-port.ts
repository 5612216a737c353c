import type { Socket } from 'node:dgram';
import { createSocket } from 'node:dgram';
import type { UdpAcceptor, UdpRoute } from './udp-route.js';

/** UDP port of the voice server on 127.0.0.1. */
export class UdpPort {
  readonly #socket: Socket = createSocket('udp4');
  readonly #routes = new Map<string, UdpRoute>();

  constructor(accept: UdpAcceptor) {
    this.#socket.on('message', (datagram, { address, port }) => accept(datagram, this.#route(address, port)));
  }

  /** Starts listening and gives the port. */
  async listen(): Promise<number> {
    await new Promise<void>((resolve, reject) => {
      this.#socket.once('error', reject);
      this.#socket.bind(0, '127.0.0.1', resolve);
    });
    return this.#socket.address().port;
  }

  close(): void {
    this.#socket.close();
  }

  #route(host: string, port: number): UdpRoute {
    const key = `${host}:${port}`;
    const found = this.#routes.get(key) ?? {
      host,
      port,
      send: (datagram: Buffer): void => this.#socket.send(datagram, port, host, () => {}),
    };
    this.#routes.set(key, found);
    return found;
  }
}

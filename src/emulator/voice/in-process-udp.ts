import { setImmediate } from 'node:timers';
import type { UdpAddress, UdpHandlers, UdpSocket, UdpSocketFactory } from '../../utils/udp-socket.js';
import type { Activity } from '../clock/activity.js';
import type { UdpAcceptor } from './udp-route.js';

/** Address under which the voice server sees clients of this process. */
const CLIENT_HOST = '198.51.100.7';
const FIRST_PORT = 40_000;

/** UDP without sockets: every datagram takes one turn of the event loop, and counts as traffic meanwhile. */
export class InProcessUdp implements UdpSocketFactory {
  readonly #activity: Activity;
  readonly #accept: UdpAcceptor;
  #port = FIRST_PORT;
  #open = 0;

  constructor(activity: Activity, accept: UdpAcceptor) {
    this.#activity = activity;
    this.#accept = accept;
  }

  /** Sockets that are open: zero when nothing leaks. */
  get openSockets(): number {
    return this.#open;
  }

  open(_remote: UdpAddress, handlers: UdpHandlers): UdpSocket {
    let isOpen = true;
    this.#open++;
    const route = {
      host: CLIENT_HOST,
      port: this.#port++,
      send: (datagram: Buffer): void =>
        this.#later(() => {
          if (isOpen) handlers.onMessage(datagram);
        }),
    };
    return {
      send: (data) => {
        const datagram = Buffer.from(data);
        if (isOpen) this.#later(() => this.#accept(datagram, route));
      },
      close: () => {
        if (isOpen) this.#open--;
        isOpen = false;
      },
    };
  }

  #later(deliver: () => void): void {
    const arrived = this.#activity.begin();
    setImmediate(() => {
      try {
        deliver();
      } finally {
        arrived();
      }
    });
  }
}

import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { UdpAddress, UdpHandlers, UdpSocket, UdpSocketFactory } from './udp-socket.js';

/**
 * Real UDP, by `node:dgram`.
 *
 * Sockets are connected: the system finds the way once and not for each datagram, and passes on only what comes from
 * the other side.
 */
export class NodeUdpSocketFactory implements UdpSocketFactory {
  /** Opens a socket for the traffic with one address; what is sent before it is bound waits for that. */
  open(remote: UdpAddress, handlers: UdpHandlers): UdpSocket {
    const socket = createSocket(isIPv6(remote.host) ? 'udp6' : 'udp4');
    let isOpen = true;
    let waiting: Uint8Array[] | undefined = [];
    socket.on('message', (data) => {
      if (isOpen) handlers.onMessage(data);
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      // Nobody listens there yet, or any more: lost datagrams, with which retransmission and keepalives deal.
      if (isOpen && error.code !== 'ECONNREFUSED') handlers.onError(error);
    });
    socket.connect(remote.port, remote.host, () => {
      for (const data of waiting ?? []) socket.send(data);
      waiting = undefined;
    });
    return {
      send: (data) => {
        if (!isOpen) return;
        if (waiting) waiting.push(data);
        else socket.send(data);
      },
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        waiting = [];
        socket.close();
      },
    };
  }
}

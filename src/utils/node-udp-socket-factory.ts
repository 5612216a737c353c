import { createSocket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import type { UdpAddress, UdpHandlers, UdpSocket, UdpSocketFactory } from './udp-socket.js';

/** Real UDP, by `node:dgram`. */
export class NodeUdpSocketFactory implements UdpSocketFactory {
  open(remote: UdpAddress, handlers: UdpHandlers): UdpSocket {
    const socket = createSocket(isIPv6(remote.host) ? 'udp6' : 'udp4');
    let isOpen = true;
    socket.on('message', (data, { address, port }) => {
      if (isOpen && port === remote.port && address === remote.host) handlers.onMessage(data);
    });
    socket.on('error', (error) => {
      if (isOpen) handlers.onError(error);
    });
    return {
      send: (data) => {
        // A failed datagram is a lost one: keepalives and retransmission deal with that.
        if (isOpen) socket.send(data, remote.port, remote.host, () => {});
      },
      close: () => {
        if (!isOpen) return;
        isOpen = false;
        socket.close();
      },
    };
  }
}

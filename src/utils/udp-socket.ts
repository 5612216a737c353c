import { portToken } from '../types/token.js';

/** Where datagrams go; the host is an address, not a name. */
export interface UdpAddress {
  /** Address in digits, never a name. */
  readonly host: string;
  /** Port, 1 to 65,535. */
  readonly port: number;
}

/** What a UDP socket tells its owner; each is called from the event loop, never from inside `open`. */
export interface UdpHandlers {
  /** One datagram from the address that the socket was opened for. */
  onMessage(data: Buffer): void;
  /** Called when something went wrong; the socket stays open. */
  onError(error: Error): void;
}

/** UDP socket for the traffic with one address. */
export interface UdpSocket {
  /** Sends one datagram; what cannot be sent is lost, as on the way. */
  send(data: Uint8Array): void;
  /** Closes the socket; no handler is called afterwards. */
  close(): void;
}

/** Way out to UDP; the emulator and virtual time put their own here. */
export interface UdpSocketFactory {
  /** Opens a socket for the traffic with one address. */
  open(remote: UdpAddress, handlers: UdpHandlers): UdpSocket;
}

/** Token by which the way out to UDP is injected. */
export const UdpSocketFactory = portToken<UdpSocketFactory>('UdpSocketFactory');

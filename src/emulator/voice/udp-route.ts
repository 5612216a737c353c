/** Way back to the sender of a datagram. */
export interface UdpRoute {
  readonly host: string;
  readonly port: number;
  send(datagram: Buffer): void;
}

/** Takes the datagrams that reach the voice server. */
export type UdpAcceptor = (datagram: Buffer, from: UdpRoute) => void;

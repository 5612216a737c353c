/** Server's end of one WebSocket, whichever transport carries it. */
export interface GatewayPeer {
  send(data: string | Uint8Array): void;
  /** Starts the closing handshake. */
  close(code: number, reason: string): void;
  /** Drops the connection without a close frame: the client sees 1006. */
  terminate(): void;
}

/** What the transport tells the server about one WebSocket. */
export interface GatewayPeerHandlers {
  onMessage(data: Buffer, isBinary: boolean): void;
  /** Called exactly once, last of all. */
  onClose(code: number): void;
}

/** Takes a new WebSocket; throws to refuse the handshake. */
export type GatewayAcceptor = (peer: GatewayPeer, url: URL) => GatewayPeerHandlers;

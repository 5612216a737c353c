import type { Activity } from '../clock/activity.js';
import type { SoundAddress } from '../emulator-hosts.js';
import type { UdpAcceptor } from '../voice/udp-route.js';
import type { GatewayPeer, GatewayPeerHandlers } from './gateway-peer.js';
import type { HttpHandler } from './http-exchange.js';

/** What is served on the ports. */
export interface OpenPortOptions {
  /** Port for HTTP and WebSockets; 0 asks the system for a free one. */
  readonly port: number;
  readonly activity: Activity;
  readonly handle: HttpHandler;
  accept(peer: GatewayPeer, url: URL, udp: SoundAddress): GatewayPeerHandlers;
  readonly onDatagram: UdpAcceptor;
}

/** Open ports of an emulator. */
export interface OpenPort {
  readonly port: number;
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Listens on 127.0.0.1: one port for HTTP and WebSockets, and one that the system chooses for sound by UDP. */
export async function openPort(options: OpenPortOptions): Promise<OpenPort> {
  const { accept, activity, handle, onDatagram } = options;
  const [{ PortServer }, { UdpPort }] = await Promise.all([
    import('./port-server.js'),
    import('../voice/udp-port.js'),
  ]);
  let udpPort = 0;
  const server = new PortServer({
    handle,
    accept: (peer, url) => accept(peer, url, { ip: HOST, port: udpPort }),
    activity,
  });
  const port = await server.listen(options.port);
  const udp = new UdpPort(onDatagram);
  udpPort = await udp.listen();
  return {
    port,
    async close() {
      await server.close();
      udp.close();
    },
  };
}

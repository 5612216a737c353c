import type { Activity } from '../clock/activity.js';
import { PortServer } from '../transport/port-server.js';
import { UdpPort } from './udp-port.js';
import type { VoiceServer } from './voice-server.js';

const HOST = '127.0.0.1';

/** Voice servers on 127.0.0.1: a port for WebSockets, another for UDP. */
export class VoicePort {
  readonly #webSockets: PortServer;
  readonly #udp: UdpPort;
  #udpPort = 0;

  constructor(voice: VoiceServer, activity: Activity) {
    this.#webSockets = new PortServer({
      accept: (peer, url) => voice.accept(peer, url, { ip: HOST, port: this.#udpPort }),
      activity,
      handle: async () => ({ status: 404, headers: {}, body: '' }),
    });
    this.#udp = new UdpPort((datagram, from) => voice.onDatagram(datagram, from));
  }

  /** Starts listening; gives the endpoint, with its scheme because it is not encrypted. */
  async listen(): Promise<string> {
    this.#udpPort = await this.#udp.listen();
    return `ws://${HOST}:${await this.#webSockets.listen(0)}`;
  }

  async close(): Promise<void> {
    this.#udp.close();
    await this.#webSockets.close();
  }
}

const HOST = 'discord.emulated';
const GATEWAY_URL = `ws://gateway.${HOST}`;
const VOICE_HOST = `voice.${HOST}`;
/** Where the voice servers are on a port: the gateway has the rest of it. */
const VOICE_PATH = '/voice';

/** Where a client sends its sound, as the voice server tells it. */
export interface SoundAddress {
  readonly ip: string;
  readonly port: number;
}

/** Names under which the emulator is reached: those of the process, and those of its port once it listens. */
export class EmulatorHosts {
  #port: number | undefined;

  /** Names that nobody but the process knows. */
  static readonly inProcess = {
    gatewayUrl: GATEWAY_URL,
    cdnUrl: `http://cdn.${HOST}`,
    /** Datagrams reach the voice servers whatever they are addressed to. */
    udp: { ip: '192.0.2.1', port: 50_000 },
  } as const;

  /** Base of the REST API. */
  get apiUrl(): string {
    return `http://${this.#port === undefined ? HOST : this.#loopback}/api/v10`;
  }

  get gatewayUrl(): string {
    return this.#port === undefined ? GATEWAY_URL : `ws://${this.#loopback}`;
  }

  /** Base of pictures and files. */
  get cdnUrl(): string {
    return this.#port === undefined ? EmulatorHosts.inProcess.cdnUrl : `http://${this.#loopback}`;
  }

  /** Endpoint of the voice servers; on a port with its scheme, because it is not encrypted. */
  get voiceEndpoint(): string {
    return this.#port === undefined ? `${VOICE_HOST}:443` : `ws://${this.#loopback}${VOICE_PATH}`;
  }

  /** Uses the names of a port on 127.0.0.1 from now on; those of the process go on to be known. */
  listenOn(port: number): void {
    this.#port = port;
  }

  /** Whether a host is this emulator's. */
  serves(host: string): boolean {
    return host === HOST || host.endsWith(`.${HOST}`) || host === this.#loopback;
  }

  /** Whether a WebSocket is for the voice servers, and not for the gateway. */
  isVoice({ host, pathname }: URL): boolean {
    return host === VOICE_HOST || (host === this.#loopback && pathname.startsWith(VOICE_PATH));
  }

  get #loopback(): string {
    return `127.0.0.1:${this.#port}`;
  }
}

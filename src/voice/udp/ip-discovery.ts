/**
 * Finds the address under which the voice server sees the bot, through whatever NAT lies between.
 *
 * The request is one datagram and so is the answer; either may be lost, so the request is repeated until an answer
 * comes. Other datagrams that arrive meanwhile are none of its business.
 *
 * @see https://docs.discord.com/developers/topics/voice-connections#ip-discovery
 */
import { VoiceDiscoveryError } from '../../errors/voice-discovery-error.js';
import type { Clock, TimerHandle } from '../../utils/clock.js';
import type { UdpAddress } from '../../utils/udp-socket.js';

const PACKET_LENGTH = 74;
const REQUEST = 1;
const RESPONSE = 2;
const ATTEMPTS = 6;
const RETRY_MS = 500;

/** Parts of one discovery. */
export interface IpDiscoveryOptions {
  readonly clock: Clock;
  readonly ssrc: number;
  readonly remote: UdpAddress;
  send(datagram: Buffer): void;
  onFound(own: UdpAddress): void;
  onFailed(error: VoiceDiscoveryError): void;
}

/** One search for the bot's own address. */
export class IpDiscovery {
  readonly #options: IpDiscoveryOptions;
  #attempts = 0;
  #timer: TimerHandle;
  #isOver = false;

  constructor(options: IpDiscoveryOptions) {
    this.#options = options;
  }

  start(): void {
    this.#ask();
  }

  stop(): void {
    this.#isOver = true;
    this.#options.clock.clearTimeout(this.#timer);
  }

  /** Takes a datagram; whether it was an answer. */
  onMessage(data: Buffer): boolean {
    const own = readDiscoveryResponse(data, this.#options.ssrc);
    if (!own) return false;
    if (!this.#isOver) {
      this.stop();
      this.#options.onFound(own);
    }
    return true;
  }

  #ask(): void {
    const { clock, ssrc, remote } = this.#options;
    if (this.#attempts === ATTEMPTS) {
      this.#isOver = true;
      this.#options.onFailed(new VoiceDiscoveryError(`${remote.host}:${remote.port}`, ATTEMPTS));
      return;
    }
    this.#attempts++;
    this.#options.send(discoveryRequest(ssrc));
    this.#timer = clock.setTimeout(() => this.#ask(), RETRY_MS);
  }
}

/** Datagram that asks for the bot's own address. */
export function discoveryRequest(ssrc: number): Buffer {
  const request = Buffer.alloc(PACKET_LENGTH);
  request.writeUInt16BE(REQUEST, 0);
  request.writeUInt16BE(PACKET_LENGTH - 4, 2);
  request.writeUInt32BE(ssrc, 4);
  return request;
}

/** Address in an answer to this source; `undefined` when the datagram is something else. */
export function readDiscoveryResponse(data: Buffer, ssrc: number): UdpAddress | undefined {
  if (data.length !== PACKET_LENGTH || data.readUInt16BE(0) !== RESPONSE) return undefined;
  if (data.readUInt16BE(2) !== PACKET_LENGTH - 4 || data.readUInt32BE(4) !== ssrc) return undefined;
  const address = data.subarray(8, 72);
  const end = address.indexOf(0);
  const host = address.toString('latin1', 0, end === -1 ? address.length : end);
  const port = data.readUInt16BE(72);
  return host === '' || port === 0 ? undefined : { host, port };
}

import type { Snowflake } from '../../types/type-tools.js';

/** Audio on its way through the voice server: transport encryption is off, end-to-end encryption is on. */
export interface MediaPacket {
  readonly userId: Snowflake;
  readonly ssrc: number;
  readonly sequence: number;
  readonly timestamp: number;
  readonly frame: Buffer;
}

/** Somebody in a call: a client over the wire, or a person of the emulator. */
export interface Participant {
  readonly userId: Snowflake;
  readonly ssrc: number;
  /** Version of end-to-end encryption; 0 for none. */
  readonly daveVersion: number;
  /** Whether it is a person of the emulator. */
  readonly isPerson: boolean;
  /** Bits of Speaking; `undefined` before the first one. */
  speaking: number | undefined;
  /** Sends a message that is numbered and can be repeated. */
  tell(op: number, data: unknown): void;
  tellBinary(op: number, payload: Buffer): void;
  /** Hands on what somebody else said. */
  hear(packet: MediaPacket): void;
  /** Notes that it did what Discord does not allow. */
  blame(what: string): void;
  /** Ends its session. */
  dismiss(closeCode: number): void;
}

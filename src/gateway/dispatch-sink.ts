import type { BodyReader } from './codec/body-reader.js';

/**
 * Where a shard hands up what it received; the one way by which data leaves the gateway room.
 *
 * Implemented by the dispatcher and handed down by the composition root, so the gateway knows nothing above it.
 */
export interface DispatchSink {
  /**
   * Whether anything would look at this event.
   *
   * Asked with the name read from the frame's head, before its JSON is parsed; `false` drops the frame unparsed.
   */
  wants(eventName: string): boolean;
  /**
   * Reader of this event's data, which is then not parsed: `dispatch` gets what it has read.
   *
   * @defaultValue everything is parsed
   */
  bodyReader?(eventName: string): BodyReader | undefined;
  /**
   * Takes one dispatch, in the order of the session's sequence; must not throw.
   *
   * `frame` is the JSON text of the whole frame, where the connection has such a text: good during the call only, the
   * sink copies what it wants to keep. Keeping a message as text costs a tenth of keeping its object alive.
   */
  dispatch(eventName: string, data: unknown, shardId: number, frame?: Buffer): void;
}

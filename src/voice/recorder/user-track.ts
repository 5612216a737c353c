import type { ReceivedFrame } from '../receiver/received-frame.js';
import { Timeline } from './timeline.js';
import type { TrackFile } from './track-file.js';

/** Track of one user. */
export class UserTrack {
  readonly #timeline: Timeline;

  constructor(
    readonly file: TrackFile,
    startedAtMs: number,
  ) {
    this.#timeline = new Timeline(startedAtMs);
  }

  add(frame: ReceivedFrame): void {
    const silence = this.#timeline.place(frame);
    if (silence === undefined) return;
    this.file.addSilence(silence);
    this.file.addPacket(frame);
  }

  /** Fills up with silence to a moment. */
  advanceTo(nowMs: number): void {
    this.file.addSilence(this.#timeline.advanceTo(nowMs));
  }
}

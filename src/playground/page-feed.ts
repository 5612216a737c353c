/** Keeps one open page up to date: says what changed since the last time, at most once in a frame. */
import type { Emulator } from '../emulator/emulator.js';
import type { WorldDispatch } from '../emulator/world/world-dispatch.js';
import type { Clock } from '../utils/clock.js';
import type { ConnectionWatch } from './connection-watch.js';
import { faultButtons } from './fault-buttons.js';
import type { Journal } from './journal.js';
import type { MessageView } from './message-view.js';
import type { ServerMessage } from './page-message.js';
import { viewMessages } from './view-messages.js';
import { viewWorld } from './view-world.js';
import type { Viewpoint } from './viewpoint.js';

const FRAME_MS = 25;

/** What a feed reads and where it writes. */
export interface PageFeedParts {
  readonly emulator: Emulator;
  readonly viewpoint: Viewpoint;
  readonly peopleIds: () => readonly string[];
  readonly connections: ConnectionWatch;
  readonly journal: Journal;
  /** Real time: pages are looked at by people, whatever the clock of the emulator. */
  readonly clock: Clock;
  readonly send: (message: ServerMessage) => void;
}

/** Feed of one page. */
export class PageFeed {
  readonly #parts: PageFeedParts;
  readonly #stops: readonly (() => void)[];
  #world = '';
  #channelId: string | undefined;
  #messages = new Map<string, string>();
  #order = '';
  #isPlanned = false;
  #isClosed = false;

  constructor(parts: PageFeedParts) {
    this.#parts = parts;
    const { emulator, journal, send } = parts;
    this.#stops = [
      emulator.world.listen((dispatch) => this.#hear(dispatch)),
      journal.read({
        traffic: (entry) => {
          send({ type: 'traffic', entries: [entry] });
          // What no event tells, such as registered commands and who is connected, goes over the wire too.
          this.plan();
        },
        log: (entry) => send({ type: 'log', entries: [entry] }),
        status: (status) => send({ type: 'status', status, faults: faultButtons }),
      }),
    ];
    send({ type: 'status', status: journal.status, faults: faultButtons });
    send({ type: 'traffic', entries: journal.traffic });
    send({ type: 'log', entries: journal.logs });
    this.flush();
  }

  /** Looks for changes soon. */
  plan(): void {
    if (this.#isPlanned || this.#isClosed) return;
    this.#isPlanned = true;
    this.#parts.clock.setTimeout(() => this.flush(), FRAME_MS, { unref: true });
  }

  /** Looks for changes now. */
  flush(): void {
    this.#isPlanned = false;
    if (this.#isClosed) return;
    this.#tellWorld();
    this.#tellMessages();
  }

  close(): void {
    this.#isClosed = true;
    for (const stop of this.#stops) stop();
  }

  #hear({ name, data }: WorldDispatch): void {
    if (name === 'TYPING_START' && typeof data === 'object') {
      const { channel_id: channelId, user_id: userId } = data as { channel_id: string; user_id: string };
      this.#parts.send({ type: 'typing', channelId, userId });
    } else this.plan();
  }

  #tellWorld(): void {
    const { emulator, viewpoint, peopleIds, connections, send } = this.#parts;
    const world = viewWorld(emulator.world, viewpoint, peopleIds(), (name) => connections.isOnline(name));
    const text = JSON.stringify(world);
    if (text === this.#world) return;
    this.#world = text;
    send({ type: 'world', world });
  }

  #tellMessages(): void {
    const { emulator, viewpoint, send } = this.#parts;
    const { channel, viewer } = viewpoint;
    if (!channel) return;
    const now = viewMessages(emulator.world, channel, viewer.id);
    const place = `${viewer.id}/${channel.data.id}`;
    const isElsewhere = this.#channelId !== place;
    const before = isElsewhere ? new Map<string, string>() : this.#messages;
    const changed = [...now].filter(([id, text]) => before.get(id) !== text).map(([, text]) => text);
    const order = [...now.keys()];
    const key = order.join();
    if (!isElsewhere && changed.length === 0 && key === this.#order) return;
    this.#channelId = place;
    this.#messages = now;
    this.#order = key;
    send({
      type: 'messages',
      channelId: channel.data.id,
      order,
      changed: changed.map((text) => JSON.parse(text) as MessageView),
    });
  }
}

import type { Clock } from '../../../src/utils/clock.js';
import type { ScriptedConnection, ScriptedGateway } from './scripted-gateway.js';

const HEARTBEAT_MS = 41_250;

/** What can go wrong, each with its weight. */
const faults: readonly (readonly [string, number])[] = [
  ['close 4000', 3],
  ['close 4001', 1],
  ['close 4002', 1],
  ['close 4003', 1],
  ['close 4005', 1],
  ['close 4007', 1],
  ['close 4008', 1],
  ['close 4009', 2],
  ['close 1000', 1],
  ['close 1001', 1],
  ['drop', 4],
  ['op 7', 4],
  ['op 9 true', 2],
  ['op 9 false', 2],
  ['no acks', 2],
  ['silence', 1],
  ['malformed', 2],
  ['duplicate', 4],
];

/** Session as Discord keeps it: everything it was ever sent, to repeat after Resume. */
export interface SmallSession {
  readonly id: string;
  readonly shardId: number;
  /** Ids of the events, in order; the first has sequence 2. */
  readonly events: string[];
  connection: ScriptedConnection | undefined;
  isOver: boolean;
}

/** As much of Discord's gateway as a soak needs: sessions, replays, identify limits, and faults from a seed. */
export class SmallDiscord {
  readonly sessions: SmallSession[] = [];
  readonly faultCounts = new Map<string, number>();
  identifies = 0;
  /** Identifies that came less than 5 s after another of their key; Discord would refuse them. */
  hastyIdentifies = 0;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #lastIdentify = new Map<number, number>();
  readonly #muted = new Set<ScriptedConnection>();
  readonly #maxConcurrency: number;
  #events = 0;

  constructor(gateway: ScriptedGateway, clock: Clock, random: () => number, maxConcurrency: number) {
    this.#clock = clock;
    this.#random = random;
    this.#maxConcurrency = maxConcurrency;
    gateway.onConnection = (connection) => this.#greet(connection);
  }

  /** Sends one event to the shard's session, connected or not. */
  emit(shardId: number): void {
    const session = this.#sessionOf(shardId);
    if (!session) return;
    session.events.push(`event-${this.#events++}`);
    if (session.connection && !this.#muted.has(session.connection))
      this.#send(session, session.events.length - 1);
  }

  /** Lets one thing go wrong with the shard's connection. */
  disturb(shardId: number): void {
    const session = this.#sessionOf(shardId);
    const connection = session?.connection;
    if (!session || !connection?.isOpen) return;
    const fault = this.#pickFault();
    this.faultCounts.set(fault, (this.faultCounts.get(fault) ?? 0) + 1);
    this.#commit(fault, session, connection);
  }

  #commit(fault: string, session: SmallSession, connection: ScriptedConnection): void {
    if (fault.startsWith('close')) {
      const code = Number(fault.slice(6));
      if ([1000, 1001, 4003, 4005, 4007, 4009].includes(code)) session.isOver = true;
      session.connection = undefined;
      connection.hangUp(code);
    } else if (fault === 'drop') {
      session.connection = undefined;
      connection.cut();
    } else if (fault === 'op 7') {
      connection.say({ op: 7 });
    } else if (fault === 'op 9 true') {
      connection.say({ op: 9, d: true });
    } else if (fault === 'op 9 false') {
      session.isOver = true;
      connection.say({ op: 9, d: false });
    } else if (fault === 'no acks') {
      connection.acks = false;
    } else if (fault === 'silence') {
      connection.acks = false;
      this.#muted.add(connection);
    } else if (fault === 'malformed') {
      session.events.push(`event-${this.#events++}`);
      connection.sayText(`{"t":"MESSAGE_CREATE","s":${session.events.length + 1},"op":0,"d":{"id`);
    } else if (session.events.length > 0) {
      this.#send(session, session.events.length - 1);
    }
  }

  #greet(connection: ScriptedConnection): void {
    const luck = this.#random();
    if (luck < 0.03) connection.hangUp(1006);
    // Now and then nobody says Hello.
    if (luck < 0.04) return;
    const send = connection.send.bind(connection);
    connection.send = (data) => {
      send(data);
      const payload = connection.received.at(-1);
      if (payload?.op === 2) this.#onIdentify(connection, payload.d as { shard: [number, number] });
      if (payload?.op === 6) this.#onResume(connection, payload.d as { session_id: string; seq: number });
    };
    connection.hello(HEARTBEAT_MS);
  }

  #onIdentify(connection: ScriptedConnection, { shard: [shardId] }: { shard: [number, number] }): void {
    const key = shardId % this.#maxConcurrency;
    const now = this.#clock.now();
    if (now - (this.#lastIdentify.get(key) ?? Number.NEGATIVE_INFINITY) < 5_000) this.hastyIdentifies += 1;
    this.#lastIdentify.set(key, now);
    const before = this.#sessionOf(shardId);
    if (before) before.isOver = true;
    const id = `session-${this.identifies++}`;
    this.sessions.push({ id, shardId, events: [], connection, isOver: false });
    connection.ready(id);
  }

  #onResume(connection: ScriptedConnection, { session_id, seq }: { session_id: string; seq: number }): void {
    const session = this.sessions.find(({ id }) => id === session_id);
    if (!session || session.isOver || this.#random() < 0.02) {
      if (session) session.isOver = true;
      connection.say({ op: 9, d: false });
      return;
    }
    session.connection = connection;
    for (let index = seq - 1; index < session.events.length; index++) {
      this.#send(session, index);
      if (this.#random() < 0.01) {
        session.connection = undefined;
        connection.cut();
        return;
      }
    }
    connection.say({ op: 0, t: 'RESUMED', s: session.events.length + 2, d: {} });
    // RESUMED has a number of its own in the session.
    session.events.push('resumed');
  }

  #send(session: SmallSession, index: number): void {
    const id = session.events[index];
    if (id === 'resumed') session.connection?.say({ op: 0, t: 'RESUMED', s: index + 2, d: {} });
    else session.connection?.dispatch('MESSAGE_CREATE', index + 2, { id, session: session.id });
  }

  #sessionOf(shardId: number): SmallSession | undefined {
    const session = this.sessions.findLast((candidate) => candidate.shardId === shardId);
    return session?.isOver ? undefined : session;
  }

  #pickFault(): string {
    const total = faults.reduce((sum, [, weight]) => sum + weight, 0);
    let at = this.#random() * total;
    for (const [fault, weight] of faults) {
      at -= weight;
      if (at < 0) return fault;
    }
    return 'drop';
  }
}

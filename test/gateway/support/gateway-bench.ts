import type { DispatchSink } from '../../../src/gateway/dispatch-sink.js';
import { ShardManager } from '../../../src/gateway/shard-manager.js';
import type { ShardManagerOptions } from '../../../src/gateway/shard-manager-options.js';
import type { ShardDisconnect, ShardResume } from '../../../src/gateway/shard-observer.js';
import type { LogFields, Logger } from '../../../src/utils/logger.js';
import { Secret } from '../../../src/utils/secret.js';
import { ManualClock } from './manual-clock.js';
import { ScriptedGateway } from './scripted-gateway.js';

/** Token of the right form that belongs to nobody. */
export const TEST_TOKEN = 'ODAzNTExMTAyMjQ2Nzg5MTI.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789AB';

/** Sink that keeps what it gets. */
export class RecordingSink implements DispatchSink {
  readonly events: { name: string; data: unknown; shardId: number }[] = [];
  readonly asked: string[] = [];
  wanted: (name: string) => boolean = () => true;

  wants(name: string): boolean {
    this.asked.push(name);
    return this.wanted(name);
  }

  dispatch(name: string, data: unknown, shardId: number): void {
    this.events.push({ name, data, shardId });
  }

  get names(): string[] {
    return this.events.map((event) => event.name);
  }
}

/** Logger that keeps its lines. */
export class RecordingLogger implements Logger {
  readonly lines: { level: string; message: string; fields: LogFields | undefined }[] = [];
  debug = this.#writer('debug');
  info = this.#writer('info');
  warn = this.#writer('warn');
  error = this.#writer('error');

  #writer(level: string) {
    return (_room: string, message: string, fields?: LogFields): void => {
      this.lines.push({ level, message, fields });
    };
  }
}

/** One manager on a clock that stands still, with the gateway in the test's hands. */
export class GatewayBench {
  readonly clock = new ManualClock();
  readonly gateway = new ScriptedGateway();
  readonly sink = new RecordingSink();
  readonly logger = new RecordingLogger();
  readonly notes: string[] = [];
  readonly disconnects: ShardDisconnect[] = [];
  readonly resumes: ShardResume[] = [];
  readonly errors: unknown[] = [];
  readonly manager: ShardManager;

  constructor(options: Partial<ShardManagerOptions> = {}) {
    this.manager = new ShardManager({
      token: new Secret(TEST_TOKEN),
      intents: 513,
      sink: this.sink,
      sockets: this.gateway,
      clock: this.clock,
      logger: this.logger,
      random: () => 0.5,
      fetchGatewayInfo: async () => this.gateway.info,
      observer: {
        onConnect: (id) => this.notes.push(`connect ${id}`),
        onReady: (id) => this.notes.push(`ready ${id}`),
        onResumed: (id, resume) => {
          this.notes.push(`resumed ${id}`);
          this.resumes.push(resume);
        },
        onDisconnect: (id, disconnect) => {
          this.notes.push(`disconnect ${id} ${disconnect.code} ${disconnect.next}`);
          this.disconnects.push(disconnect);
        },
        onError: (id, error) => {
          this.notes.push(`error ${id}`);
          this.errors.push(error);
        },
      },
      ...options,
    });
  }

  /** Connects one shard as far as READY. */
  async connect(): Promise<void> {
    const connecting = this.manager.connect();
    await this.clock.settle();
    this.gateway.last.hello();
    await this.clock.settle();
    this.gateway.last.ready();
    await connecting;
  }

  /** Lets the gateway greet and accept every connection by itself. */
  autoAccept(): void {
    this.gateway.onConnection = (connection) => {
      connection.hello();
      const send = connection.send.bind(connection);
      connection.send = (data) => {
        send(data);
        const payload = connection.received.at(-1);
        if (payload?.op === 2) connection.ready();
        if (payload?.op === 6) connection.dispatch('RESUMED', 1_000);
      };
    };
  }
}

/** One bot in a process of its own: tells on stdout what it hears, and keeps its session when it is told to stop. */
import { FileSessionStore } from '../../../src/gateway/session/file-session-store.js';
import { ShardManager } from '../../../src/gateway/shard-manager.js';
import { Secret } from '../../../src/utils/secret.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { SystemClock } from '../../../src/utils/system-clock.js';
import { WsSocketFactory } from '../../../src/utils/ws-socket-factory.js';

const [url = '', token = '', directory = ''] = process.argv.slice(2);

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

const gateway = new ShardManager({
  token: new Secret(token),
  intents: 1 | 512 | 32_768,
  sink: {
    wants: () => true,
    dispatch: (name, data) => tell({ name, content: (data as { content?: string }).content }),
  },
  sockets: new WsSocketFactory(),
  clock: new SystemClock(),
  logger: silentLogger,
  sessionStore: new FileSessionStore(directory),
  fetchGatewayInfo: async () => ({
    url,
    shards: 1,
    session_start_limit: { total: 1000, remaining: 1000, reset_after: 0, max_concurrency: 1 },
  }),
  observer: {
    onReady: () => tell({ state: 'ready' }),
    onResumed: (_shardId, { isRestored }) => tell({ state: 'resumed', isRestored }),
  },
});

process.once('SIGTERM', () => void gateway.close({ keepSession: true }).then(() => process.exit(0)));
await gateway.connect();

/** One of a bot's processes: connects its shards and tells the others what it hears. */
import { ClusterWorker } from '../../../src/cluster/cluster-worker.js';
import { ShardManager } from '../../../src/gateway/shard-manager.js';
import { Secret } from '../../../src/utils/secret.js';
import { silentLogger } from '../../../src/utils/silent-logger.js';
import { SystemClock } from '../../../src/utils/system-clock.js';
import { WsSocketFactory } from '../../../src/utils/ws-socket-factory.js';
import './cluster-notes.js';

const worker = ClusterWorker.fromEnvironment();
if (!worker) throw new Error('started by nobody');
const tell = (what: string): void => worker.broadcast('told', { what, pid: process.pid });

const gateway = new ShardManager({
  token: new Secret(process.argv[2] ?? ''),
  intents: 1 | 512 | 32_768,
  sink: {
    wants: () => true,
    dispatch: (name, data) => {
      if (name === 'MESSAGE_CREATE') tell((data as { content: string }).content);
    },
  },
  sockets: new WsSocketFactory(),
  clock: new SystemClock(),
  logger: silentLogger,
  shards: worker.shards,
  identifyQueue: worker.identifyQueue,
  sessionStore: worker.sessionStore,
  fetchGatewayInfo: () => worker.fetchGatewayInfo(),
  observer: {
    onReady: (shardId) => tell(`ready ${shardId}`),
    onResumed: (shardId, { isRestored }) => tell(`resumed ${shardId} ${isRestored}`),
  },
});

worker.onStop(() => void gateway.close().then(() => process.exit(0)));
worker.on('echo', ({ text }, from) => tell(`echo ${text} from ${from}`));
await gateway.connect();
worker.tellReady();

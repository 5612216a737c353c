import { randomBytes } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Emulator } from '../emulator/emulator.js';
import type { Person } from '../emulator/people/person.js';
import type { Awaitable } from '../types/type-tools.js';
import type { Logger } from '../utils/logger.js';
import { SystemClock } from '../utils/system-clock.js';
import { ConnectionWatch } from './connection-watch.js';
import { Journal } from './journal.js';
import { JournalLogger } from './journal-logger.js';
import type { BotStatus, LogView } from './journal-view.js';
import { PageDeeds } from './page-deeds.js';
import { PageFeed } from './page-feed.js';
import type { PageRequest } from './page-message.js';
import { PageServer } from './page-server.js';
import { Viewpoint } from './viewpoint.js';

/** What a playground shows. */
export interface PlaygroundOptions {
  /** Discord to show. */
  readonly emulator: Emulator;
  /** People whom whoever looks can be; the first one is the first viewer. */
  readonly people: readonly Person[];
  /** Port of the page. @defaultValue a free one */
  readonly port?: number;
  /** Starts the bot again, for the page's button. */
  readonly restart?: () => Awaitable<unknown>;
}

/** Running playground. */
export interface Playground extends AsyncDisposable {
  /** Address of the page; who knows it can act in the emulated Discord. */
  readonly url: string;
  /** Logger whose lines the page shows: give it to a bot in the same process. */
  readonly logger: Logger;
  /** Shows one line of a log. */
  log(line: Omit<LogView, 'id'>): void;
  /** Shows how the bot's process is. */
  setStatus(status: BotStatus): void;
  /** Closes the page and its connections; the emulator goes on. */
  close(): Promise<void>;
}

/**
 * Serves a page on loopback that looks and works like a Discord client, for an emulated Discord.
 *
 * @example
 * ```ts
 * const discord = new Emulator();
 * await discord.listen();
 * const alice = discord.createUser('Alice');
 * const account = discord.createBot({ name: 'shop' });
 * discord.createGuild({ owner: alice, members: [account] });
 * const { url, logger } = await startPlayground({ emulator: discord, people: [alice] });
 * console.log(url);
 * ```
 * @throws {InvalidInvocationError} when there are no people.
 */
export async function startPlayground(options: PlaygroundOptions): Promise<Playground> {
  const { emulator } = options;
  const journal = new Journal();
  const connections = new ConnectionWatch(emulator.transcript);
  for (const entry of emulator.transcript.entries) journal.addTraffic(entry);
  const stopWatching = emulator.transcript.watch((entry) => journal.addTraffic(entry));
  const people = new Map(options.people.map((person) => [person.id, person]));
  // Fails here and not when the first page opens.
  new Viewpoint(emulator.world, people);
  const scene = { emulator, people, restart: options.restart };
  const clock = new SystemClock();
  const accept = (socket: WebSocket): void => {
    const viewpoint = new Viewpoint(emulator.world, people);
    const deeds = new PageDeeds(scene, viewpoint);
    const send = (message: object): void => socket.send(JSON.stringify(message));
    const peopleIds = (): string[] => [...people.keys()];
    const feed = new PageFeed({ emulator, viewpoint, peopleIds, connections, journal, clock, send });
    socket.on('close', () => feed.close());
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const request = readRequest(String(data));
      if (!request) return socket.close(1003);
      void deeds.run(request.deed, request.with).then((result) => {
        feed.flush();
        send({ type: 'result', id: request.id, result });
      });
    });
  };
  const server = new PageServer({
    token: randomBytes(16).toString('hex'),
    file: (path) => emulator.world.files.get(path),
    accept,
  });
  const url = await server.listen(options.port ?? 0);
  const close = async (): Promise<void> => {
    stopWatching();
    connections.close();
    await server.close();
  };
  return {
    url,
    logger: new JournalLogger(journal, emulator.clock),
    log: (line) => journal.addLog(line),
    setStatus: (status) => journal.setStatus(status),
    close,
    [Symbol.asyncDispose]: close,
  };
}

function readRequest(text: string): PageRequest | undefined {
  try {
    const request = JSON.parse(text) as Partial<PageRequest> | null;
    return typeof request?.deed === 'string' ? (request as PageRequest) : undefined;
  } catch {
    return undefined;
  }
}

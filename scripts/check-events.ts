/**
 * Compares the dispatches that have a handler with a list of all that are documented.
 *
 * `npm run check:events -- <events.json>`: a JSON array of `{ event, intents }`. Prints `N of N`, and what is missing.
 */
import { readFile } from 'node:fs/promises';
import { dispatchHandlers } from '../src/dispatch/dispatch-handlers.js';
import type { GatewayDispatchName } from '../src/events/dispatch-intents.js';
import { dispatchIntents } from '../src/events/dispatch-intents.js';
import { eventSources } from '../src/events/event-sources.js';
import { Intents } from '../src/events/intents.js';

interface DocumentedEvent {
  readonly event: string;
  readonly intents: readonly string[];
}

const path = process.argv[2];
if (path === undefined) {
  console.error('Give the path of the list: npm run check:events -- events.json');
  process.exit(2);
}
check(path).then(
  (problems) => process.exit(problems === 0 ? 0 : 1),
  (error) => {
    console.error(error);
    process.exit(2);
  },
);

async function check(file: string): Promise<number> {
  const documented = JSON.parse(await readFile(file, 'utf8')) as DocumentedEvent[];
  const sources: ReadonlySet<string> = new Set(Object.values(eventSources).flat());
  const problems = documented.flatMap(({ event, intents }) => {
    if (!Object.hasOwn(dispatchHandlers, event)) return [`${event}: no handler`];
    if (!sources.has(event)) return [`${event}: no event of EventMap comes from it`];
    return hasIntents(event as GatewayDispatchName, intents)
      ? []
      : [`${event}: other intents than ${intents.join(', ')}`];
  });
  const missing = new Set(problems.map((line) => line.split(':')[0]));
  for (const line of problems) console.log(line);
  console.log(`${documented.length - missing.size} of ${documented.length}`);
  return problems.length;
}

function hasIntents(event: GatewayDispatchName, documented: readonly string[]): boolean {
  const names = documented.map((name) =>
    name.toLowerCase().replace(/(?:^|_)([a-z])/g, (_all, letter) => letter.toUpperCase()),
  );
  return new Intents(names as never).equals(dispatchIntents[event]);
}

/**
 * Compares the operations that the REST client has methods for with a list of Discord's.
 *
 *     npm run check:routes -- path/to/routes.json
 *
 * Lists what is missing, prints `N of N`, and fails if anything is. A `routes-extra.json` beside the file is read too.
 * Methods whose operation may tell the audit log a reason must take one, and no others.
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { RequestRecorder, recordingRest } from './recorded-request.js';
import { callEverything } from './requests/all-requests.js';

interface ListedRoute {
  readonly method: string;
  readonly path: string;
  readonly auth?: readonly string[];
  readonly documented?: boolean;
  readonly deprecated?: boolean;
  readonly auditLogReason?: boolean;
}

/** Dummies for the arguments of any method: ids, bodies and options alike. */
const ARGUMENTS = Array.from({ length: 8 }, () => '1');

function main(path: string | undefined): number {
  if (path === undefined) {
    console.error('Give the path of a routes.json: npm run check:routes -- routes.json');
    return 2;
  }
  const listed = readRoutes(path);
  const wanted = [...listed.keys()];
  const offered = offeredRoutes();
  const missing = wanted.filter((route) => !offered.has(route));
  const misplaced = misplacedReasons(listed);
  for (const route of missing) console.log(`missing: ${route}`);
  for (const fault of misplaced) console.log(fault);
  console.log(`${wanted.length - missing.length} of ${wanted.length}`);
  return missing.length + misplaced.length === 0 ? 0 : 1;
}

/** Operations that are documented and that a bot, or anybody, may call. */
function readRoutes(path: string): ReadonlyMap<string, ListedRoute> {
  const extra = join(dirname(path), 'routes-extra.json');
  const files = existsSync(extra) ? [path, extra] : [path];
  const listed = files.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')) as ListedRoute[]);
  const callable = listed.filter(
    ({ auth, documented }) => documented !== false && (auth?.some((kind) => kind !== 'OAuth2') ?? true),
  );
  return new Map(callable.map((route) => [`${route.method} ${route.path.replace(/\{\w+\}/g, '{}')}`, route]));
}

/** Operations that take a reason and should not, or the other way round; deprecated ones may do as they like. */
function misplacedReasons(listed: ReadonlyMap<string, ListedRoute>): readonly string[] {
  const recorder = new RequestRecorder();
  callEverything(recordingRest(recorder));
  const given = recorder.requests.filter(({ options }) => options.reason !== undefined);
  const withReason = new Set(given.map(({ route }) => route.shape.key));
  return [...listed].flatMap(([key, { auditLogReason, deprecated }]) => {
    if (auditLogReason === undefined || deprecated || auditLogReason === withReason.has(key)) return [];
    return [`${key}: ${auditLogReason ? 'should take a reason' : 'should take no reason'}`];
  });
}

/** Calls every method once and looks at the route that it asks for. */
function offeredRoutes(): ReadonlySet<string> {
  const recorder = new RequestRecorder();
  for (const resource of Object.values(recordingRest(recorder))) {
    const methods = Object.getOwnPropertyNames(Object.getPrototypeOf(resource));
    for (const name of methods) {
      if (name === 'constructor' || name.startsWith('iterate')) continue;
      (resource as Record<string, (...values: string[]) => unknown>)[name]!(...ARGUMENTS);
    }
  }
  return new Set(recorder.requests.map(({ route }) => route.shape.key));
}

process.exitCode = main(process.argv[2]);

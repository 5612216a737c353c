/**
 * Calls every method of the REST client with every option and compares what would be sent with Discord's description.
 *
 *     npm run check:requests -- path/to/openapi.json
 *
 * Looks at path, query and body: unknown and missing names, types, ranges, and options that no method can send. Prints the
 * differences and fails if there are any. The calls stand in `scripts/requests/`, where the compiler checks them too.
 */
import { KNOWN_DIFFERENCES } from './known-differences.js';
import { readDocument } from './openapi/description.js';
import { RequestCheck } from './openapi/request-check.js';
import { RequestRecorder, recordingRest } from './recorded-request.js';
import { callEverything } from './requests/all-requests.js';

async function main(path: string | undefined): Promise<number> {
  if (path === undefined) {
    console.error('Give the path of an OpenAPI description: npm run check:requests -- openapi.json');
    return 2;
  }
  const api = new RequestCheck(readDocument(path));
  const recorder = new RequestRecorder();
  const called = new Set<string>();
  const rest = recordingRest(recorder);
  for (const [name, resource] of Object.entries(rest))
    Object.assign(rest, { [name]: watch(name, resource, called) });
  await Promise.all(callEverything(rest));

  const found = [
    ...uncalledMethods(rest, called),
    ...recorder.requests.flatMap((request) => api.check(request)),
    ...api.neverSent(),
  ];
  const faults = found.filter((fault) => !(fault in KNOWN_DIFFERENCES));
  const outdated = Object.keys(KNOWN_DIFFERENCES).filter((fault) => !found.includes(fault));
  faults.push(...outdated.map((fault) => `no longer true, remove it from known-differences.ts: ${fault}`));
  for (const fault of faults) console.log(fault);
  const known = found.filter((fault) => fault in KNOWN_DIFFERENCES).length;
  console.log(
    `${recorder.requests.length} requests by ${called.size} methods: ${faults.length} differences, ${known} known ones`,
  );
  return faults.length === 0 ? 0 : 1;
}

/** Resource that notes which of its methods are called. */
function watch(name: string, resource: object, called: Set<string>): object {
  return new Proxy(resource, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function' || typeof key !== 'string') return value;
      return (...values: unknown[]) => {
        called.add(`${name}.${key}`);
        return (value as (...values: unknown[]) => unknown).apply(target, values);
      };
    },
  });
}

function uncalledMethods(rest: object, called: ReadonlySet<string>): string[] {
  return Object.entries(rest).flatMap(([name, resource]) =>
    Object.getOwnPropertyNames(Object.getPrototypeOf(resource))
      .filter((method) => method !== 'constructor' && !method.startsWith('iterate'))
      .map((method) => `${name}.${method}`)
      .filter((method) => !called.has(method))
      .map((method) => `${method}: is not called by scripts/requests`),
  );
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error);
    process.exitCode = 2;
  },
);

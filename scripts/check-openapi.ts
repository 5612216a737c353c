/**
 * Drives the emulator through its REST routes and checks every successful response against an OpenAPI description.
 *
 * Usage: `npm run check:openapi -- path/to/openapi.json`. Exits with 1 when a response differs from its description.
 */
import { ApiDescription } from './openapi/description.js';
import { drive } from './openapi/drive.js';

const file = process.argv[2];
if (file === undefined) {
  console.error('Give the path of an OpenAPI description: npm run check:openapi -- openapi.json');
  process.exit(2);
}
const description = new ApiDescription(file);
/** What the documentation promises and the description leaves out. @see https://docs.discord.com/developers/resources/channel#start-thread-in-forum-or-media-channel */
const DOCUMENTED_ELSEWHERE = new Set(['create_thread $.message: is not described']);
const driven = new Set<string>();
const broken = new Map<string, Set<string>>();
const refused: string[] = [];
drive((method, path, status, body) => {
  const operation = description.find(method, path);
  if (!operation) refused.push(`${method} ${path}: not in the description`);
  else if (status >= 400) refused.push(`${operation.id}: ${status} ${body.slice(0, 300)}`);
  else {
    driven.add(operation.id);
    const found = description
      .check(operation, status, body)
      .filter((difference) => !DOCUMENTED_ELSEWHERE.has(`${operation.id} ${difference}`));
    if (found.length > 0) broken.set(operation.id, new Set([...(broken.get(operation.id) ?? []), ...found]));
  }
})
  .then(() => {
    for (const line of refused) console.log(`refused  ${line}`);
    for (const [id, found] of broken) for (const line of found) console.log(`differs  ${id} ${line}`);
    const missing = description.operations.filter(({ id }) => !driven.has(id));
    console.log(`not driven: ${missing.map(({ id }) => id).join(', ')}`);
    const valid = driven.size - broken.size;
    console.log(
      `${description.operations.length} operations, ${driven.size} driven, ${valid} valid, ${broken.size} differ`,
    );
    process.exitCode = broken.size > 0 || refused.length > 0 ? 1 : 0;
  })
  .catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });

/**
 * Drives the emulator through its REST routes and compares every successful response with Discord's description.
 *
 *     npm run check:openapi -- path/to/openapi.json
 *
 * Prints how many operations were driven, how many were valid, and every difference; fails when there is any, or when an
 * operation was not driven.
 */
import { readDocument } from './openapi/description.js';
import { drive } from './openapi/drive/drive.js';
import type { DrivenResponse } from './openapi/drive/scene.js';
import { ResponseCheck } from './openapi/response-check.js';

/** Where Discord's documentation says more than its description; values say why. */
const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'create_thread $.message: is not known': 'documented for posts in forums',
};

/** Requests that are documented and not in the description. */
const UNDESCRIBED = [
  /^POST \/oauth2\/token(\/revoke)?$/,
  /^GET \/applications\/\d+\/skus$/,
  /^\w+ \/applications\/\d+\/(users\/\d+\/identities|application-identities)\//,
  /^\w+ \/users\/\d+\/application-identities\//,
];

async function main(path: string | undefined): Promise<number> {
  if (path === undefined) {
    console.error('Give the path of an OpenAPI description: npm run check:openapi -- openapi.json');
    return 2;
  }
  const check = new ResponseCheck(readDocument(path));
  const driven = new Set<string>();
  const broken = new Set<string>();
  const faults = new Set<string>();
  await drive((response) => {
    const { id, found } = judge(check, response);
    if (id !== undefined) driven.add(id);
    if (id !== undefined && found.length > 0) broken.add(id);
    for (const fault of found) faults.add(fault);
  });
  for (const { id } of check.operations) if (!driven.has(id)) faults.add(`${id} is not driven`);
  for (const fault of faults) console.log(fault);
  const valid = driven.size - broken.size;
  console.log(
    `${check.operations.length} operations, ${driven.size} driven, ${valid} valid, ${faults.size} differences`,
  );
  return faults.size === 0 ? 0 : 1;
}

/** Operation of a successful response, and what is wrong. */
function judge(
  check: ResponseCheck,
  response: DrivenResponse,
): { readonly id?: string; readonly found: readonly string[] } {
  const { method, path, status, body } = response;
  const operation = check.find(method, path);
  if (status >= 400) return { found: [`refused: ${method} ${path} ${status} ${body.slice(0, 300)}`] };
  if (!operation) {
    const isKnown = UNDESCRIBED.some((pattern) => pattern.test(`${method} ${path}`));
    return { found: isKnown ? [] : [`${method} ${path}: is not described`] };
  }
  const found = check.check(operation, response).map((difference) => `${operation.id} ${difference}`);
  return { id: operation.id, found: found.filter((difference) => !(difference in KNOWN_DIFFERENCES)) };
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

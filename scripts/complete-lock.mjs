/**
 * `npm run lock:complete`: adds to the lock file the optional binaries of other platforms that it does not name.
 *
 * npm leaves them out when the registry in use does not have them, and `npm ci` then refuses the file everywhere. Their
 * version stands with the package that wants them; their platform stands in their name.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-step.mjs';

const path = join(root, 'package-lock.json');
const lock = JSON.parse(readFileSync(path, 'utf8'));
const platform =
  /-(?<os>aix|android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32)-(?<cpu>[a-z\d]+)(-(?<abi>[a-z]+))?$/;
const libc = { musl: ['musl'], gnu: ['glibc'] };

let added = 0;
for (const { optionalDependencies = {}, dev } of Object.values({ ...lock.packages })) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const found = platform.exec(name)?.groups;
    if (`node_modules/${name}` in lock.packages || found === undefined) continue;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [found.cpu],
      ...(dev ? { dev } : {}),
      ...(found.os === 'linux' && found.abi in libc ? { libc: libc[found.abi] } : {}),
      optional: true,
      os: [found.os],
    };
    added += 1;
  }
}
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`Added ${added} packages to package-lock.json.`);

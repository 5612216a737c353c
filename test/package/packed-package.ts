import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Environment of a user's shell: nothing of Jest's or of the npm that started it. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(npm_|NODE_OPTIONS$|JEST_|NODE_ENV$|COGWORK_|DISCORD_)/i.test(name),
    ),
  );
}

/** What `npm pack` made. */
export interface PackedPackage {
  readonly tarball: string;
  /** Paths within the package, sorted. */
  readonly files: readonly string[];
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** Runs `npm pack` on this package, which builds it first if need be. */
export async function packPackage(folder: string): Promise<PackedPackage> {
  const { stdout } = await npm(
    process.cwd(),
    'pack',
    '--json',
    '--foreground-scripts=false',
    '--pack-destination',
    folder,
  );
  const [packed] = JSON.parse(stdout) as readonly {
    readonly filename: string;
    readonly size: number;
    readonly unpackedSize: number;
    readonly files: readonly { readonly path: string }[];
  }[];
  if (packed === undefined) throw new Error(`npm pack made nothing: ${stdout}`);
  return {
    tarball: join(folder, packed.filename),
    files: packed.files.map(({ path }) => path).sort(),
    packedBytes: packed.size,
    unpackedBytes: packed.unpackedSize,
  };
}

/** Installs a tarball in a folder that has nothing but a package.json, as a user would. */
export async function installTarball(tarball: string, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "a-bot", "private": true }');
  const quick = ['--prefer-offline', '--no-audit', '--no-fund', '--fetch-retries=1', '--fetch-timeout=30000'];
  await npm(folder, 'install', tarball, '--ignore-scripts', '--loglevel=error', ...quick);
}

function npm(cwd: string, ...args: readonly string[]): Promise<{ stdout: string; stderr: string }> {
  return run('npm', args, { cwd, env: plainEnvironment(), maxBuffer: 64 * 1024 * 1024, timeout: 120_000 });
}

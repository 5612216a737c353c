/**
 * Installs the packed package in empty folders, as users do, and says what came of it.
 *
 *     npm run check:install
 *
 * How large it is without native parts, package by package; and whether it installs where there is no compiler: npm then
 * leaves the optional Opus codec out, everything else works, and voice says what to install.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { packPackage, plainEnvironment } from '../test/package/packed-package.js';
import type { InstalledPackage } from './install/installed-size.js';
import { installedPackages, megabytes, validatorFamily } from './install/installed-size.js';

const run = promisify(execFile);

/** What a bot's process says of voice on a machine that has no codec. */
const probe = `
  import { Bot } from 'cogwork';
  import { testBot } from 'cogwork/testing';
  import { loadOpusCodec, voiceDoctor } from 'cogwork/voice';

  const { findings, isUsable } = await voiceDoctor();
  const opus = findings.find(({ name }) => name === 'opus');
  const joined = async () => {
    const world = await testBot({ voice: true, channels: [{ name: 'Talk', type: 2 }] });
    try {
      const talk = { guildId: world.guild.id, id: world.channel('Talk').id };
      return (await world.bot.voice.join(talk)).state;
    } finally {
      await world.close();
    }
  };
  const missing = (() => {
    try {
      loadOpusCodec();
    } catch (error) {
      return { code: error.code, message: error.message };
    }
  })();
  console.log(JSON.stringify({ bot: typeof Bot, opus, isUsable, state: await joined(), missing }));`;

async function main(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-install-'));
  try {
    const { tarball, packedBytes, unpackedBytes } = await packPackage(folder);
    console.log(
      `${basename(tarball)}: ${kilobytes(packedBytes)} packed, ${kilobytes(unpackedBytes)} unpacked.\n`,
    );
    const faults = [
      ...(await checkSize(tarball, join(folder, 'small'))),
      ...(await checkWithoutCompiler(tarball, join(folder, 'bare'))),
    ];
    for (const fault of faults) console.error(fault);
    return faults.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Installs without optional packages, prints the table, and gives what is larger than it should be. */
async function checkSize(tarball: string, folder: string): Promise<readonly string[]> {
  await install(tarball, folder, plainEnvironment(), '--omit=optional');
  const packages = installedPackages(folder);
  const beside = packages.filter(({ name }) => !validatorFamily.has(name));
  for (const item of packages) printRow(item);
  console.log(`\n${megabytes(packages).toFixed(1)} MB in ${packages.length} packages without native parts,`);
  console.log(`${megabytes(beside).toFixed(1)} MB of them beside class-validator.\n`);
  return [
    ...overBudget('Everything', megabytes(packages), 24),
    ...overBudget('Everything beside class-validator', megabytes(beside), 8),
  ];
}

function printRow({ name, bytes, files }: InstalledPackage): void {
  console.log(`${kilobytes(bytes).padStart(10)} ${`${files} files`.padStart(11)}  ${name}`);
}

function overBudget(what: string, size: number, limit: number): readonly string[] {
  return size <= limit ? [] : [`${what} is ${size.toFixed(1)} MB; the target is ${limit} MB.`];
}

/** Installs where no program but Node, npm and a shell is found, and gives what does not work there. */
async function checkWithoutCompiler(tarball: string, folder: string): Promise<readonly string[]> {
  const programs = join(folder, 'bin');
  mkdirSync(programs, { recursive: true });
  const { stdout } = await run('sh', ['-c', 'command -v npm sh'], { env: plainEnvironment() });
  for (const path of [process.execPath, ...stdout.trim().split('\n')]) {
    symlinkSync(path, join(programs, basename(path)));
  }
  const env = { HOME: process.env['HOME'], PATH: programs };
  await install(tarball, folder, env);
  writeFileSync(join(folder, 'probe.mjs'), probe);
  const answer = JSON.parse((await run(process.execPath, ['probe.mjs'], { cwd: folder, env })).stdout) as {
    bot: string;
    opus: { isThere: boolean; detail: string };
    isUsable: boolean;
    state: string;
    missing?: { code: string; message: string };
  };
  console.log(`Without a compiler: ${JSON.stringify(answer, undefined, 2)}`);
  return [
    ...faultUnless(answer.bot === 'function', 'cogwork cannot be imported.'),
    ...faultUnless(!answer.opus.isThere && !answer.isUsable, 'The doctor finds a codec where there is none.'),
    ...faultUnless(answer.opus.detail.includes('mediaplex'), 'The doctor does not say what to install.'),
    ...faultUnless(answer.state === 'ready', 'A voice channel cannot be joined.'),
    ...faultUnless(
      answer.missing?.message.includes('npm install') ?? false,
      'Sound that needs a codec does not say what to install.',
    ),
  ];
}

function faultUnless(isSo: boolean, fault: string): readonly string[] {
  return isSo ? [] : [`Without a compiler: ${fault}`];
}

async function install(
  tarball: string,
  folder: string,
  env: NodeJS.ProcessEnv,
  ...options: string[]
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "name": "a-bot", "private": true }');
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  await run('npm', ['install', tarball, ...quiet, ...options], { cwd: folder, env, timeout: 300_000 });
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en')} kB`;
}

process.exitCode = await main();

/**
 * Takes the implementation behind rows of docs/parity.md away, one at a time, and fails when no test notices.
 *
 * Works on a copy of the project in a temporary folder: `npm run check:mutants [part of a name]`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One thing taken away, and where its loss must be noticed. */
interface Mutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly tests: string;
}

const MUTANTS: readonly Mutant[] = [
  {
    name: 'cooldowns',
    file: 'src/pipeline/limits/cooldown.ts',
    from: 'if (retryAfterMs > 0) throw',
    to: 'if (retryAfterMs > 1e12) throw',
    tests: 'test/pipeline/guards',
  },
  {
    name: 'max concurrency',
    file: 'src/pipeline/limits/concurrency-limit.ts',
    from: 'if (running >= uses)',
    to: 'if (running < 0)',
    tests: 'test/pipeline/guards',
  },
  {
    name: 'checks in reading order',
    file: 'src/pipeline/guard-metadata.ts',
    from: '.reverse()',
    to: '.slice()',
    tests: 'test/pipeline/guards',
  },
  {
    name: 'permissions of the user',
    file: 'src/pipeline/checks/require-permissions.ts',
    from: 'if (missing.length > 0) throw',
    to: 'if (missing.length > 99) throw',
    tests: 'test/pipeline/guards',
  },
  {
    name: 'after hooks of failed handlers',
    file: 'src/pipeline/compile-handler.ts',
    from: 'await hooks.after(self, checked, result);',
    to: 'if (result.ok) await hooks.after(self, checked, result);',
    tests: 'test/pipeline/hooks',
  },
  {
    name: 'the most specific error handler first',
    file: 'src/pipeline/error-chain.ts',
    from: 'depth(b.errorClass) - depth(a.errorClass)',
    to: 'depth(a.errorClass) - depth(b.errorClass)',
    tests: 'test/pipeline/hooks',
  },
  {
    name: 'limits of options on arrival',
    file: 'src/schema/check-value.ts',
    from: 'value > maxValue',
    to: 'value > maxValue + 1e9',
    tests: 'test/commands/application',
  },
  {
    name: 'a sync that sees every field',
    file: 'src/commands/sync/canonical-command.ts',
    from: "'version',",
    to: "'version', 'max_value', 'required',",
    tests: 'test/commands/sync',
  },
  {
    name: 'an empty registry that wipes nothing',
    file: 'src/commands/sync/command-sync.ts',
    from: '&& isWiping && !allowEmpty',
    to: '&& isWiping && allowEmpty',
    tests: 'test/commands/sync',
  },
  {
    name: 'two commands of one name',
    file: 'src/commands/application/scope-commands.ts',
    from: 'if (same) throw',
    to: 'if (same && false) throw',
    tests: 'test/commands/application',
  },
  {
    name: 'stale suggestions',
    file: 'src/commands/application/answer-autocomplete.ts',
    from: 'if (typing.get(key) === interaction) await',
    to: 'await',
    tests: 'test/commands/application',
  },
  {
    name: 'escapes in typed commands',
    file: 'src/commands/prefix/string-view.ts',
    from: 'if (next === undefined || !isEscapable(next))',
    to: 'if (next !== undefined || !isEscapable(next))',
    tests: 'test/commands/prefix',
  },
  {
    name: 'a skippable word that is left',
    file: 'src/commands/prefix/bind-arguments.ts',
    from: 'view.reset(position);',
    to: '',
    tests: 'test/commands/prefix',
  },
  {
    name: 'an unload that takes listeners back',
    file: 'src/cogs/listener-surface.ts',
    from: 'for (const remove of removers) remove();',
    to: 'removers.length = 0;',
    tests: 'test/cogs',
  },
  {
    name: 'a reload that fails and changes nothing',
    file: 'src/cogs/extension-loader.ts',
    from: 'for (const undo of done.reverse()) await undo();',
    to: '',
    tests: 'test/cogs/extension',
  },
  {
    name: 'tasks that do not drift',
    file: 'src/tasks/schedule.ts',
    from: 'Math.max(nowMs, previousMs + everyMs)',
    to: 'nowMs + everyMs',
    tests: 'test/tasks',
  },
  {
    name: 'signatures of HTTP interactions',
    file: 'src/interactions/http/fetch-handler.ts',
    from: 'return isRecent && isSigned(key, timestamp, body, signature);',
    to: 'return isRecent && (isSigned(key, timestamp, body, signature) || true);',
    tests: 'test/interactions/http',
  },
  {
    name: 'services that end with their invocation',
    file: 'src/pipeline/invocation-services.ts',
    from: 'await this.#own?.dispose();',
    to: '',
    tests: 'test/pipeline/invocation-services',
  },
  {
    name: 'the characters of a command',
    file: 'src/commands/application/command-size.ts',
    from: 'MAX_COMMAND_CHARACTERS = 8000',
    to: 'MAX_COMMAND_CHARACTERS = 80_000',
    tests: 'test/commands/application/command-size',
  },
  {
    name: 'the creates of a day',
    file: 'src/commands/sync/create-limit.ts',
    from: 'used + creates <= MAX_CREATES_PER_DAY',
    to: 'creates <= MAX_CREATES_PER_DAY',
    tests: 'test/commands/sync',
  },
  {
    name: 'an entry point that is matched by its type',
    file: 'src/commands/sync/plan-commands.ts',
    from: 'if (command.type === ApplicationCommandType.PrimaryEntryPoint) return',
    to: 'if (command.type === undefined) return',
    tests: 'test/commands/application/entry-point',
  },
  {
    name: "a command's own translations",
    file: 'src/commands/application/command-texts.ts',
    from: '{ ...names, ...own.nameLocalizations }',
    to: '{ ...own.nameLocalizations, ...names }',
    tests: 'test/commands/application/translations',
  },
  {
    name: 'members that are asked for',
    file: 'src/commands/converters/find-member.ts',
    from: 'cached ?? (await ask(host, guildId, text, id))',
    to: 'cached',
    tests: 'test/commands/converters',
  },
  {
    name: 'answers that go with their commands',
    file: 'src/commands/prefix/prefix-command-registry.ts',
    from: 'this.#deleted(...messageIds)',
    to: 'undefined',
    tests: 'test/commands/prefix/edit-tracking',
  },
  {
    name: 'cooldowns that survive a restart',
    file: 'src/pipeline/limits/file-cooldown-store.ts',
    from: 'new Map(read(path))',
    to: 'new Map(read(path).slice(0, 0))',
    tests: 'test/pipeline/cooldown-store',
  },
  {
    name: 'the slow step of a late answer',
    file: 'src/interactions/step-times.ts',
    from: 'step.durationMs > slow.durationMs',
    to: 'step.durationMs < slow.durationMs',
    tests: 'test/interactions/late-answers',
  },
  {
    name: 'an old cog that answers until the new one is ready',
    file: 'src/cogs/cog-loader.ts',
    from: 'const cog = await this.#buildOpen(newClass);\n',
    to: 'this.#entries.get(oldClass)?.detach();\n    const cog = await this.#buildOpen(newClass);\n',
    tests: 'test/cogs/cog-loader',
  },
];

const root = fileURLToPath(new URL('..', import.meta.url));

function copyProject(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cogwork-mutants-'));
  for (const part of ['src', 'test', 'package.json', 'tsconfig.json', 'jest.config.ts']) {
    cpSync(join(root, part), join(folder, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** Whether the tests pass in a folder. */
function passes(folder: string, tests: string): boolean {
  const jest = join(root, 'node_modules/jest/bin/jest.js');
  const env = {
    ...process.env,
    NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning',
  };
  return (
    spawnSync(process.execPath, [jest, tests, '--silent', '--runInBand'], { cwd: folder, env }).status === 0
  );
}

/** Takes one thing away, runs the tests, and puts it back; a sentence when nothing was noticed. */
function tryMutant(folder: string, { file, from, name, tests, to }: Mutant): string | undefined {
  const path = join(folder, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from)) return `${name}: ${file} has no "${from}" any more`;
  writeFileSync(path, source.replace(from, to));
  const isUnnoticed = passes(folder, tests);
  writeFileSync(path, source);
  return isUnnoticed ? `${name}: taken away from ${file}, and no test in ${tests} noticed` : undefined;
}

function main(wanted: string): number {
  const folder = copyProject();
  try {
    const mutants = MUTANTS.filter(({ name }) => name.includes(wanted));
    for (const tests of new Set(mutants.map((mutant) => mutant.tests))) {
      if (!passes(folder, tests)) throw new Error(`${tests} fails with nothing taken away; mend that first`);
    }
    const problems = mutants.flatMap((mutant) => {
      const problem = tryMutant(folder, mutant);
      console.log(`${problem ? 'MISSED ' : 'noticed'} ${mutant.name}`);
      return problem ?? [];
    });
    for (const problem of problems) console.error(problem);
    return problems.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main(process.argv[2] ?? '');

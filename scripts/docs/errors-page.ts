/** Writes docs/errors.md from the doc comments of the error classes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorClass } from './error-classes.js';
import { readErrorClasses, readErrorCodes } from './error-classes.js';

const intro = `# Errors

Every error that cogwork throws is a \`CogworkError\`: \`message\` says what happened, where, and what to do next; \`code\` stays the same between
versions; \`cause\` is what was caught. Each class has its own code, and \`CogworkError.is(value)\` tells one of ours from
anything else, also when two copies of the package are installed.

\`\`\`ts
import { Cog, CooldownError, DiscordApiError, OnError, type Context } from 'cogwork';

@Cog()
class Apologies {
  @OnError(CooldownError)
  tooFast(ctx: Context, error: CooldownError) {
    return \`Breathe for \${Math.ceil(error.retryAfterSeconds)} seconds.\`;
  }

  @OnError(DiscordApiError)
  refused(ctx: Context, error: DiscordApiError) {
    return error.discordCode === 50013 ? 'I may not do that here.' : undefined;
  }
}
\`\`\`

Classes under *UserFacingError* are the user's to know: unless a handler takes them, the user is told their message, privately where
that exists, and nothing is logged. All others are logged with cog and method, and the user gets a short apology.

<!-- Written by \`npm run docs:errors\` from the comments in src/errors; edit those. -->
`;

/** The whole page, as it should stand in docs/errors.md. */
export function errorsPage(root: string): string {
  const folder = join(root, 'src/errors');
  const classes = readErrorClasses(folder);
  refuseGaps(classes, readErrorCodes(folder));
  const entries = entryOfEachClass(root, classes);
  const coded = classes
    .filter(({ code }) => code !== undefined)
    .sort((a, b) => String(a.code).localeCompare(String(b.code), 'en'));
  return [
    intro,
    '| code | class | when |\n|---|---|---|',
    ...coded.map(row),
    '',
    ...coded.map((item) => section(item, classes, entries.get(item.name) ?? '')),
  ].join('\n');
}

function row({ code, name, when }: ErrorClass): string {
  return `| [\`${code}\`](#${code?.toLowerCase()}) | \`${name}\` | ${firstSentence(when)} |`;
}

function section(item: ErrorClass, classes: readonly ErrorClass[], entry: string): string {
  const { code, name, when, whatToDo, links, facts } = item;
  return [
    `## ${code}`,
    '',
    `\`${name}\` of \`${entry}\`, extends ${basesOf(item, classes)
      .map((base) => `\`${base}\``)
      .join(', ')}.`,
    '',
    when,
    '',
    `**What to do.** ${whatToDo}`,
    '',
    ...(facts.length > 0 ? ['| fact | type | |', '|---|---|---|', ...facts.map(factRow), ''] : []),
    ...links.flatMap((link) => [`[Discord's documentation](${link})`, '']),
  ].join('\n');
}

function factRow({ name, type, text }: ErrorClass['facts'][number]): string {
  const plain = text.replace(/ *@see (\S+)/, ' ([Discord]($1))');
  return `| \`${name}\` | \`${type.replaceAll('|', '\\|')}\` | ${plain} |`;
}

/** Names of the classes above one, up to the root. */
function basesOf({ base }: ErrorClass, classes: readonly ErrorClass[]): readonly string[] {
  const above = classes.find(({ name }) => name === base);
  return above ? [above.name, ...basesOf(above, classes)] : [];
}

/** Entry of the package that exports each class. */
function entryOfEachClass(root: string, classes: readonly ErrorClass[]): ReadonlyMap<string, string> {
  const entries = ['cogwork', 'cogwork/voice'].map((entry) => {
    const path = join(root, 'src', entry.replace(/^cogwork\/?/, ''), 'index.ts');
    return [entry, readFileSync(path, 'utf8')] as const;
  });
  return new Map(
    classes.map(({ name }) => {
      const found = entries.find(([, text]) => new RegExp(`\\b${name}\\b`).test(text));
      if (found === undefined) throw new Error(`${name} is exported by no entry; export it.`);
      return [name, found[0]];
    }),
  );
}

function refuseGaps(classes: readonly ErrorClass[], codes: readonly string[]): void {
  const gaps = classes.flatMap(({ name, code, when, whatToDo, facts }) => [
    ...(when === '' ? [`${name} does not say when it is thrown`] : []),
    ...(code !== undefined && whatToDo === '' ? [`${name} does not say what to do: add a paragraph`] : []),
    ...facts.filter(({ text }) => text === '').map((fact) => `${name}.${fact.name} has no comment`),
  ]);
  const taken = new Set(classes.map(({ code }) => code));
  for (const code of codes) if (!taken.has(code)) gaps.push(`no class has the code ${code}`);
  if (gaps.length > 0) throw new Error(`src/errors is not documented:\n${gaps.join('\n')}`);
}

function firstSentence(text: string): string {
  return /^.*?\.(?= |$)/.exec(text)?.[0] ?? text;
}

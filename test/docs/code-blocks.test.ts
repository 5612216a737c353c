/** Code in the documentation, and in `@example`s of doc comments, is taken by the strict compiler. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { entries, modulesOfExamples, modulesOfPage } from './block-modules.js';
import type { CodeBlock } from './code-blocks.js';
import {
  blocksOfPage,
  documentationPages,
  examplesOfSource,
  sourceFiles,
  unfencedExamples,
} from './code-blocks.js';
import { compileBlocks } from './compile-blocks.js';

const folder = join('node_modules', '.cache', 'cogwork', `code-blocks-${process.pid}`);
const pages = documentationPages().map((page) => blocksOfPage(page));
const examples = sourceFiles().map(examplesOfSource);
/** Pages that show how blocks are read, and mistakes that are to be found. */
const ownPages = ['context', 'mistakes'].map((name) => blocksOfPage(`test/docs/pages/${name}.md`));

let said: readonly string[];
const saidOf = (file: string): readonly string[] => said.filter((line) => line.startsWith(`${file}:`));

beforeAll(async () => {
  const modules = [
    ...[...pages, ...ownPages].flatMap((blocks) => modulesOfPage(blocks, folder)),
    ...examples.flatMap((blocks) => modulesOfExamples(blocks, folder)),
  ];
  said = await compileBlocks(modules, folder);
}, 60_000);

describe('Code in the documentation', () => {
  it('compiles: README, guides, and what stands beside examples', () => {
    expect(said.filter((line) => !line.startsWith('test/docs/pages/') && !line.startsWith('src/'))).toEqual(
      [],
    );
    expect(pages.flat().length).toBeGreaterThanOrEqual(10);
  });

  it('compiles in every `@example` of a doc comment', () => {
    expect(said.filter((line) => line.startsWith('src/'))).toEqual([]);
    expect(examples.flat().length).toBeGreaterThan(50);
  });

  it('has a fence around it in every `@example`', () => {
    expect(sourceFiles().flatMap((path) => unfencedExamples(path).map((line) => `${path}:${line}`))).toEqual(
      [],
    );
  });

  it('is skipped only where it is of another library', () => {
    const infos = pages.flat().map(({ info }) => info);
    expect(infos.filter((info) => !/^(|member|of \S.*)$/.test(info))).toEqual([]);
    expect(infos.filter((info) => /^of cogwork/.test(info))).toEqual([]);
  });

  it('is JSON where it says so', () => {
    const blocks = documentationPages().flatMap((page) => blocksOfPage(page, 'json'));
    expect(blocks.filter((block) => !isJson(block)).map(({ page, line }) => `${page}:${line}`)).toEqual([]);
  });
});

describe('A page', () => {
  it('is read from top to bottom: its prelude and the blocks above are in scope, own names win', () => {
    expect(saidOf('test/docs/pages/context.md')).toEqual([]);
  });

  it('is refused with the line of each mistake', () => {
    expect(saidOf('test/docs/pages/mistakes.md')).toEqual([
      expect.stringMatching(/^test\/docs\/pages\/mistakes\.md:6 TS2322 .*string.*number/),
      expect.stringMatching(/^test\/docs\/pages\/mistakes\.md:10 TS2304 .*later/),
      expect.stringMatching(/^test\/docs\/pages\/mistakes\.md:19 TS2339 .*shout/),
    ]);
  });
});

it('knows every entry of the package that has names to import', () => {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as { exports: object };
  const nameless = ['./package.json', './testing/jest'];
  const named = Object.keys(exports).filter((entry) => !nameless.includes(entry));
  expect([...entries.keys()].sort()).toEqual(named.map((entry) => join('cogwork', entry)).sort());
});

function isJson({ code }: CodeBlock): boolean {
  try {
    JSON.parse(code);
    return true;
  } catch {
    return false;
  }
}

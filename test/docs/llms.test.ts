/** llms.txt and AGENTS.md lead somewhere, and the package has what they lead to. @see https://llmstxt.org */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { documentationPages } from './code-blocks.js';

const index = readFileSync('llms.txt', 'utf8');

describe('llms.txt', () => {
  it('has the form: a title, a summary, sections of links with a line each', () => {
    expect(index).toMatch(/^# cogwork\n\n> /);
    const body = index.slice(index.indexOf('\n## '));
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('## '));
    expect(lines.filter((line) => !/^- \[[^\]]+\]\([^)]+\): \S.*[^.]$/.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(10);
  });

  it('names every page of the documentation', () => {
    const wanted = documentationPages().filter((page) => !page.startsWith('examples/'));
    expect([...linksOf(index)].sort()).toEqual([...wanted].sort());
  });
});

describe('The documents in the package', () => {
  const { files } = JSON.parse(readFileSync('package.json', 'utf8')) as { files: readonly string[] };

  it('are those that llms.txt names', () => {
    const isShipped = (path: string): boolean =>
      files.some((file) => path === file || (file === 'docs/**/*.md' && path.startsWith('docs/')));
    expect(linksOf(index).filter((path) => !isShipped(path))).toEqual([]);
    expect(files).toContain('llms.txt');
  });
});

describe('Links between pages', () => {
  it('lead from the index of the guides to every one of them', () => {
    const guides = documentationPages().filter((page) => /^docs\/(?!README)/.test(page));
    const linked = linksOf(readFileSync('docs/README.md', 'utf8')).map((link) => join('docs', link));
    expect(guides.filter((page) => !linked.includes(page))).toEqual([]);
  });

  it.each(['llms.txt', ...documentationPages()])('lead to headings that exist: %s', (page) => {
    const text = readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
    const links = [...text.matchAll(/\]\(([^)\s:#]*\.md|)#([^)\s]+)\)/g)];
    const missing = links.filter(([, path = '', anchor = '']) => {
      return !anchorsOf(path === '' ? page : join(dirname(page), path)).has(anchor);
    });
    expect(missing.map(([link]) => link)).toEqual([]);
  });

  it.each(['llms.txt', ...documentationPages()])('lead to files that exist: %s', (page) => {
    const text = readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
    const missing = linksOf(text).filter((link) => !existsSync(join(dirname(page), link)));
    expect(missing).toEqual([]);
  });
});

/** What headings are linked by, as GitHub makes it of them. */
function anchorsOf(page: string): ReadonlySet<string> {
  const text = readFileSync(page, 'utf8').replaceAll(/^```[\s\S]*?^```$/gm, '');
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading);
  const plain = headings.map((heading) => heading.replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1').toLowerCase());
  return new Set(
    plain.map((heading) => heading.replaceAll(/[^\p{L}\p{N}\p{M}\s_-]/gu, '').replaceAll(' ', '-')),
  );
}

/** Relative targets of links, without what follows `#`. */
function linksOf(text: string): readonly string[] {
  const targets = [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target.replace(/#.*$/, ''));
  return targets.filter((target) => target !== '' && !/^[a-z]+:/.test(target));
}

import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import type { ImportOfModule, ParsedFile } from './parse-source.js';
import { parseSource } from './parse-source.js';

/** Import of a file of the tree by another one. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  readonly kind: ImportOfModule['kind'];
  readonly line: number;
}

/** All source files of the package, parsed once, with the imports between them. */
export class SourceTree {
  readonly files: ReadonlyMap<string, ParsedFile>;
  /** Files that package.json exports: the only ones that may re-export. */
  readonly entries: ReadonlySet<string>;

  /** Takes path → source, with paths such as `src/gateway/shard.ts`. */
  constructor(sources: Readonly<Record<string, string>>, entries: Iterable<string>) {
    this.files = new Map(Object.entries(sources).map(([path, source]) => [path, parseSource(source)]));
    this.entries = new Set(entries);
  }

  /** Imports of files of the tree; those of packages and of missing files are left out. */
  edges(): Edge[] {
    const edges: Edge[] = [];
    for (const [from, file] of this.files) {
      for (const { specifier, kind, line } of file.imports) {
        const to = this.resolve(from, specifier);
        if (to !== undefined && this.files.has(to)) edges.push({ from, to, kind, line });
      }
    }
    return edges;
  }

  /** Path a relative specifier names, whether the file exists or not; `undefined` for a package. */
  resolve(from: string, specifier: string): string | undefined {
    if (!specifier.startsWith('.')) return undefined;
    return posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts');
  }

  /** Folder directly under `src`; `index` for the entry itself. */
  roomOf(path: string): string {
    const [, room = '', ...rest] = path.split('/');
    return rest.length > 0 ? room : room.replace(/\.ts$/, '');
  }
}

/** Reads the package's own sources; the entries are those of package.json. */
export function readSourceTree(root: string): SourceTree {
  const sources: Record<string, string> = {};
  for (const item of readdirSync(`${root}/src`, { recursive: true, withFileTypes: true })) {
    if (!item.isFile() || !item.name.endsWith('.ts')) continue;
    const path = `${item.parentPath}/${item.name}`;
    // The page runs in a browser and is built for it apart; what it may import is told by its own tsconfig.
    if (path.includes('/src/playground/page/')) continue;
    sources[posix.relative(root, path)] = readFileSync(path, 'utf8');
  }
  return new SourceTree(sources, readEntries(root));
}

function readEntries(root: string): string[] {
  const manifest = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
    readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
  };
  return Object.values(manifest.exports)
    .map((target) => (typeof target === 'string' ? target : (target.default ?? '')))
    .filter((target) => target.endsWith('.js'))
    .map((target) => target.replace(/^\.\/dist\//, 'src/').replace(/\.js$/, '.ts'));
}

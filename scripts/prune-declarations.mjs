/** Leaves only those declaration files in a folder that its entries lead to; the rest tell nothing to a user of the package. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Removes declarations that no entry reaches; `entries` are paths of compiled modules in `folder`. */
export function pruneDeclarations(folder, entries) {
  if (!existsSync(folder)) return;
  const reached = new Set();
  for (const entry of entries) follow(declarationOf(join(folder, entry)), reached);
  for (const file of readdirSync(folder, { recursive: true })) {
    const path = join(folder, file);
    if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(path);
  }
}

function follow(path, reached) {
  if (reached.has(path) || !existsSync(path)) return;
  reached.add(path);
  const imports = readFileSync(path, 'utf8').matchAll(/\b(?:from|import)\b\s*\(?\s*['"](\.[^'"]+)['"]/g);
  for (const [, specifier] of imports) follow(declarationOf(join(dirname(path), specifier)), reached);
}

function declarationOf(path) {
  return path.replace(/\.js$/, '.d.ts');
}

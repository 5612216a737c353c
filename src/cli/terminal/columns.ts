import { stripVTControlCharacters } from 'node:util';

const GAP = 2;

/** Lines of a table: every column but the last one as wide as its widest cell, whatever colours the cells have. */
export function columns(rows: readonly (readonly string[])[], indent = 2): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell));
  }
  return rows.map((row) => {
    const cells = row.map((cell, at) =>
      at === row.length - 1 ? cell : cell + ' '.repeat(widths[at]! - widthOf(cell) + GAP),
    );
    return `${' '.repeat(indent)}${cells.join('')}`.trimEnd();
  });
}

function widthOf(cell: string): number {
  return stripVTControlCharacters(cell).length;
}

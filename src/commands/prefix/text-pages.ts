/** Longest text of one page; Discord takes 2,000 characters in a message. */
const PAGE_LENGTH = 1900;

/** Lines put together to pages that fit into a message; a line is cut only when it is longer than a page. */
export function toPages(lines: readonly string[], pageLength: number = PAGE_LENGTH): readonly string[] {
  const pages: string[] = [];
  let page = '';
  for (const line of lines.flatMap((text) => cut(text, pageLength))) {
    if (page !== '' && page.length + 1 + line.length > pageLength) {
      pages.push(page);
      page = '';
    }
    page = page === '' ? line : `${page}\n${line}`;
  }
  return page === '' ? pages : [...pages, page];
}

function cut(line: string, length: number): readonly string[] {
  if (line.length <= length) return [line];
  return Array.from({ length: Math.ceil(line.length / length) }, (_, index) =>
    line.slice(index * length, (index + 1) * length),
  );
}

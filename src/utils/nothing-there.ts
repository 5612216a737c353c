/** Empty list in the place of a folder that does not exist; any other failure to read it is thrown on. */
export function nothingThere(error: unknown): never[] {
  const { code } = error as { readonly code?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR') return [];
  throw error;
}

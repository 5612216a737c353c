/** Settings in one object: those given first, and those that stand after the options. */
export function withMore<S extends { readonly description: string }>(
  settings: string | S,
  more: Partial<S> | undefined,
): string | S {
  if (more === undefined) return settings;
  return { ...(typeof settings === 'string' ? { description: settings } : settings), ...more } as S;
}

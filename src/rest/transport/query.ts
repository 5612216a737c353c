/** Value of one query key; arrays repeat the key, `undefined` and `null` leave it out. */
export type QueryValue = string | number | boolean | bigint | null | undefined | readonly (string | number)[];

/** Keys and values of a query string. */
export type QueryValues = Readonly<Record<string, QueryValue>>;

/** Query string with its question mark, or `''` when nothing is asked. */
export function toQueryString(values: object | undefined): string {
  if (!values) return '';
  const parts: string[] = [];
  for (const [key, value] of Object.entries(values as QueryValues)) {
    if (Array.isArray(value)) for (const item of value) add(parts, key, item);
    else if (value !== undefined && value !== null)
      add(parts, key, value as string | number | boolean | bigint);
  }
  return parts.length === 0 ? '' : `?${parts.join('&')}`;
}

function add(parts: string[], key: string, value: string | number | boolean | bigint): void {
  parts.push(`${encodeURIComponent(key)}=${encodeURIComponent(String(value))}`);
}

/** Object that a numeric enum of this type is at run time: values by name and, made here, names by value. */
export function numericEnum<E extends object>(values: Record<keyof E & string, number>): E {
  const names: Record<number, string> = {};
  for (const [name, value] of Object.entries<number>(values)) names[value] = name;
  return Object.assign(names, values) as unknown as E;
}

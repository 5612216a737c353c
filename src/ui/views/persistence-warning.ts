import { toKebabCase } from '../../utils/letter-case.js';
import type { ViewBlueprint } from './view-blueprint.js';

/** What to warn of when a class says something that only persistent views have and is none; `undefined` otherwise. */
export function persistenceWarning({ fields, id, name, timeoutMs }: ViewBlueprint): string | undefined {
  if (id !== undefined && timeoutMs === null) return undefined;
  if (id !== undefined) {
    return (
      `${name} has an id, which serves persistent views only, but ends by its timeout, so nobody answers its components after a ` +
      `restart. Write @ViewOptions({ id: '${id}', timeoutMs: null }), or leave the id out.`
    );
  }
  const [field] = fields;
  if (!field) return undefined;
  return (
    `${name}.${field.property} has @State, which serves persistent views only, but ${name} has no id, so nobody answers its ` +
    `components after a restart. Write @ViewOptions({ id: '${toKebabCase(name)}', timeoutMs: null }) and ` +
    `new Bot({ views: [${name}] }), or leave @State out.`
  );
}

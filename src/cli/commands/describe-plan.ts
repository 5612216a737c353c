import { canonicalCommand } from '../../commands/sync/canonical-command.js';
import type { CommandPlan, ScopePlan } from '../../commands/sync/command-plan.js';
import type { CommandChange } from '../../commands/sync/plan-commands.js';
import { columns } from '../terminal/columns.js';
import type { Paint } from '../terminal/paint.js';

const LONGEST_VALUE = 60;

/** Lines that show what a plan changes, each field with both of its values. */
export function describePlan(plan: CommandPlan, paint: Paint): string[] {
  return plan.scopes
    .filter(({ changes }) => changes.length > 0)
    .flatMap((scope) => describeScope(scope, paint));
}

/** How many commands a plan creates, edits and deletes, in words. */
export function countChanges(plan: CommandPlan): string {
  const verbs = { create: 'to create', edit: 'to edit', delete: 'to delete' } as const;
  const counts = Object.entries(verbs).map(([action, verb]) => {
    const count = plan.changes.filter((change) => change.action === action).length;
    return count === 0 ? '' : `${count} ${verb}`;
  });
  return counts.filter(Boolean).join(', ');
}

/** Scope of commands as a title. */
export function titleOf(scope: ScopePlan['scope']): string {
  return scope === undefined ? 'Global commands' : `Commands of guild ${scope}`;
}

/** Command by its name, as people see it. */
export function shownCommand({
  name,
  type,
}: {
  readonly name: string;
  readonly type?: number | undefined;
}): string {
  const kind = { 2: ' (user command)', 3: ' (message command)', 4: ' (entry point)' }[type ?? 1];
  return kind === undefined ? `/${name}` : `${name}${kind}`;
}

function describeScope({ changes, scope }: ScopePlan, paint: Paint): string[] {
  return [paint('bold', titleOf(scope)), ...changes.flatMap((change) => describeChange(change, paint))];
}

function describeChange(change: CommandChange, paint: Paint): string[] {
  switch (change.action) {
    case 'create':
      return [paint('green', `  + ${shownCommand(change.local)}`)];
    case 'delete':
      return [paint('red', `  - ${shownCommand(change.remote)}`)];
    case 'edit':
      return [paint('yellow', `  ~ ${shownCommand(change.local)}`), ...columns(fieldRows(change), 6)];
  }
}

function fieldRows({ fields, local, remote }: CommandChange & { readonly action: 'edit' }): string[][] {
  const [before, after] = [canonicalCommand(remote), canonicalCommand(local)];
  return fields.map((path) => {
    if (path.endsWith(' (order)')) return [path, ''];
    return [path, `${shownValue(valueAt(before, path))} → ${shownValue(valueAt(after, path))}`];
  });
}

function valueAt(command: object, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
      command,
    );
}

function shownValue(value: unknown): string {
  if (value === undefined) return '(none)';
  const text = JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1)}…` : text;
}

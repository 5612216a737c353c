import type { APIApplicationCommand } from 'discord-api-types/v10';
import type { WireCommand } from '../application/command-wire.js';
import type { CommandScope } from '../application/scope-commands.js';
import type { CommandChange } from './plan-commands.js';

/** Changes of one scope, with both sides they were made from. */
export interface ScopePlan {
  /** Guild, or `undefined` for the global scope. */
  readonly scope: CommandScope;
  /** What has to happen there. */
  readonly changes: readonly CommandChange[];
  /** Commands that are declared. */
  readonly local: readonly WireCommand[];
  /** Commands that Discord has. */
  readonly remote: readonly APIApplicationCommand[];
}

/** What `sync` would do; printing it shows the difference line by line. */
export class CommandPlan {
  /** Changes by scope, the global one first. */
  readonly scopes: readonly ScopePlan[];

  /** @internal */
  constructor(scopes: readonly ScopePlan[]) {
    this.scopes = scopes;
  }

  /** What has to happen, in all scopes. */
  get changes(): readonly CommandChange[] {
    return this.scopes.flatMap(({ changes }) => changes);
  }

  /** Whether Discord has exactly what is declared. */
  get isEmpty(): boolean {
    return this.changes.length === 0;
  }

  /** Changes as a person reads them, one line each. */
  toString(): string {
    if (this.isEmpty) return 'Commands are in sync: nothing to do.';
    return this.scopes
      .filter(({ changes }) => changes.length > 0)
      .map(describeScope)
      .join('\n');
  }
}

function describeScope({ scope, changes }: ScopePlan): string {
  const title = scope === undefined ? 'Global commands' : `Commands of guild ${scope}`;
  return [`${title}:`, ...changes.map((change) => `  ${describeChange(change)}`)].join('\n');
}

function describeChange(change: CommandChange): string {
  switch (change.action) {
    case 'create':
      return `+ ${nameOf(change.local)}`;
    case 'edit':
      return `~ ${nameOf(change.local)}: ${change.fields.join(', ')}`;
    case 'delete':
      return `- ${nameOf(change.remote)}`;
  }
}

function nameOf({ name, type }: { readonly name: string; readonly type?: number | undefined }): string {
  const kind = { 2: ' (user command)', 3: ' (message command)', 4: ' (entry point)' }[type ?? 1];
  return `${kind === undefined ? '/' : ''}${name}${kind ?? ''}`;
}

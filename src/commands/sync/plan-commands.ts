import type { APIApplicationCommand } from 'discord-api-types/v10';
import { ApplicationCommandType } from '../../types/application-command-type.js';
import type { WireCommand } from '../application/command-wire.js';
import { canonicalCommand, changedFields } from './canonical-command.js';

/** What has to happen to one command of one scope. */
export type CommandChange =
  | { readonly action: 'create'; readonly local: WireCommand }
  | {
      readonly action: 'edit';
      /** Command that is declared. */
      readonly local: WireCommand;
      /** Command that Discord has. */
      readonly remote: APIApplicationCommand;
      /** Paths of the fields that differ, as in `options.days.max_value`. */
      readonly fields: readonly string[];
    }
  | { readonly action: 'delete'; readonly remote: APIApplicationCommand };

/** Options of a comparison. */
export interface PlanOptions {
  /** Whether remote commands that are not declared are deleted. @defaultValue true */
  readonly deleteExisting?: boolean;
}

/**
 * Changes that lead from what Discord has to what is declared, in one scope; empty when they are the same.
 *
 * Commands are matched by type and name, so a user command and a slash command of one name are two. The entry point of
 * an activity, which Discord makes by itself, is never deleted.
 */
export function planScope(
  local: readonly WireCommand[],
  remote: readonly APIApplicationCommand[],
  options: PlanOptions = {},
): readonly CommandChange[] {
  const remoteByKey = new Map(remote.map((command) => [keyOf(command), command]));
  const changes: CommandChange[] = [];
  for (const command of local) {
    const existing = remoteByKey.get(keyOf(command));
    remoteByKey.delete(keyOf(command));
    if (!existing) {
      changes.push({ action: 'create', local: command });
      continue;
    }
    const fields = changedFields(canonicalCommand(existing), canonicalCommand(command));
    if (fields.length > 0) changes.push({ action: 'edit', local: command, remote: existing, fields });
  }
  if (options.deleteExisting ?? true) {
    for (const stale of remoteByKey.values()) {
      if (stale.type !== ApplicationCommandType.PrimaryEntryPoint)
        changes.push({ action: 'delete', remote: stale });
    }
  }
  return changes;
}

/** Type and name, by which Discord knows a command within a scope; there is one entry point, whatever its name. */
export function keyOf(command: { readonly type?: number | undefined; readonly name: string }): string {
  if (command.type === ApplicationCommandType.PrimaryEntryPoint) return `${command.type}/`;
  return `${command.type ?? 1}/${command.name}`;
}

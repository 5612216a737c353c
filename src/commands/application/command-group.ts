import { checkClassSite, refuseBareOnClass } from '../../errors/decorator-site.js';
import type { Constructor } from '../../types/type-tools.js';
import { ClassMetadata } from '../../utils/class-metadata.js';
import { checkGroup } from '../check-command-settings.js';
import type { RootCommandSettings } from '../command-settings.js';

/** Settings of a group of slash commands. */
export interface CommandGroupSettings extends RootCommandSettings {
  /** Descriptions of the groups below this one, by their names. */
  readonly groups?: Readonly<Record<string, string>>;
}

/** Group of slash commands as a class declares it. */
export interface DeclaredGroup {
  readonly name: string;
  readonly description: string;
  readonly settings: CommandGroupSettings;
}

export const groupMetadata = new ClassMetadata<DeclaredGroup>('command-group');

/**
 * Puts every slash command of the class below one name: `/config show`.
 *
 * @example
 * ```ts
 * @Cog()
 * @CommandGroup('config', 'Server settings', { permissions: ['ManageGuild'] })
 * class Config {
 *   @SlashCommand('Shows the settings')
 *   show(): string {
 *     return 'All is as it was.';
 *   }
 *
 *   @SlashCommand({ description: 'Adds a role', group: 'roles' }, RoleOptions) // /config roles add
 *   add(ctx: SlashContext, { role }: RoleOptions): string {
 *     return `Added ${role}.`;
 *   }
 * }
 * ```
 */
export function CommandGroup(
  name: string,
  description: string,
  settings: CommandGroupSettings = {},
): (target: Constructor) => void {
  refuseBareOnClass(
    'CommandGroup',
    [name, description, settings],
    "CommandGroup('name', 'What it is about')",
  );
  return (target: Constructor, key?: unknown) => {
    checkClassSite('CommandGroup', target, key);
    checkGroup(name, description, settings, target.name);
    groupMetadata.add(target, { name, description, settings });
  };
}

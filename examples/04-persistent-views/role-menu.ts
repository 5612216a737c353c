import type { ButtonContext, MessageOptions, Role, SlashContext } from 'cogwork';
import {
  ActionRow,
  Button,
  Cog,
  Option,
  OptionValueError,
  Permissions,
  RequireBotPermissions,
  SlashCommand,
} from 'cogwork';

const POWERS = new Permissions([
  'BanMembers',
  'KickMembers',
  'ManageChannels',
  'ManageGuild',
  'ManageMessages',
  'ManageRoles',
  'ManageWebhooks',
  'MentionEveryone',
  'ModerateMembers',
]);

class RoleMenuOptions {
  @Option.string('What stands above the buttons', { maxLength: 500 }) text!: string;
  @Option.role('Role that members may give themselves') first!: Role;
  @Option.role('One more', { required: false }) second?: Role;
  @Option.role('One more', { required: false }) third?: Role;
}

/** Buttons without a view: all that the handler needs is in the path, so there is nothing to remember. */
@Cog({ description: 'Roles to take' })
export class RoleMenu {
  @SlashCommand(
    { description: 'Posts buttons for roles', contexts: ['guild'], permissions: ['ManageRoles'] },
    RoleMenuOptions,
  )
  @RequireBotPermissions('ManageRoles')
  roles(ctx: SlashContext, { first, second, text, third }: RoleMenuOptions): MessageOptions {
    const roles = [first, second, third].filter((role) => role !== undefined);
    for (const role of roles) checkRole(ctx, role);
    const buttons = roles.map(({ id, name }) => Button.to('role/:id(snowflake)', { id }, { label: name }));
    return { content: text, components: [new ActionRow(buttons)] };
  }

  @Button('role/:id(snowflake)')
  @RequireBotPermissions('ManageRoles')
  async toggle(ctx: ButtonContext, { id }: { id: string }): Promise<MessageOptions> {
    const { guild, member } = ctx;
    const role = guild?.roles.get(id);
    if (!member || !role?.isAssignable) {
      return { content: 'I cannot give you this role any more.', ephemeral: true };
    }
    const isTaken = member.hasRole(id);
    if (isTaken) await member.removeRole(id, 'By a button');
    else await member.addRole(id, 'By a button');
    return { content: `${isTaken ? 'Taken' : 'Given'}: ${role.mention}`, ephemeral: true };
  }
}

/** Nobody hands out by buttons what they could not hand out themselves, nor powers over others. */
function checkRole({ guild, member }: SlashContext, role: Role): void {
  const isAbove = member?.topRole && member.topRole.comparePosition(role) > 0;
  const isTheirs = isAbove || guild?.ownerId === member?.id;
  if (role.isAssignable && isTheirs && !role.permissions.hasAny(POWERS)) return;
  throw new OptionValueError(`${role.name} is no role to take by a button.`, 'role', role.id);
}

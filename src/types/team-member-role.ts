import type { TeamMemberRole as ApiTeamMemberRole } from 'discord-api-types/v10';

/**
 * What a member of a team may do.
 *
 * @see https://docs.discord.com/developers/topics/teams#team-member-roles-team-member-role-types
 */
export const TeamMemberRole = {
  Admin: 'admin',
  Developer: 'developer',
  ReadOnly: 'read_only',
} satisfies Record<keyof typeof ApiTeamMemberRole, string> as unknown as typeof ApiTeamMemberRole;
export type TeamMemberRole = ApiTeamMemberRole;

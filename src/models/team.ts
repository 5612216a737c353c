import type { APITeam, APITeamMember } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import type { ImageOptions } from './image-url.js';
import { imageUrl } from './image-url.js';
import { IdentifiedModel, Model } from './model.js';
import type { User } from './user.js';

/** Developers who share applications. @see https://docs.discord.com/developers/topics/teams */
export class Team extends IdentifiedModel<Readonly<APITeam>> {
  /** Name of the team. */
  get name(): string {
    return this.raw.name;
  }
  /** User who owns it. */
  get ownerId(): Snowflake {
    return this.raw.owner_user_id;
  }
  /** Members, those invited included. */
  get members(): TeamMember[] {
    return this.raw.members.map((member) => new TeamMember(this.host, member));
  }
  /** Member who owns it. */
  get owner(): TeamMember | undefined {
    return this.members.find(({ user }) => user.id === this.ownerId);
  }
  /** Address of the icon, where there is one. */
  iconUrl(options: ImageOptions = {}): string | undefined {
    return this.raw.icon === null ? undefined : imageUrl(`team-icons/${this.id}/${this.raw.icon}`, options);
  }
}

/** One developer of a team. @see https://docs.discord.com/developers/topics/teams#data-models-team-member-object */
export class TeamMember extends Model<Readonly<APITeamMember>> {
  /** User of the member. */
  get user(): User {
    return this.host.models.user(this.raw.user);
  }
  /** As in `developer`; the owner's is empty. */
  get role(): string {
    return this.raw.role;
  }
  /** Whether the invitation was accepted. */
  get hasAccepted(): boolean {
    return this.raw.membership_state === 2;
  }
}

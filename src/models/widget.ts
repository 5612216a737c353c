import type { APIGuildWidget } from 'discord-api-types/v10';
import type { Snowflake } from '../types/type-tools.js';
import { resolveInviteCode } from './formatting.js';
import { Invite } from './invite.js';
import { IdentifiedModel } from './model.js';

/** What a guild shows of itself on web pages. @see https://docs.discord.com/developers/resources/guild#guild-widget-object */
export class Widget extends IdentifiedModel<Readonly<APIGuildWidget>> {
  /** Name of the guild. */
  get name(): string {
    return this.raw.name;
  }
  /** Address of an invitation, where there is one. */
  get inviteUrl(): string | undefined {
    return this.raw.instant_invite ?? undefined;
  }
  /** How many members are online. */
  get presenceCount(): number {
    return this.raw.presence_count;
  }
  /** Voice and stage channels that everybody may enter. */
  get channels(): APIGuildWidget['channels'] {
    return this.raw.channels;
  }
  /** Up to 100 members who are online, under made-up ids. */
  get members(): APIGuildWidget['members'] {
    return this.raw.members;
  }
  /** Address of the widget as JSON. */
  get jsonUrl(): string {
    return `https://discord.com/api/guilds/${this.id}/widget.json`;
  }

  /** Asks Discord for the invitation; `undefined` where there is none. */
  async fetchInvite(): Promise<Invite | undefined> {
    if (this.inviteUrl === undefined) return undefined;
    const code = resolveInviteCode(this.inviteUrl);
    return new Invite(this.host, await this.host.rest.invites.get(code, { with_counts: true }));
  }

  /** Address of the widget as a page. */
  pageUrl(theme: 'dark' | 'light' = 'dark'): string {
    return `https://discord.com/widget?id=${this.id as Snowflake}&theme=${theme}`;
  }
}

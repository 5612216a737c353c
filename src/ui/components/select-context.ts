import type {
  APIInteractionDataResolved,
  APIMessageComponentSelectMenuInteraction,
  APISelectMenuComponent,
} from 'discord-api-types/v10';
import { ResolvedEntities } from '../../interactions/resolved-entities.js';
import type { Member } from '../../models/member.js';
import { ComponentContext } from './component-context.js';
import { findComponent } from './find-component.js';

/** What a select's handler gets first: who selected, on which message, and the ways to answer. */
export class SelectContext extends ComponentContext {
  /** Select as it stands on the message; `undefined` where Discord did not send it along. */
  get select(): APISelectMenuComponent | undefined {
    return findComponent(this.payload.message.components, this.customId) as
      | APISelectMenuComponent
      | undefined;
  }

  /** Selected values as Discord sent them: texts, or ids. */
  get values(): readonly string[] {
    return this.#data.values;
  }

  /** Selected users as members of the guild; empty outside guilds. */
  get members(): readonly Member[] {
    return this.values.flatMap((id) => this.resolved.member(id) ?? []);
  }

  /** Entities of the selected ids. @internal */
  get resolved(): ResolvedEntities {
    const { resolved } = this.#data as { readonly resolved?: APIInteractionDataResolved };
    return new ResolvedEntities(this.interaction.host, resolved, this.guildId);
  }

  get #data(): APIMessageComponentSelectMenuInteraction['data'] {
    return (this.payload as APIMessageComponentSelectMenuInteraction).data;
  }
}

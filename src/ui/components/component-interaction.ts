import type { APIMessageComponentInteraction } from 'discord-api-types/v10';
import type { Interaction } from '../../interactions/interaction.js';

/** Interaction of a component, as Discord sends it. */
export type ComponentInteraction = Interaction & { readonly payload: APIMessageComponentInteraction };

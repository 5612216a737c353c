import { describe, expect, it } from '@jest/globals';
import * as api from 'discord-api-types/v10';
import { ApplicationCommandOptionType } from '../../src/types/application-command-option-type.js';
import { ApplicationCommandType } from '../../src/types/application-command-type.js';
import { ApplicationIntegrationType } from '../../src/types/application-integration-type.js';
import { ButtonStyle } from '../../src/types/button-style.js';
import { ChannelType } from '../../src/types/channel-type.js';
import { ComponentType } from '../../src/types/component-type.js';
import { InteractionContextType } from '../../src/types/interaction-context-type.js';
import { InteractionResponseType } from '../../src/types/interaction-response-type.js';
import { InteractionType } from '../../src/types/interaction-type.js';
import { Locale } from '../../src/types/locale.js';
import { MessageFlags } from '../../src/types/message-flags.js';
import { MessageType } from '../../src/types/message-type.js';
import { PermissionFlagsBits } from '../../src/types/permission-flags-bits.js';
import { TeamMemberRole } from '../../src/types/team-member-role.js';

/** Enums that are written out so that the package of wire types need not be loaded at run time. */
const own = {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionContextType,
  InteractionResponseType,
  InteractionType,
  Locale,
  MessageFlags,
  MessageType,
  PermissionFlagsBits,
  TeamMemberRole,
};

describe('The enums of the entry', () => {
  const documented = { ...api };

  it.each(Object.keys(own) as (keyof typeof own)[])('hold of %s what discord-api-types holds', (name) => {
    expect({ ...own[name] }).toEqual({ ...documented[name] });
  });

  it('give the name of a value', () => {
    expect(ChannelType[ChannelType.GuildForum]).toBe('GuildForum');
  });
});

import type {
  APIAllowedMentions,
  APIApplicationCommandOption,
  APIEmbed,
  APIMessageTopLevelComponent,
  RESTAPIAttachment,
  RESTAPIPoll,
} from 'discord-api-types/v10';
import { ApplicationCommandOptionType, ButtonStyle, ChannelType, ComponentType } from 'discord-api-types/v10';

export const ID = '175928847299117063';
export const OTHER_ID = '175928847299117064';
export const EMOJI = 'wave:175928847299117065';
export const IMAGE = 'data:image/png;base64,iVBORw0KGgo=';
export const TIME = '2026-01-02T03:04:05+00:00';
export const FILE = { name: 'file.bin', data: new Uint8Array([1, 2, 3]) } as const;
export const REASON = { reason: 'Because' } as const;

export const EMBEDS: APIEmbed[] = [
  {
    title: 'Title',
    type: 'rich' as NonNullable<APIEmbed['type']>,
    description: 'Description',
    url: 'https://example.com',
    timestamp: TIME,
    color: 0xff00ff,
    footer: { text: 'Footer', icon_url: 'https://example.com/icon.png' },
    image: { url: 'https://example.com/image.png' },
    thumbnail: { url: 'https://example.com/thumbnail.png' },
    author: { name: 'Author', url: 'https://example.com', icon_url: 'https://example.com/icon.png' },
    fields: [{ name: 'Field', value: 'Value', inline: true }],
  },
];

export const MENTIONS: APIAllowedMentions = {
  parse: ['everyone'] as NonNullable<APIAllowedMentions['parse']>,
  roles: [ID],
  users: [OTHER_ID],
  replied_user: true,
};

export const ATTACHMENTS: RESTAPIAttachment[] = [
  {
    id: '0',
    filename: 'voice.ogg',
    description: 'A voice',
    title: 'Voice',
    duration_secs: 1.5,
    waveform: 'AAAA',
  },
];

export const POLL: RESTAPIPoll = {
  question: { text: 'Which?' },
  answers: [
    { poll_media: { text: 'This', emoji: { id: null, name: '👍' } } },
    { poll_media: { text: 'That' } },
  ],
  duration: 24,
  allow_multiselect: true,
  layout_type: 1,
};

export const COMPONENTS: APIMessageTopLevelComponent[] = [
  {
    type: ComponentType.ActionRow,
    id: 1,
    components: [
      {
        type: ComponentType.Button,
        style: ButtonStyle.Primary,
        custom_id: 'press',
        label: 'Press',
        disabled: false,
      },
      { type: ComponentType.Button, style: ButtonStyle.Link, url: 'https://example.com', label: 'Go' },
    ],
  },
  {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: 'choose',
        placeholder: 'Choose',
        min_values: 1,
        max_values: 1,
        options: [{ label: 'One', value: '1', description: 'First', emoji: { name: '👍' }, default: true }],
      },
    ],
  },
  {
    type: ComponentType.Container,
    accent_color: 255,
    spoiler: true,
    components: [
      { type: ComponentType.TextDisplay, content: 'Text' },
      {
        type: ComponentType.Section,
        components: [{ type: ComponentType.TextDisplay, content: 'Beside' }],
        accessory: {
          type: ComponentType.Thumbnail,
          media: { url: 'https://example.com/a.png' },
          description: 'A',
        },
      },
      {
        type: ComponentType.MediaGallery,
        items: [{ media: { url: 'https://example.com/a.png' }, spoiler: false }],
      },
      { type: ComponentType.Separator, spacing: 1, divider: true },
    ],
  },
];

export const COMMAND_OPTIONS: APIApplicationCommandOption[] = [
  {
    type: ApplicationCommandOptionType.String,
    name: 'text',
    name_localizations: { de: 'text' },
    description: 'Text',
    description_localizations: { de: 'Text' },
    required: true,
    min_length: 1,
    max_length: 10,
    choices: [{ name: 'One', name_localizations: { de: 'Eins' }, value: 'one' }],
  },
  {
    type: ApplicationCommandOptionType.Integer,
    name: 'number',
    description: 'Number',
    min_value: 1,
    max_value: 5,
  },
  {
    type: ApplicationCommandOptionType.Channel,
    name: 'channel',
    description: 'Channel',
    channel_types: [ChannelType.GuildText],
  },
];

/** Sounds and stickers that are there for everybody. */

/** Sounds that Discord brings along. @see https://docs.discord.com/developers/resources/soundboard#list-default-soundboard-sounds */
export const DEFAULT_SOUNDS = (
  [
    ['quack', '🦆'],
    ['airhorn', '🔊'],
    ['cricket', '🦗'],
    ['golf clap', '👏'],
    ['sad horn', '🎺'],
    ['ba dum tss', '🥁'],
  ] as const
).map(([name, emoji], index) => ({
  name,
  sound_id: String(index + 1),
  volume: 1,
  emoji_id: null,
  emoji_name: emoji,
  available: true,
}));

const PACK_ID = '847199849233514549';

/** Packs of standard stickers. @see https://docs.discord.com/developers/resources/sticker#sticker-pack-object */
export const STICKER_PACKS = [
  {
    id: PACK_ID,
    sku_id: '847199849233514547',
    name: 'Wumpus Beyond',
    description: 'Say hello to Wumpus!',
    cover_sticker_id: '749053689419006003',
    banner_asset_id: '761773777976819706',
    stickers: [
      {
        id: '749053689419006003',
        name: 'Oh hi!',
        tags: 'wave, hello',
        type: 1,
        format_type: 3,
        description: 'Wumpus waves',
        pack_id: PACK_ID,
        sort_value: 1,
      },
    ],
  },
];

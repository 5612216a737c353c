import type { Locale } from 'discord-api-types/v10';

/** Texts by locale; Discord falls back to the text itself. @see https://docs.discord.com/developers/reference#locales */
export type Localizations = Readonly<Partial<Record<`${Locale}`, string>>>;

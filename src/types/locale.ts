import type { Locale as ApiLocale } from 'discord-api-types/v10';

/**
 * Language of a user or a guild.
 *
 * @see https://docs.discord.com/developers/reference#locales
 */
export const Locale = {
  Indonesian: 'id',
  EnglishUS: 'en-US',
  EnglishGB: 'en-GB',
  Bulgarian: 'bg',
  ChineseCN: 'zh-CN',
  ChineseTW: 'zh-TW',
  Croatian: 'hr',
  Czech: 'cs',
  Danish: 'da',
  Dutch: 'nl',
  Finnish: 'fi',
  French: 'fr',
  German: 'de',
  Greek: 'el',
  Hindi: 'hi',
  Hungarian: 'hu',
  Italian: 'it',
  Japanese: 'ja',
  Korean: 'ko',
  Lithuanian: 'lt',
  Norwegian: 'no',
  Polish: 'pl',
  PortugueseBR: 'pt-BR',
  Romanian: 'ro',
  Russian: 'ru',
  SpanishES: 'es-ES',
  SpanishLATAM: 'es-419',
  Swedish: 'sv-SE',
  Thai: 'th',
  Turkish: 'tr',
  Ukrainian: 'uk',
  Vietnamese: 'vi',
} satisfies Record<keyof typeof ApiLocale, string> as unknown as typeof ApiLocale;
export type Locale = ApiLocale;

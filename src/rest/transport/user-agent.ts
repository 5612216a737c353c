/** Version of the package; a test holds it to `package.json`. */
export const PACKAGE_VERSION = '0.1.0';

/** Header that Discord asks of every client. @see https://docs.discord.com/developers/reference#user-agent */
export function userAgent(suffix?: string): string {
  const own = `DiscordBot (https://www.npmjs.com/package/cogwork, ${PACKAGE_VERSION})`;
  return suffix ? `${own} ${suffix}` : own;
}

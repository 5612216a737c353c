/**
 * Where Discord's documentation and its description of requests disagree, or where an option is left out on purpose.
 *
 * Keys are the lines that the check would print; values say why.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, string>> = {
  'PATCH /applications/@me: body.description: is string, should be object or null': 'documented as a string',
  ...neverSent(
    'PATCH /applications/@me',
    ['team_id', 'explicit_content_filter', 'max_participants', 'type'],
    'not documented',
  ),
  ...neverSent(
    'POST /applications/{}/guilds/{}/commands',
    ['dm_permission', 'contexts', 'integration_types', 'handler'],
    'commands of a guild have neither contexts nor entry points',
  ),
  ...neverSent(
    'PATCH /applications/{}/guilds/{}/commands/{}',
    ['dm_permission', 'contexts', 'integration_types', 'handler'],
    'commands of a guild have neither contexts nor entry points',
  ),
  ...neverSent('PATCH /channels/{}/messages/{}', ['sticker_ids'], 'stickers of a message cannot be changed'),
  ...neverSent('PATCH /guilds/{}', ['home_header'], 'not documented'),
  ...neverSent('PATCH /guilds/{}/auto-moderation/rules/{}', ['trigger_type'], 'cannot be changed'),
  ...neverSent('POST /guilds/{}/channels', ['default_tag_setting'], 'not documented for new channels'),
};

function neverSent(operation: string, fields: readonly string[], reason: string): Record<string, string> {
  return Object.fromEntries(fields.map((field) => [`${operation}: body.${field} is never sent`, reason]));
}

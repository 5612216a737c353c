/** What stands where a secret stood. */
export const HIDDEN = '[secret]';

/** Forms in which secrets turn up in texts, with what is left of each. */
const forms: readonly (readonly [form: RegExp, left: string])[] = [
  // Bot token: an id in base64 (its first digit makes it begin with M, N or O), a time, a signature.
  [/[MNO][\w-]{22,29}\.[\w-]{5,7}\.[\w-]{25,}/g, HIDDEN],
  // Interaction token: begins with "interaction:" in base64.
  [/aW50ZXJhY3Rpb246[\w-]{20,}={0,2}/g, HIDDEN],
  // Token of a webhook or an interaction, as a segment of a path.
  [/((?:\/|%2F)(?:webhooks|interactions)(?:\/|%2F)\d{5,20}(?:\/|%2F))[\w.~=+-]+/gi, '$1:token'],
  // Name and password before the host of a URL.
  [/(\b[a-z][a-z\d+.-]*:\/\/)[^\s/?#"'@]+@/gi, `$1${HIDDEN}@`],
  // Value of an Authorization header; a snowflake after "Bot" is an id and not a token.
  [/\b(Bot|[Bb]earer|[Bb]asic)(\s+)(?!\d+\b)[\w.~+/=-]{20,}/g, `$1$2${HIDDEN}`],
  [/(\bauthorization\s*[:=]\s*(?:(?:Bot|Bearer|Basic)\s+)?)[\w.~+/=-]{6,}/gi, `$1${HIDDEN}`],
  // Quoted value of a telling name, as in JSON, escaped or not, and as in printed objects.
  [
    /((?:token|client_?secret|secret_?key|password|authorization)\\*["']?\s*[:=]\s*\\*["'])[^"'\\]+/gi,
    `$1${HIDDEN}`,
  ],
  // The same in a query or a form.
  [/((?:token|client_?secret|secret_?key|password)=)[^\s&"'\\,;)]+/gi, `$1${HIDDEN}`],
];

/** Text without what looks like a secret of Discord's: tokens of bots, webhooks and interactions, credentials in URLs and headers. */
export function redactText(text: string): string {
  let shown = text;
  for (const [form, left] of forms) shown = shown.replace(form, left);
  return shown;
}

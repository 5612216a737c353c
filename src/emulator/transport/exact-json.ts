/** Texts and integers of at least 16 digits; texts are matched so that nothing is found inside them. */
const TEXT_OR_LONG_INTEGER = /"(?:[^"\\]|\\.)*"|(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;
const LONG_DIGITS = /\d{16}/;

/**
 * Reads JSON as Discord does, where integers are exact: those that a number cannot hold become texts of their digits.
 *
 * Several libraries send ids as numbers.
 *
 * @throws {SyntaxError} when it is no JSON.
 */
export function parseExactJson(json: string): unknown {
  if (!LONG_DIGITS.test(json)) return JSON.parse(json);
  return JSON.parse(
    json.replace(TEXT_OR_LONG_INTEGER, (found) =>
      found.startsWith('"') || Number.isSafeInteger(Number(found)) ? found : `"${found}"`,
    ),
  );
}

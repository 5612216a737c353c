/** `showHighScores` → `show-high-scores`: how a method's name becomes a command's. */
export function toKebabCase(name: string): string {
  return separateWords(name, '-');
}

/** `logChannel` → `log_channel`: how a property's name becomes an option's. */
export function toSnakeCase(name: string): string {
  return separateWords(name, '_');
}

function separateWords(name: string, separator: string): string {
  return name
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, `$1${separator}$2`)
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, `$1${separator}$2`)
    .replace(/[\s_-]+/g, separator)
    .toLowerCase();
}

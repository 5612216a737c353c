/** Pattern of a keyword: a whole word, unless stars open an end. @see https://docs.discord.com/developers/resources/auto-moderation#auto-moderation-rule-object-keyword-matching-strategies */
export function keywordPattern(keyword: string): RegExp {
  const opensLeft = keyword.startsWith('*');
  const opensRight = keyword.endsWith('*') && keyword.length > 1;
  const inner = keyword.slice(opensLeft ? 1 : 0, opensRight ? -1 : undefined);
  const text = inner.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const left = opensLeft ? '[\\p{L}\\p{N}_]*' : '(?<![\\p{L}\\p{N}_])';
  const right = opensRight ? '[\\p{L}\\p{N}_]*' : '(?![\\p{L}\\p{N}_])';
  return new RegExp(`${left}${text}${right}`, 'iu');
}

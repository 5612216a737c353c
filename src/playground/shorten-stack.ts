/** Stack of an error with the frames of the bot's own files only, by their paths in its folder; whole when there is none. */
export function shortenStack(stack: string, folder: string): string {
  const prefix = `${folder.replaceAll('\\', '/')}/`;
  const lines = stack.replaceAll('\\', '/').replaceAll('file://', '').split('\n');
  const isFrame = (line: string): boolean => /^\s+at /.test(line);
  const isOwn = (line: string): boolean => line.includes(prefix) && !line.includes('/node_modules/');
  const kept = lines.filter((line) => !isFrame(line) || isOwn(line));
  const hidden = lines.length - kept.length;
  if (!kept.some(isFrame)) return stack;
  const note = hidden === 0 ? [] : [`    … ${hidden} more of the framework and Node`];
  return [...kept, ...note].join('\n').replaceAll(prefix, '');
}

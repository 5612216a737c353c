import type { TypedCommand } from './typed-command.js';

/** How to call a prefix command: `!roll <sides> [count]`. */
export function usageOf(command: TypedCommand, prefix: string): string {
  const call = `${prefix}${command.name}`;
  if (command.settings.usage !== undefined) return `${call} ${command.settings.usage}`.trimEnd();
  const words = command.schema.options.map(({ name, isRequired, descriptor }) => {
    const word = descriptor.settings.rest ? `${name}...` : name;
    return isRequired ? `<${word}>` : `[${word}]`;
  });
  return [call, ...words].join(' ');
}

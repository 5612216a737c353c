import { basename, relative, resolve } from 'node:path';
import { Command } from 'commander';
import { checkProjectName } from '../scaffold/project-name.js';
import { writeProject } from '../scaffold/write-project.js';
import { columns } from '../terminal/columns.js';
import type { Terminal } from '../terminal/terminal.js';
import { addExamples } from './examples.js';

/** `cogwork new`: a bot to begin with. */
export function newCommand(terminal: Terminal): Command {
  const command = new Command('new')
    .description('make a project with a bot that runs, its tests and a lint, in a new or empty folder')
    .argument('<name>', 'name of the project and its folder; `.` for the folder where you are')
    .action((given: string) => {
      const folder = resolve(given);
      // `@scope/name` is a name; its folder is `name`, as npm itself has it.
      const isScoped = given.startsWith('@');
      const name = isScoped ? given : basename(folder);
      checkProjectName(name);
      const target = isScoped ? resolve(basename(folder)) : folder;
      const files = writeProject(target, name);
      describe(terminal, { name, target, files });
    });
  return addExamples(command, {
    'cogwork new my-bot': 'in the new folder my-bot',
    'cogwork new .': 'in this folder, if it is empty',
  });
}

interface NewProject {
  readonly name: string;
  readonly target: string;
  readonly files: readonly string[];
}

function describe(terminal: Terminal, { files, name, target }: NewProject): void {
  const { paint } = terminal;
  const place = relative(process.cwd(), target);
  const steps = [
    ...(place === '' ? [] : [[`cd ${place.includes(' ') ? `"${place}"` : place}`, '']]),
    ['npm install', ''],
    ['npm test', 'its commands, in an emulated Discord'],
    ['npm run types', 'whether each handler fits what it declares'],
    ['npm run dev', 'talk to it in your browser; no token needed'],
  ];
  terminal.print(
    `Made ${paint('bold', name)}: ${files.length} files${place === '' ? '' : ` in ${place}`}.`,
    '',
    ...columns(steps.map(([typed = '', use = '']) => [paint('cyan', typed), use])),
  );
}

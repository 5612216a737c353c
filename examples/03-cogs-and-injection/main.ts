import { Bot } from 'cogwork';
import { FileNoteStore } from './file-note-store.js';
import { NoteStore } from './note-store.js';
import { Notes } from './notes.js';
import { Usage } from './usage.js';

const bot = new Bot({
  cogs: [Notes, Usage],
  services: (container) => container.registerClass(NoteStore, FileNoteStore),
});

await bot.run();

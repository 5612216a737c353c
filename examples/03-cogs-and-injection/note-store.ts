import { portToken } from 'cogwork';

/** Where notes are kept: an interface for whoever needs one, and a token of the same name to ask for it. */
export interface NoteStore {
  load(userId: string): Promise<readonly string[]>;
  save(userId: string, notes: readonly string[]): Promise<void>;
}

export const NoteStore = portToken<NoteStore>('NoteStore');

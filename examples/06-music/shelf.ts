import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AudioSource } from 'cogwork/voice';

/** Folder with songs: Ogg and WebM are passed on as they are, WAV is encoded, everything else goes through ffmpeg. */
export class Shelf {
  readonly directory = process.env['SONGS'] ?? 'songs';

  /** Names of the songs that begin with a text; none where there is no such folder. */
  async find(start = ''): Promise<string[]> {
    const names = await readdir(this.directory).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    });
    return names.filter((name) => name.toLowerCase().startsWith(start.toLowerCase())).sort();
  }

  /** Song of a name, if there is one; no other path gets out of the folder. */
  async take(name: string): Promise<AudioSource | undefined> {
    const names = await this.find();
    return names.includes(name) ? AudioSource.file(join(this.directory, name)) : undefined;
  }
}

export * from 'cogwork';
export const channelId = '1';
export const counts: boolean[] = [];
export declare function cleanUp(): Promise<void>;

export class Scores {
  async open(): Promise<void> {}

  of(_userId: string): number {
    return 0;
  }
}

export class SmtpMailer {
  async send(_to: string, _text: string): Promise<void> {}
}

export class Database {
  constructor(readonly path: string) {}
}

export class Settings {
  language = 'en';
}

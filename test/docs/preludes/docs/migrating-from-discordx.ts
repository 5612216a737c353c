import { Cog } from 'cogwork';

export const devGuild = '1';
export const fruits = ['apple', 'pear'];
export const openGuilds = new Set<string>();
export declare function cleanUp(): Promise<void>;

@Cog()
export class Dice {}

@Cog()
export class Polls {}

export class Database {}

import { Cog } from 'cogwork';

export const clientId = '1';
export const fruits = ['apple', 'pear'];
export declare function sweep(): Promise<void>;

@Cog()
export class Jokes {}

@Cog()
export class Shop {}

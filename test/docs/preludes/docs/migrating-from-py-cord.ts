import { Cog } from 'cogwork';

export const fruits = ['apple', 'pear'];
export declare function cleanUp(): Promise<void>;

@Cog()
export class Dice {}

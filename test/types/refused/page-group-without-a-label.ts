import { PageGroup } from 'cogwork';

export const group = new PageGroup(['one'], { description: 'Pages' }); // refused

import { Cog, CommandGroup } from 'cogwork';

@Cog()
@CommandGroup('config', 'Settings', { permissions: ['ManageServer'] }) // refused
export class Config {}

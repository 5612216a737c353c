/** What identified clients ask of the gateway besides heartbeats. */
import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { World } from '../world/world.js';
import type { GatewaySession } from './gateway-session.js';
import { requestGuildMembers } from './member-request.js';

type Command = (world: World, session: GatewaySession, data: Record<string, unknown>) => void;

const COMMANDS: Readonly<Record<number, Command>> = {
  [Op.PresenceUpdate]: () => {},
  [Op.VoiceStateUpdate]: () => {},
  [Op.RequestGuildMembers]: requestGuildMembers,
};

/** Runs one command; data that is no object closes the connection with 4002. */
export function runGatewayCommand(world: World, session: GatewaySession, op: number, data: unknown): void {
  if (typeof data !== 'object' || data === null) {
    session.connection?.close(4002);
    return;
  }
  COMMANDS[op]?.(world, session, data as Record<string, unknown>);
}

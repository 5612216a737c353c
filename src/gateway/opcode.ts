import type { GatewayOpcodes } from 'discord-api-types/v10';

/**
 * What a gateway payload is about. Plain numbers, so that importing the gateway loads no table of Discord's types.
 *
 * @see https://docs.discord.com/developers/topics/opcodes-and-status-codes#gateway-gateway-opcodes
 */
export const Opcode = {
  Dispatch: 0,
  Heartbeat: 1,
  Identify: 2,
  PresenceUpdate: 3,
  VoiceStateUpdate: 4,
  Resume: 6,
  Reconnect: 7,
  RequestGuildMembers: 8,
  InvalidSession: 9,
  Hello: 10,
  HeartbeatAck: 11,
  RequestSoundboardSounds: 31,
  RequestChannelInfo: 43,
} as const satisfies Partial<Record<keyof typeof GatewayOpcodes | 'RequestChannelInfo', number>>;

import { describe, expect, it } from '@jest/globals';
import { Chance } from '../../../src/emulator/voice/chance.js';
import { discoveryRequest, readDiscoveryResponse } from '../../../src/voice/udp/ip-discovery.js';
import { readRtpHeader, stripRtpPayload, writeRtpHeader } from '../../../src/voice/udp/rtp-packet.js';

describe('An RTP header', () => {
  it('is read as it was written', () => {
    const packet = Buffer.alloc(40);
    writeRtpHeader(packet, 65_535, 4_294_967_295, 7);
    expect(readRtpHeader(packet)).toEqual({
      ssrc: 7,
      sequence: 65_535,
      timestamp: 4_294_967_295,
      length: 12,
      extensionLength: 0,
      hasPadding: false,
    });
  });

  it.each([
    ['RTCP', 0x80, 200],
    ['video', 0x80, 101],
    ['another version', 0x40, 0x78],
  ])('of %s is passed over', (_what, first, second) => {
    const packet = Buffer.alloc(60);
    packet[0] = first;
    packet[1] = second;
    expect(readRtpHeader(packet)).toBeUndefined();
  });

  it('takes the marker bit for nothing', () => {
    const packet = Buffer.alloc(60);
    packet[0] = 0x80;
    packet[1] = 0xf8;
    expect(readRtpHeader(packet)).toBeDefined();
  });

  it('never leads beyond the packet, whatever it holds', () => {
    const chance = new Chance(3);
    for (let round = 0; round < 20_000; round++) {
      const packet = Buffer.from(
        Array.from({ length: Math.floor(chance.next() * 80) }, () => Math.floor(chance.next() * 256)),
      );
      if (packet.length > 1 && round % 2) packet.writeUInt16BE(0x9078 | (packet[0]! << 8), 0);
      const header = readRtpHeader(packet);
      if (!header) continue;
      expect(header.length).toBeLessThanOrEqual(packet.length);
      const frame = stripRtpPayload(packet.subarray(header.length), header);
      expect(frame?.length).not.toBe(0);
    }
  });
});

describe('Padding', () => {
  const header = { ssrc: 1, sequence: 1, timestamp: 1, length: 12, extensionLength: 8, hasPadding: true };

  it('comes off before the extension', () => {
    const payload = Buffer.concat([Buffer.alloc(8), Buffer.from('frame'), Buffer.from([0, 0, 3])]);
    expect(stripRtpPayload(payload, header)?.toString()).toBe('frame');
  });

  it.each([[0], [200]])('of %i bytes makes a packet worthless', (length) => {
    expect(stripRtpPayload(Buffer.from([1, 2, 3, length]), header)).toBeUndefined();
  });
});

describe('The discovery of the own address', () => {
  it('asks with the source, and reads the answer for it only', () => {
    const request = discoveryRequest(77);
    expect(request).toHaveLength(74);
    const answer = Buffer.from(request);
    answer.writeUInt16BE(2, 0);
    answer.write('203.0.113.9', 8);
    answer.writeUInt16BE(50_004, 72);
    expect(readDiscoveryResponse(answer, 77)).toEqual({ host: '203.0.113.9', port: 50_004 });
    expect(readDiscoveryResponse(answer, 78)).toBeUndefined();
    expect(readDiscoveryResponse(request, 77)).toBeUndefined();
    expect(readDiscoveryResponse(answer.subarray(0, 70), 77)).toBeUndefined();
  });
});

import { describe, expect, it } from '@jest/globals';
import { GatewayBench } from './support/gateway-bench.js';

describe('a blocked event loop', () => {
  it('gives one warning with the lateness and the handler, whatever the number of shards', async () => {
    const bench = new GatewayBench({ shards: { count: 3 }, describeHandler: () => 'Maths.factorial' });
    bench.autoAccept();
    const connecting = bench.manager.connect();
    await bench.clock.advance(15_000);
    await connecting;
    bench.clock.block(120_000);
    await bench.clock.advance(100);
    const warnings = bench.logger.lines.filter((line) => line.level === 'warn');
    expect(warnings).toHaveLength(1);
    expect(warnings[0]?.message).toMatch(/1\d\d\.\d s late.*Running was Maths\.factorial/);
    bench.clock.block(120_000);
    await bench.clock.advance(2_000);
    expect(bench.logger.lines.filter((line) => line.level === 'warn')).toHaveLength(2);
    await bench.manager.close();
  });

  it('stays silent about a delay that endangers nothing', async () => {
    const bench = new GatewayBench();
    await bench.connect();
    await bench.clock.advance(20_000);
    bench.clock.block(3_000);
    await bench.clock.advance(1);
    expect(bench.logger.lines.filter((line) => line.level === 'warn')).toEqual([]);
    await bench.manager.close();
  });
});

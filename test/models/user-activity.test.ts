import { describe, expect, it } from '@jest/globals';
import { UserActivity } from '../../src/models/user-activity.js';

const activity = (fields: object): UserActivity =>
  new UserActivity({
    id: 'x',
    name: 'something',
    type: 0,
    created_at: 1_700_000_000_000,
    ...fields,
  } as never);

describe('UserActivity', () => {
  it('is a game with its lines, times, party and pictures', () => {
    const game = activity({
      application_id: '5',
      details: 'Ranked',
      state: 'In a match',
      timestamps: { start: 1_700_000_000_000 },
      party: { id: 'p', size: [2, 5] },
      assets: {
        large_image: 'map',
        large_text: 'Desert',
        small_image: 'mp:external/abc/https/x.test/y.png',
        small_text: 'Level 3',
      },
    });
    expect([game.details, game.state, game.party?.size, game.largeText, game.smallText]).toEqual([
      'Ranked',
      'In a match',
      [2, 5],
      'Desert',
      'Level 3',
    ]);
    expect([game.startedAt?.getTime(), game.endsAt, game.durationMs]).toEqual([
      1_700_000_000_000,
      undefined,
      undefined,
    ]);
    expect(game.largeImageUrl({ size: 128 })).toBe(
      'https://cdn.discordapp.com/app-assets/5/map.webp?size=128',
    );
    expect(game.smallImageUrl()).toBe('https://media.discordapp.net/external/abc/https/x.test/y.png');
    expect([game.isSpotify, game.artists, game.twitchName]).toEqual([false, [], undefined]);
  });

  it('is a song on Spotify', () => {
    const song = activity({
      name: 'Spotify',
      type: 2,
      details: 'Gears',
      state: 'Cog; Wheel',
      sync_id: 'abc123',
      party: { id: 'spotify:1' },
      assets: { large_image: 'spotify:cover', large_text: 'The Machine' },
      timestamps: { start: 1000, end: 61_000 },
    });
    expect([song.isSpotify, song.songTitle, song.artists, song.largeText]).toEqual([
      true,
      'Gears',
      ['Cog', 'Wheel'],
      'The Machine',
    ]);
    expect([song.durationMs, song.songUrl, song.largeImageUrl()]).toEqual([
      60_000,
      'https://open.spotify.com/track/abc123',
      'https://i.scdn.co/image/cover',
    ]);
  });

  it('is a stream on Twitch, and kinds newer than the package pass', () => {
    const stream = activity({ type: 1, url: 'https://twitch.tv/cog', assets: { large_image: 'twitch:cog' } });
    expect([stream.twitchName, stream.url, stream.largeImageUrl()]).toEqual([
      'cog',
      'https://twitch.tv/cog',
      'https://static-cdn.jtvnw.net/previews-ttv/live_user_cog.png',
    ]);
    expect(activity({ type: 77 }).type).toBe(77);
  });
});

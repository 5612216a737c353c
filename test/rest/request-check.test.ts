import { describe, expect, it } from '@jest/globals';
import { RequestCheck } from '../../scripts/openapi/request-check.js';
import { RequestRecorder, recordingRest } from '../../scripts/recorded-request.js';
import { callEverything } from '../../scripts/requests/all-requests.js';

const ID = { type: 'string', pattern: '^[0-9]+$' };
const description = {
  components: { schemas: { Name: { type: 'string', minLength: 1, maxLength: 5 } } },
  paths: {
    '/channels/{channel_id}': {
      parameters: [{ name: 'channel_id', in: 'path', schema: ID }],
      patch: {
        requestBody: {
          content: {
            'application/json': {
              schema: {
                anyOf: [
                  {
                    type: 'object',
                    properties: { name: { $ref: '#/components/schemas/Name' }, allow: { type: 'integer' } },
                  },
                  {
                    type: 'object',
                    properties: { topic: { type: ['string', 'null'] } },
                    required: ['topic'],
                  },
                ],
              },
            },
          },
        },
      },
    },
    '/channels/{channel_id}/messages': {
      get: {
        parameters: [
          { name: 'channel_id', in: 'path', schema: ID },
          { name: 'limit', in: 'query', required: true, schema: { type: 'integer', maximum: 100 } },
          { name: 'around', in: 'query', schema: ID },
        ],
      },
    },
  },
};

describe('the request check', () => {
  it('finds what is unknown, missing, of the wrong type and never sent', async () => {
    const recorder = new RequestRecorder();
    const { channels } = recordingRest(recorder);
    await channels.edit('nonsense', { name: 'too long' });
    await channels.edit('1', { nsfw: true });
    await channels.listMessages('1', { before: '2' });
    const api = new RequestCheck(description);
    expect(recorder.requests.flatMap((request) => api.check(request))).toEqual([
      'PATCH /channels/{}: path.channel_id: has not the form ^[0-9]+$',
      'PATCH /channels/{}: body.name: is 8 characters, should be at most 5',
      'PATCH /channels/{}: body.nsfw: is not known',
      'GET /channels/{}/messages: query.limit: is required and missing',
      'GET /channels/{}/messages: query.before: is not known',
    ]);
    expect(api.neverSent()).toEqual([
      'PATCH /channels/{}: body.allow is never sent',
      'PATCH /channels/{}: body.topic is never sent',
      'GET /channels/{}/messages: query.limit is never sent',
      'GET /channels/{}/messages: query.around is never sent',
    ]);
  });

  it('accepts what is right, decimal strings for large integers among it', async () => {
    const recorder = new RequestRecorder();
    const { channels } = recordingRest(recorder);
    await channels.edit('1', { name: 'fine', allow: '8589934592' } as never);
    await channels.edit('1', { topic: null });
    await channels.listMessages('1', { limit: 100 });
    const api = new RequestCheck(description);
    expect(recorder.requests.flatMap((request) => api.check(request))).toEqual([]);
  });
});

describe('the methods of all resources', () => {
  it('fill their routes from their arguments, with nothing left undefined', async () => {
    const recorder = new RequestRecorder();
    await Promise.all(callEverything(recordingRest(recorder)));
    expect(recorder.requests.length).toBeGreaterThan(230);
    for (const { route } of recorder.requests) {
      expect(route.toPath()).toMatch(/^\/[^?#{}]+$/);
      expect(route.toPath()).not.toMatch(/undefined|null|\[object/);
    }
  });

  it('encode emoji and other texts in paths', async () => {
    const recorder = new RequestRecorder();
    const { reactions, invites } = recordingRest(recorder);
    await reactions.add('1', '2', '👍');
    await invites.get('a/b?c');
    expect(recorder.requests.map(({ route }) => route.toPath())).toEqual([
      '/channels/1/messages/2/reactions/%F0%9F%91%8D/@me',
      '/invites/a%2Fb%3Fc',
    ]);
    await expect(async () =>
      recorder
        .request((await import('../../src/rest/transport/route.js')).GET`/users/${'..'}`)
        .then(() => recorder.requests.at(-1)?.route.toPath()),
    ).rejects.toThrow(/path parameter/);
  });
});

/** Uses the routes of the emulator one after the other, as a bot would. */
import { request } from 'undici';
import { Emulator } from '../../src/emulator/index.js';

/** Hears of every response. */
export type ResponseListener = (method: string, path: string, status: number, body: string) => void;

type Body = Record<string, unknown>;
type Call = (method: string, path: string, body?: unknown) => Promise<Body>;

const PNG = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a', 'hex').toString('base64')}`;
const OGG = `data:audio/ogg;base64,${Buffer.from('OggS').toString('base64')}`;

/** Runs the whole drive. */
export async function drive(listen: ResponseListener): Promise<void> {
  const discord = new Emulator();
  const alice = discord.createUser('Alice');
  const bob = discord.createUser('Bob');
  const account = discord.createBot({ name: 'driver' });
  const guild = discord.createGuild({ members: [account, alice, bob], channels: ['general'] });
  const dispatcher = await discord.dispatcher();
  const call: Call = async (method, path, body) => {
    const isForm = body instanceof FormData;
    const response = await request(`${discord.apiUrl}${path}`, {
      method: method as 'GET',
      dispatcher,
      headers: {
        authorization: `Bot ${account.token}`,
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isForm ? (body as never) : JSON.stringify(body) }),
    });
    const text = await response.body.text();
    listen(method, path.split('?')[0]!, response.statusCode, text);
    return text === '' ? {} : (JSON.parse(text) as Body);
  };
  const top = guild.roles.find(({ tags }) => tags?.bot_id === account.id)!;
  guild.createRole('low');
  const scene = {
    call,
    guild: guild.id,
    general: guild.channel('general').id,
    alice: alice.id,
    bob: bob.id,
    bot: account.id,
  };
  discord.world.guilds.get(guild.id)!.roles.get(top.id)!.position = 50;
  await driveBasics(scene);
  await driveMessages(scene);
  await driveChannels(scene);
  await driveGuild(scene);
  await driveExpressions(scene);
  await driveEvents(scene);
  await driveMembers(scene);
  await discord.close();
}

interface Scene {
  readonly call: Call;
  readonly guild: string;
  readonly general: string;
  readonly alice: string;
  readonly bob: string;
  readonly bot: string;
}

async function driveBasics({ call, guild, alice, bot }: Scene): Promise<void> {
  for (const path of [
    '/gateway',
    '/gateway/bot',
    '/users/@me',
    `/users/${alice}`,
    '/users/@me/guilds',
    '/users/@me/connections',
  ]) {
    await call('GET', path);
  }
  await call('PATCH', '/users/@me', { username: 'driver2', avatar: PNG });
  await call('POST', '/users/@me/channels', { recipient_id: alice });
  for (const path of [
    '/applications/@me',
    `/applications/${bot}`,
    '/oauth2/applications/@me',
    '/voice/regions',
    '/sticker-packs',
  ]) {
    await call('GET', path);
  }
  await call('PATCH', '/applications/@me', { description: 'Drives' });
  await call('PATCH', `/applications/${bot}`, { description: 'Drives on' });
  await call('PUT', `/applications/${bot}/role-connections/metadata`, [
    { type: 7, key: 'k', name: 'n', description: 'd' },
  ]);
  await call('GET', `/applications/${bot}/role-connections/metadata`);
  for (const scope of [`/applications/${bot}/commands`, `/applications/${bot}/guilds/${guild}/commands`]) {
    const options = [
      { type: 3, name: 'text', description: 'Text', required: true, choices: [{ name: 'a', value: 'a' }] },
    ];
    const made = await call('POST', scope, { name: 'one', description: 'One', options });
    await call('GET', scope);
    await call('GET', `${scope}/${made['id']}`);
    await call('PATCH', `${scope}/${made['id']}`, { description: 'Uno' });
    await call('DELETE', `${scope}/${made['id']}`);
    await call('PUT', scope, [
      { name: 'two', description: 'Two' },
      { name: 'Three', type: 2 },
    ]);
  }
}

async function driveMessages({ call, general, bot }: Scene): Promise<void> {
  const path = `/channels/${general}/messages`;
  const embeds = [
    { title: 't', description: 'd', color: 1, fields: [{ name: 'n', value: 'v' }], footer: { text: 'f' } },
  ];
  const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'l', custom_id: 'c' }] }];
  const first = await call('POST', path, { content: 'one', embeds, components });
  const second = await call('POST', path, { content: 'two', message_reference: { message_id: first['id'] } });
  await call('POST', path, {
    flags: 32_768,
    components: [{ type: 17, components: [{ type: 10, content: 'text' }] }],
  });
  const form = new FormData();
  form.set('payload_json', JSON.stringify({ content: 'file' }));
  form.set('files[0]', new Blob(['hello'], { type: 'text/plain' }), 'a.txt');
  await call('POST', path, form);
  const poll = await call('POST', path, {
    poll: { question: { text: 'q' }, answers: [{ poll_media: { text: 'a' } }] },
  });
  await call('GET', `/channels/${general}/polls/${poll['id']}/answers/1`);
  await call('POST', `/channels/${general}/polls/${poll['id']}/expire`);
  await call('PUT', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}/@me`);
  await call('GET', `${path}/${first['id']}`);
  await call('GET', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}`);
  await call('DELETE', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}/@me`);
  await call('DELETE', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}/${bot}`);
  await call('DELETE', `${path}/${first['id']}/reactions/${encodeURIComponent('👍')}`);
  await call('DELETE', `${path}/${first['id']}/reactions`);
  await call('PATCH', `${path}/${first['id']}`, { content: 'uno' });
  await call('PUT', `${path}/pins/${first['id']}`);
  await call('GET', `${path}/pins`);
  await call('GET', `/channels/${general}/pins`);
  await call('DELETE', `${path}/pins/${first['id']}`);
  await call('GET', path);
  await call('POST', `/channels/${general}/typing`);
  await call('POST', `${path}/${first['id']}/threads`, { name: 'thread' });
  await call('POST', `${path}/bulk-delete`, { messages: [poll['id'], second['id']] });
  await call('DELETE', `${path}/${first['id']}`);
}

async function driveChannels({ call, guild, general, alice }: Scene): Promise<void> {
  await call('GET', `/channels/${general}`);
  await call('PATCH', `/channels/${general}`, { topic: 'Topic' });
  await call('PUT', `/channels/${general}/permissions/${guild}`, { type: 0, allow: '0', deny: '2048' });
  await call('DELETE', `/channels/${general}/permissions/${guild}`);
  for (const type of [0, 2, 4, 13, 15])
    await call('POST', `/guilds/${guild}/channels`, { name: `c${type}`, type });
  const list = (await call('GET', `/guilds/${guild}/channels`)) as unknown as { id: string; type: number }[];
  await call('PATCH', `/guilds/${guild}/channels`, [{ id: general, position: 3 }]);
  const voice = list.find(({ type }) => type === 2)!;
  await call('PUT', `/channels/${voice.id}/voice-status`, { status: 'x' });
  const forum = list.find(({ type }) => type === 15)!;
  await call('POST', `/channels/${forum.id}/threads`, { name: 'post', message: { content: 'first' } });
  const thread = await call('POST', `/channels/${general}/threads`, { name: 'private', type: 12 });
  await call('GET', `/channels/${thread['id']}`);
  await call('PUT', `/channels/${thread['id']}/thread-members/${alice}`);
  await call('GET', `/channels/${thread['id']}/thread-members`);
  await call('GET', `/channels/${thread['id']}/thread-members/${alice}`);
  await call('DELETE', `/channels/${thread['id']}/thread-members/${alice}`);
  await call('DELETE', `/channels/${thread['id']}/thread-members/@me`);
  await call('PUT', `/channels/${thread['id']}/thread-members/@me`);
  await call('GET', `/guilds/${guild}/threads/active`);
  await call('PATCH', `/channels/${thread['id']}`, { archived: true });
  await call('GET', `/channels/${general}/threads/archived/private`);
  await call('GET', `/channels/${general}/threads/archived/public`);
  await call('GET', `/channels/${general}/users/@me/threads/archived/private`);
  const news = await call('POST', `/guilds/${guild}/channels`, { name: 'news', type: 5 });
  await call('POST', `/channels/${news['id']}/followers`, { webhook_channel_id: general });
  const headline = await call('POST', `/channels/${news['id']}/messages`, { content: 'x' });
  await call('POST', `/channels/${news['id']}/messages/${headline['id']}/crosspost`);
  await call('PUT', `/channels/${news['id']}/pins/${headline['id']}`);
  await call('DELETE', `/channels/${news['id']}/pins/${headline['id']}`);
  await driveWebhooks(call, guild, general);
  const invite = await call('POST', `/channels/${general}/invites`, {});
  await call('GET', `/channels/${general}/invites`);
  await call('GET', `/guilds/${guild}/invites`);
  await call('GET', `/invites/${invite['code']}?with_counts=true`);
  await call('DELETE', `/invites/${invite['code']}`);
  await call('DELETE', `/channels/${voice.id}`);
}

async function driveWebhooks(call: Call, guild: string, general: string): Promise<void> {
  const webhook = await call('POST', `/channels/${general}/webhooks`, { name: 'hook' });
  await call('GET', `/channels/${general}/webhooks`);
  await call('GET', `/guilds/${guild}/webhooks`);
  await call('GET', `/webhooks/${webhook['id']}`);
  await call('PATCH', `/webhooks/${webhook['id']}`, { name: 'hook2' });
  const path = `/webhooks/${webhook['id']}/${webhook['token']}`;
  await call('GET', path);
  await call('PATCH', path, { name: 'hook3' });
  const message = await call('POST', `${path}?wait=true`, { content: 'x' });
  await call('POST', path, { content: 'x' });
  await call('GET', `${path}/messages/${message['id']}`);
  await call('PATCH', `${path}/messages/${message['id']}`, { content: 'y' });
  await call('DELETE', `${path}/messages/${message['id']}`);
  await call('DELETE', path);
  const other = await call('POST', `/channels/${general}/webhooks`, { name: 'hook' });
  await call('DELETE', `/webhooks/${other['id']}`);
}

async function driveGuild({ call, guild }: Scene): Promise<void> {
  await call('GET', `/guilds/${guild}?with_counts=true`);
  await call('PATCH', `/guilds/${guild}`, { name: 'Renamed', description: 'd' });
  for (const page of [
    'preview',
    'audit-logs',
    'regions',
    'prune',
    'vanity-url',
    'roles',
    'roles/member-counts',
    'integrations',
  ]) {
    await call('GET', `/guilds/${guild}/${page}`);
  }
  await call('POST', `/guilds/${guild}/prune`, {});
  await call('PUT', `/guilds/${guild}/incident-actions`, { invites_disabled_until: null });
  const role = await call('POST', `/guilds/${guild}/roles`, { name: 'r', color: 5 });
  await call('GET', `/guilds/${guild}/roles/${role['id']}`);
  await call('PATCH', `/guilds/${guild}/roles/${role['id']}`, { name: 'rr' });
  await call('PATCH', `/guilds/${guild}/roles`, [{ id: role['id'], position: 2 }]);
  await call('DELETE', `/guilds/${guild}/roles/${role['id']}`);
  const template = await call('POST', `/guilds/${guild}/templates`, { name: 't' });
  await call('GET', `/guilds/${guild}/templates`);
  await call('GET', `/guilds/templates/${template['code']}`);
  await call('PUT', `/guilds/${guild}/templates/${template['code']}`);
  await call('PATCH', `/guilds/${guild}/templates/${template['code']}`, { name: 'u' });
  await call('DELETE', `/guilds/${guild}/templates/${template['code']}`);
  await call('PATCH', `/guilds/${guild}/welcome-screen`, { description: 'Hi' });
  await call('GET', `/guilds/${guild}/welcome-screen`);
  await call('GET', `/guilds/${guild}/onboarding`);
  await call('PUT', `/guilds/${guild}/onboarding`, { mode: 0 });
  await call('PATCH', `/guilds/${guild}/widget`, { enabled: true });
  await call('GET', `/guilds/${guild}/widget`);
  await call('GET', `/guilds/${guild}/widget.json`);
}

async function driveExpressions({ call, guild, bot }: Scene): Promise<void> {
  for (const path of [`/guilds/${guild}/emojis`, `/applications/${bot}/emojis`]) {
    const emoji = await call('POST', path, { name: 'smile', image: PNG });
    await call('GET', path);
    await call('GET', `${path}/${emoji['id']}`);
    await call('PATCH', `${path}/${emoji['id']}`, { name: 'grin' });
    await call('DELETE', `${path}/${emoji['id']}`);
  }
  const form = new FormData();
  for (const [key, value] of [
    ['name', 'st'],
    ['tags', 'x'],
    ['description', ''],
  ] as const)
    form.set(key, value);
  form.set('file', new Blob(['x'], { type: 'image/png' }), 'a.png');
  const stickers = `/guilds/${guild}/stickers`;
  const sticker = await call('POST', stickers, form);
  await call('GET', stickers);
  await call('GET', `${stickers}/${sticker['id']}`);
  await call('GET', `/stickers/${sticker['id']}`);
  await call('PATCH', `${stickers}/${sticker['id']}`, { name: 'st2' });
  await call('DELETE', `${stickers}/${sticker['id']}`);
  const sounds = `/guilds/${guild}/soundboard-sounds`;
  const sound = await call('POST', sounds, { name: 'boom', sound: OGG });
  await call('GET', sounds);
  await call('GET', `${sounds}/${sound['sound_id']}`);
  await call('PATCH', `${sounds}/${sound['sound_id']}`, { name: 'bang' });
  await call('DELETE', `${sounds}/${sound['sound_id']}`);
  await call('GET', '/soundboard-default-sounds');
}

async function driveEvents({ call, guild, bot, alice }: Scene): Promise<void> {
  const events = `/guilds/${guild}/scheduled-events`;
  const event = await call('POST', events, {
    name: 'e',
    privacy_level: 2,
    entity_type: 3,
    entity_metadata: { location: 'here' },
    scheduled_start_time: '2026-02-01T00:00:00Z',
    scheduled_end_time: '2026-02-02T00:00:00Z',
  });
  await call('GET', events);
  await call('GET', `${events}/${event['id']}`);
  await call('PATCH', `${events}/${event['id']}`, { name: 'f' });
  await call('GET', `${events}/${event['id']}/users`);
  await call('DELETE', `${events}/${event['id']}`);
  const rules = `/guilds/${guild}/auto-moderation/rules`;
  const actions = [{ type: 1, metadata: {} }];
  const rule = await call('POST', rules, {
    name: 'r',
    event_type: 1,
    trigger_type: 1,
    trigger_metadata: { keyword_filter: ['x'] },
    actions,
  });
  await call('GET', rules);
  await call('GET', `${rules}/${rule['id']}`);
  await call('PATCH', `${rules}/${rule['id']}`, { name: 'rr' });
  await call('DELETE', `${rules}/${rule['id']}`);
  const channels = (await call('GET', `/guilds/${guild}/channels`)) as unknown as {
    id: string;
    type: number;
  }[];
  const stage = channels.find(({ type }) => type === 13)!;
  await call('POST', '/stage-instances', { channel_id: stage.id, topic: 't' });
  await call('GET', `/stage-instances/${stage.id}`);
  await call('PATCH', `/stage-instances/${stage.id}`, { topic: 'u' });
  await call('DELETE', `/stage-instances/${stage.id}`);
  const entitlements = `/applications/${bot}/entitlements`;
  const entitlement = await call('POST', entitlements, { sku_id: '1', owner_id: alice, owner_type: 2 });
  await call('GET', entitlements);
  await call('GET', `${entitlements}/${entitlement['id']}`);
  await call('POST', `${entitlements}/${entitlement['id']}/consume`);
  await call('DELETE', `${entitlements}/${entitlement['id']}`);
}

async function driveMembers({ call, guild, alice, bob }: Scene): Promise<void> {
  const roles = (await call('GET', `/guilds/${guild}/roles`)) as unknown as { id: string; name: string }[];
  const low = roles.find(({ name }) => name === 'low')!;
  const members = `/guilds/${guild}/members`;
  await call('GET', `${members}?limit=10`);
  await call('GET', `${members}/search?query=a`);
  await call('GET', `${members}/${alice}`);
  await call('PATCH', `${members}/@me`, { nick: 'n' });
  await call('PATCH', `${members}/${alice}`, { nick: 'n' });
  await call('PUT', `${members}/${alice}/roles/${low.id}`);
  await call('DELETE', `${members}/${alice}/roles/${low.id}`);
  await call('DELETE', `${members}/${bob}`);
  const bans = `/guilds/${guild}/bans`;
  await call('PUT', `${bans}/${bob}`, { delete_message_seconds: 0 });
  await call('GET', bans);
  await call('GET', `${bans}/${bob}`);
  await call('DELETE', `${bans}/${bob}`);
  await call('POST', `/guilds/${guild}/bulk-ban`, { user_ids: [bob] });
  await call('DELETE', `/users/@me/guilds/${guild}`);
}

import type { InteractionHandler, SeenMessage } from '../../../src/emulator/index.js';
import type { Scene } from './scene.js';

/** Answers to interactions, over HTTP, and the messages they make. */
export async function driveInteractions(scene: Scene): Promise<void> {
  const { call, discord, account, people, place, bot, guild } = scene;
  const general = place.channel('general');
  await call('POST', `/applications/${bot}/commands`, { name: 'drive', description: 'Drives' });
  const answers: unknown[] = [
    { type: 4, data: { content: 'Answered' } },
    { type: 5 },
    { type: 9, data: { custom_id: 'm', title: 'Modal', components: [MODAL_FIELD] } },
    { type: 12 },
    { type: 4, data: { content: 'Submitted' } },
  ];
  const launched: string[] = [];
  let modal: SeenMessage | undefined;
  await discord.setInteractionEndpoint(
    account,
    endpoint(async ({ id, token }) => {
      const answer = await call(
        'POST',
        `/interactions/${id}/${token}/callback?with_response=true`,
        answers.shift(),
      );
      launched.push(
        String((answer['interaction'] as Record<string, unknown>)?.['activity_instance_id'] ?? ''),
      );
      await useOriginal(scene, token);
    }),
  );
  for (let left = answers.length; left > 1; left--) {
    const shown = await people.bob.slash(general, 'drive');
    if (shown.isModal) modal = shown;
  }
  if (modal) await people.bob.submit(modal, { Field: 'filled in' });
  const instance = launched.find((id) => id !== '');
  await call('GET', `/applications/${bot}/activity-instances/${instance}`);
  await discord.setInteractionEndpoint(account, undefined);
  await driveShop(scene);
  await call('DELETE', `/guilds/${guild}/integrations/${integrationOf(scene)}`);
}

const MODAL_FIELD = {
  type: 18,
  label: 'Field',
  component: { type: 4, custom_id: 'field', style: 1 },
};

/** Endpoint that leaves the answer to the callback route. */
function endpoint(
  answer: (interaction: { readonly id: string; readonly token: string }) => Promise<void>,
): InteractionHandler {
  let pings = 0;
  return async (request) => {
    const interaction = (await request.json()) as { type: number; id: string; token: string };
    if (interaction.type === 1)
      return pings++ === 0 ? Response.json({ type: 1 }) : new Response('', { status: 401 });
    await answer(interaction);
    return new Response('', { status: 202 });
  };
}

async function useOriginal({ call, bot, discord }: Scene, token: string): Promise<void> {
  const hasMessage = [...discord.world.channels.values()].some(({ messages }) =>
    [...messages.values()].some(({ content, flags }) => content === 'Answered' || (flags & 128) !== 0),
  );
  if (!hasMessage) return;
  const path = `/webhooks/${bot}/${token}`;
  await call('PATCH', `${path}/messages/@original`, { content: 'Edited' });
  await call('GET', `${path}/messages/@original`);
  await call('POST', path, { content: 'Further' });
  await call('DELETE', `${path}/messages/@original`);
}

async function driveShop({ call, discord, account, people, alice, bot }: Scene): Promise<void> {
  const sku = discord.createSku(account, { name: 'Gold' });
  await people.alice.buy(sku);
  await call('GET', `/applications/${bot}/skus`);
  const list = await call('GET', `/skus/${sku.id}/subscriptions?user_id=${alice}`);
  const [subscription] = list as unknown as { id: string }[];
  await call('GET', `/skus/${sku.id}/subscriptions/${subscription?.id}`);
  const form = new FormData();
  form.set('file', new Blob(['x'], { type: 'image/png' }), 'cover.png');
  await call('POST', `/applications/${bot}/attachment`, form);
}

/** An integration like those of Twitch, which no bot can make. */
function integrationOf({ discord, guild }: Scene): string {
  const id = discord.world.ids.next();
  const integrations = new Map<string, object>([[id, { id, name: 'stream', type: 'twitch' }]]);
  discord.world.guilds.get(guild)!.things.set('integrations', integrations);
  return id;
}

import type { Scene } from './scene.js';

/** Invites for chosen users, join requests, and what newcomers see. */
export async function driveInvites({ call, guild, general, alice, discord, place }: Scene): Promise<void> {
  const form = (): FormData => {
    const made = new FormData();
    made.set('target_users_file', new Blob([`user_id\n${alice}\n`], { type: 'text/csv' }), 'users.csv');
    return made;
  };
  const targeted = form();
  targeted.set('payload_json', JSON.stringify({ max_uses: 1 }));
  const invite = await call('POST', `/channels/${general}/invites`, targeted);
  const path = `/invites/${invite['code']}/target-users`;
  await call('GET', path);
  await call('PUT', path, form());
  await call('GET', `${path}/job-status`);
  const [carol, dave] = [discord.createUser('Carol'), discord.createUser('Dave')];
  const request = await carol.askToJoin(place);
  await call('GET', `/guilds/${guild}/requests?status=SUBMITTED`);
  await call('PATCH', `/guilds/${guild}/requests/${request}`, { action: 'APPROVED' });
  const refused = await dave.askToJoin(place);
  await call('PATCH', `/guilds/${guild}/requests/${refused}`, { action: 'REJECTED', rejection_reason: 'No' });
  await call('GET', `/guilds/${guild}/new-member-welcome`);
}

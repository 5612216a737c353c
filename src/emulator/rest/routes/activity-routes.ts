/** Activities inside Discord. @see https://docs.discord.com/developers/resources/application#get-application-activity-instance */
import { storeUpload } from '../../world/upload.js';
import { ApiFailure, invalidForm } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { param, route } from '../rest-call.js';
import { ownApplication } from './command-routes.js';

const APPLICATION = '/applications/:application';

export const activityRoutes: readonly Route[] = [
  route('GET', `${APPLICATION}/activity-instances/:instance`, (call) => {
    ownApplication(call);
    const instance = call.world.thingsOf('activity-instances').get(param(call, 'instance'));
    if (!instance) throw new ApiFailure(404, 0, '404: Not Found');
    return instance;
  }),
  route('POST', `${APPLICATION}/attachment`, uploadAttachment),
];

function uploadAttachment(call: RestCall): unknown {
  const { id } = ownApplication(call).application;
  const file = call.files.get('file');
  if (!file) throw invalidForm(['file'], 'BASE_TYPE_REQUIRED', 'This field is required');
  return { attachment: { ...storeUpload(call.world, id, file), ephemeral: true } };
}

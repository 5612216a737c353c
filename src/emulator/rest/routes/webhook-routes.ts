/** Webhooks with their token in the path: those of interactions. @see https://docs.discord.com/developers/resources/webhook */

import type { InteractionRecord } from '../../interactions/interaction-record.js';
import { ApiFailure } from '../api-failure.js';
import type { RestCall, Route } from '../rest-call.js';
import { publicRoute } from '../rest-call.js';
import type { InteractionWebhook } from './interaction-routes.js';

/** Routes under `/webhooks/{id}/{token}`. */
export function webhookTokenRoutes(interactions: InteractionWebhook): readonly Route[] {
  const path = '/webhooks/:webhook/:token';
  const on = (handle: (call: RestCall, interaction: InteractionRecord) => unknown) => (call: RestCall) => {
    const interaction = interactions.find(call);
    if (!interaction) throw new ApiFailure(401, 50027, 'Invalid Webhook Token');
    return handle(call, interaction);
  };
  const messages = [`${path}/messages/@original`, `${path}/messages/:message`].flatMap((messagePath) => [
    publicRoute(
      'GET',
      messagePath,
      on((call, interaction) => interactions.getMessage(call, interaction)),
    ),
    publicRoute(
      'PATCH',
      messagePath,
      on((call, interaction) => interactions.editMessage(call, interaction)),
    ),
    publicRoute(
      'DELETE',
      messagePath,
      on((call, interaction) => interactions.deleteMessage(call, interaction)),
    ),
  ]);
  return [
    publicRoute(
      'POST',
      path,
      on((call, interaction) => interactions.followUp(call, interaction)),
    ),
    ...messages,
  ];
}

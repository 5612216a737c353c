import { ApplicationFlags, ApplicationWebhookEventType, OAuth2Scopes } from 'discord-api-types/v10';
import type { Rest } from '../../src/rest/rest.js';
import { ID, IMAGE } from './sample-values.js';

/** Every method of `rest.applications`, with every option. */
export function callApplications({ applications }: Rest): readonly Promise<unknown>[] {
  return [
    applications.getCurrent(),
    applications.editCurrent({
      description: 'xxx',
      icon: IMAGE,
      cover_image: IMAGE,
      flags: ApplicationFlags.GatewayMessageContentLimited,
      interactions_endpoint_url: 'https://example.com',
      tags: ['xxx'],
      custom_install_url: 'https://example.com',
      install_params: { scopes: [OAuth2Scopes.ApplicationsCommands], permissions: '1' },
      role_connections_verification_url: 'https://example.com',
      integration_types_config: {
        0: { oauth2_install_params: { scopes: [OAuth2Scopes.Bot], permissions: '1' } },
      },
      event_webhooks_status: 1,
      event_webhooks_url: 'https://example.com',
      event_webhooks_types: [ApplicationWebhookEventType.ApplicationAuthorized],
    }),
    applications.getActivityInstance(ID, ID),
    applications.listRoleConnectionMetadata(ID),
    applications.overwriteRoleConnectionMetadata(ID, [
      {
        type: 1,
        key: 'xxx',
        name: 'xxx',
        name_localizations: { de: 'xxx' },
        description: 'xxx',
        description_localizations: { de: 'xxx' },
      },
    ]),
  ];
}

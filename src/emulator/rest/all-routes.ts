/** Every route of the emulated API: a parts list. */
import type { InteractionAnswers } from '../interactions/interaction-answer.js';
import type { InteractionDesk } from '../interactions/interaction-desk.js';
import type { Route } from './rest-call.js';
import { applicationRoutes } from './routes/application-routes.js';
import { banRoutes } from './routes/ban-routes.js';
import { channelRoutes } from './routes/channel-routes.js';
import { commandRoutes } from './routes/command-routes.js';
import { eventRoutes } from './routes/event-routes.js';
import { expressionRoutes } from './routes/expression-routes.js';
import { gatewayRoutes } from './routes/gateway-routes.js';
import { guildPageRoutes } from './routes/guild-page-routes.js';
import { guildRoutes } from './routes/guild-routes.js';
import { InteractionWebhook, interactionRoutes } from './routes/interaction-routes.js';
import { inviteRoutes } from './routes/invite-routes.js';
import { memberRoutes } from './routes/member-routes.js';
import { messageRoutes } from './routes/message-routes.js';
import { moderationRoutes } from './routes/moderation-routes.js';
import { monetizationRoutes } from './routes/monetization-routes.js';
import { reactionRoutes } from './routes/reaction-routes.js';
import { roleRoutes } from './routes/role-routes.js';
import { templateRoutes } from './routes/template-routes.js';
import { threadRoutes } from './routes/thread-routes.js';
import { userRoutes } from './routes/user-routes.js';
import { webhookRoutes, webhookTokenRoutes } from './routes/webhook-routes.js';

/** Routes by resource family. */
export function allRoutes(desk: InteractionDesk, answers: InteractionAnswers): readonly Route[] {
  return [
    ...gatewayRoutes,
    ...applicationRoutes,
    ...commandRoutes,
    ...userRoutes,
    ...channelRoutes,
    ...messageRoutes,
    ...reactionRoutes,
    ...threadRoutes,
    ...guildRoutes,
    ...memberRoutes,
    ...roleRoutes,
    ...banRoutes,
    ...webhookRoutes,
    ...eventRoutes,
    ...moderationRoutes,
    ...monetizationRoutes,
    ...guildPageRoutes,
    ...templateRoutes,
    ...inviteRoutes,
    ...expressionRoutes,
    ...interactionRoutes(desk, answers),
    ...webhookTokenRoutes(new InteractionWebhook(desk, answers)),
  ];
}

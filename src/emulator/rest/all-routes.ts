/** Every route of the emulated API: a parts list. */
import type { HttpEndpoints } from '../interactions/http-endpoint.js';
import type { InteractionAnswers } from '../interactions/interaction-answer.js';
import type { InteractionDesk } from '../interactions/interaction-desk.js';
import type { Route } from './rest-call.js';
import { activityRoutes } from './routes/activity-routes.js';
import { applicationRoutes } from './routes/application-routes.js';
import { banRoutes } from './routes/ban-routes.js';
import { channelRoutes } from './routes/channel-routes.js';
import { commandPermissionRoutes } from './routes/command-permission-routes.js';
import { commandRoutes } from './routes/command-routes.js';
import { eventRoutes } from './routes/event-routes.js';
import { eventUserRoutes } from './routes/event-user-routes.js';
import { expressionRoutes } from './routes/expression-routes.js';
import { gatewayRoutes } from './routes/gateway-routes.js';
import { guildPageRoutes } from './routes/guild-page-routes.js';
import { guildRoutes } from './routes/guild-routes.js';
import { identityRoutes } from './routes/identity-routes.js';
import { InteractionWebhook, interactionRoutes } from './routes/interaction-routes.js';
import { inviteRoutes } from './routes/invite-routes.js';
import { inviteTargetRoutes } from './routes/invite-target-routes.js';
import { joinRequestRoutes } from './routes/join-request-routes.js';
import { lobbyMessageRoutes } from './routes/lobby-message-routes.js';
import { lobbyRoutes } from './routes/lobby-routes.js';
import { memberRoutes } from './routes/member-routes.js';
import { messageRoutes } from './routes/message-routes.js';
import { moderationRoutes } from './routes/moderation-routes.js';
import { monetizationRoutes } from './routes/monetization-routes.js';
import { oauth2Routes } from './routes/oauth2-routes.js';
import { partnerRoutes } from './routes/partner-routes.js';
import { personRoutes } from './routes/person-routes.js';
import { reactionRoutes } from './routes/reaction-routes.js';
import { roleRoutes } from './routes/role-routes.js';
import { searchRoutes } from './routes/search-routes.js';
import { stageRoutes } from './routes/stage-routes.js';
import { templateRoutes } from './routes/template-routes.js';
import { threadRoutes } from './routes/thread-routes.js';
import { userRoutes } from './routes/user-routes.js';
import { voiceRoutes } from './routes/voice-routes.js';
import { webhookRoutes, webhookTokenRoutes } from './routes/webhook-routes.js';

/** Routes by resource family. */
export function allRoutes(
  desk: InteractionDesk,
  answers: InteractionAnswers,
  endpoints: HttpEndpoints,
): readonly Route[] {
  return [
    ...gatewayRoutes,
    ...activityRoutes,
    ...commandPermissionRoutes,
    ...eventUserRoutes,
    ...identityRoutes,
    ...inviteTargetRoutes,
    ...joinRequestRoutes,
    ...lobbyRoutes,
    ...lobbyMessageRoutes,
    ...oauth2Routes,
    ...partnerRoutes,
    ...personRoutes,
    ...searchRoutes,
    ...stageRoutes,
    ...voiceRoutes,
    ...applicationRoutes(endpoints),
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

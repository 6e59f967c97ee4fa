export { ENGAGEMENT_RECORDED, type EngagementRecorded } from './engagement.events.ts';
export { EngagementModule } from './engagement.module.ts';
export { Engagement, type ServerEvent, type TypeCount } from './engagement.service.ts';
export type { InteractionKind } from './interaction-kinds.ts';

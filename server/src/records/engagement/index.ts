export type { DayCount } from './day-counts.ts';
export { ENGAGEMENT_RECORDED, type EngagementRecorded } from './engagement.events.ts';
export { EngagementModule } from './engagement.module.ts';
export { Engagement, type ServerEvent } from './engagement.service.ts';
export { INTERACTION_TYPES, type InteractionKind } from './interaction-kinds.ts';
export { ServiceHistories, type ServiceHistory } from './service-history.service.ts';
export { EventHistories, type PastEvent } from './event-histories.service.ts';
export { ServiceLog } from './service-log.service.ts';
export type { ServiceEvent } from './check-service-event.ts';

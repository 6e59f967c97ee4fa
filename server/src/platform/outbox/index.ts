export type { Consume, DeliveredEvent, EventKind, NewEvent } from './envelope.ts';
export { Outbox } from './outbox.service.ts';
export { OutboxModule } from './outbox.module.ts';

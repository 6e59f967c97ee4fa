export type { Consume, DeliveredEvent, NewEvent } from './envelope.ts';
export { Outbox } from './outbox.service.ts';
export { OutboxModule } from './outbox.module.ts';

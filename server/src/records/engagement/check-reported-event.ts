import type { ReportedEvent } from '@siyu/shared/contracts/engagement';
import { CLIENT_EVENTS, type ClientEventType } from '@siyu/shared/contracts/engagement.limits';
import { FIELD_MISSING, FIELD_UNEXPECTED, SERVER_ONLY_TYPE } from './engagement.errors.ts';

const isClientType = (type: string): type is ClientEventType => Object.hasOwn(CLIENT_EVENTS, type);

/** Why a phone may not report an event, as the code of its verdict; null when nothing is wrong with it. */
export function reportFault({ type, value, ...event }: ReportedEvent): string | null {
  if (!isClientType(type)) return SERVER_ONLY_TYPE;
  const shape = CLIENT_EVENTS[type];
  const other = shape.about === 'contentId' ? 'productId' : 'contentId';
  if (event[shape.about] === undefined) return FIELD_MISSING;
  if (shape.value === 'needed' && value === undefined) return FIELD_MISSING;
  if (event[other] !== undefined) return FIELD_UNEXPECTED;
  if (shape.value === 'none' && value !== undefined) return FIELD_UNEXPECTED;
  return null;
}

import { createHash } from 'node:crypto';
import type { PlatformName } from '../client/wechat-error.ts';
import { type Facts, textOf } from './read-pushed.ts';

/** Fields that change from one telling of the same event to the next. */
const NOISE: readonly string[] = ['Encrypt'];

/**
 * What makes two deliveries the same event: the message's own id, or everything the event says. Taking all of it and
 * not only who and when keeps apart two events of one second that differ in whom they are about.
 */
export function eventKeyOf(platform: PlatformName, facts: Facts): string {
  const msgId = textOf(facts, 'MsgId');
  const from = textOf(facts, 'FromUserName') ?? '';
  const told = msgId === null ? said(facts) : ['id', from, msgId];
  return createHash('sha256')
    .update(JSON.stringify([platform, told]))
    .digest('hex');
}

function said(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(said);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([name]) => !NOISE.includes(name))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, each]) => [name, said(each)]);
}

/** `subscribe_msg_sent_event`, `change_external_contact.add_external_contact`, `message.text`. */
export function eventTypeOf(facts: Facts): string {
  const kind = textOf(facts, 'MsgType') ?? 'unknown';
  if (kind !== 'event') return `message.${kind}`;
  const event = textOf(facts, 'Event') ?? 'unknown';
  const change = textOf(facts, 'ChangeType');
  return change === null ? event : `${event}.${change}`;
}

import type { InsertDecision, WriteInsert } from '@siyu/shared/contracts/sidebar';
import type { InsertOutcome } from '@siyu/shared/contracts/sidebar.limits';
import { sidebarRoutes } from '@siyu/shared/contracts/sidebar.routes';
import { call, callOnce } from '../api/call.ts';
import type { WecomClient } from './wecom-client.ts';

export interface Delivered {
  readonly decision: InsertDecision;
  /** Null: WeCom was not asked. */
  readonly outcome: InsertOutcome | null;
}

/** Asks whether a text may go, hands it to WeCom only then, and tells what WeCom said. */
export async function deliverInsert(
  client: WecomClient,
  wanted: WriteInsert,
  key: string,
): Promise<Delivered> {
  const decision = await callOnce(sidebarRoutes.writeInsert, { body: wanted }, key);
  if (decision.text === null) return { decision, outcome: null };
  const outcome = await client.send(decision.text);
  // Left untold it is shown as unknown later, and a person says what became of it.
  await reportInsert(decision.insertId, outcome).catch(() => undefined);
  return { decision, outcome };
}

export const reportInsert = (insertId: string, outcome: InsertOutcome): Promise<void> =>
  call(sidebarRoutes.reportInsert, { params: { insertId }, body: { outcome } });

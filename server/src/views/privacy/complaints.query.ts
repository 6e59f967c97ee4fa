import { COMPLAINT_STATES } from '@siyu/shared/contracts/care.limits';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { int, type Latest, marks, maybeInt, type Numbers, readLatest, readRows } from './rows.ts';

const Row = z.object({
  complaintId: z.string(),
  complaintNo: z.string(),
  text: z.string(),
  tradingPlan: z.string().nullable(),
  state: z.enum(COMPLAINT_STATES),
  registeredAt: int,
  total: int,
});
const Said = z.object({ complaintId: z.string(), text: z.string() });

export type CopiedComplaint = z.infer<typeof Row> & { readonly said: readonly string[] };

/** What the member complained of, the latest first, with the answers and the appeal. */
export async function readComplaints(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<CopiedComplaint>> {
  const { total, entries } = await readLatest(
    manager,
    Row,
    `SELECT complaint_id AS complaintId, complaint_no AS complaintNo, text, trading_plan AS tradingPlan, state,
            registered_at AS registeredAt, COUNT(*) OVER () AS total
       FROM complaints WHERE member_no IN (${marks(numbers)})
      ORDER BY registered_at DESC, complaint_id DESC LIMIT ${limit}`,
    numbers,
  );
  if (entries.length === 0) return { total, entries: [] };
  const said = await readRows(
    manager,
    Said,
    `SELECT subject_id AS complaintId, text FROM care_steps
      WHERE subject_id IN (${entries.map(() => '?').join(',')}) AND act IN ('ANSWER', 'APPEAL')
      ORDER BY subject_id, step_no`,
    entries.map(({ complaintId }) => complaintId),
  );
  const saidOf = (id: string) => said.flatMap(({ complaintId, text }) => (complaintId === id ? [text] : []));
  return { total, entries: entries.map((entry) => ({ ...entry, said: saidOf(entry.complaintId) })) };
}

const CallRow = z.object({
  orderedAt: int,
  calledAt: maybeInt,
  result: z.string().nullable(),
  tradingPlan: z.string().nullable(),
  total: int,
});

/** Calls by which the firm asked how the member is served, the latest first. */
export function readFollowUpCalls(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<Latest<z.infer<typeof CallRow>>> {
  return readLatest(
    manager,
    CallRow,
    `SELECT c.ordered_at AS orderedAt, s.at AS calledAt, s.text AS result, c.trading_plan AS tradingPlan,
            COUNT(*) OVER () AS total
       FROM follow_up_calls c
       LEFT JOIN care_steps s ON s.subject_id = c.call_id AND s.act = 'RECORD'
      WHERE c.member_no IN (${marks(numbers)})
      ORDER BY c.ordered_at DESC, c.call_id DESC LIMIT ${limit}`,
    numbers,
  );
}

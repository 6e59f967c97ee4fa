import type { AccessCopy } from '@siyu/shared/contracts/privacy';
import type { EntityManager } from 'typeorm';
import { readComplaints, readFollowUpCalls } from './complaints.query.ts';
import type { Numbers } from './rows.ts';

const at = (instant: number): string => new Date(instant).toISOString();

/** What the member complained of with what was answered, and the calls by which the firm asked how it serves. */
export async function copyCare(
  manager: EntityManager,
  numbers: Numbers,
  limit: number,
): Promise<AccessCopy['care']> {
  const [complaints, calls] = await Promise.all([
    readComplaints(manager, numbers, limit),
    readFollowUpCalls(manager, numbers, limit),
  ]);
  return {
    complaints: {
      total: complaints.total,
      entries: complaints.entries.map(({ complaintNo, text, tradingPlan, state, registeredAt, said }) => {
        return { complaintNo, text, tradingPlan, state, complainedAt: at(registeredAt), said: [...said] };
      }),
    },
    calls: {
      total: calls.total,
      entries: calls.entries.map(({ orderedAt, calledAt, result, tradingPlan }) => {
        const called = calledAt === null ? null : at(calledAt);
        return { orderedAt: at(orderedAt), calledAt: called, result, tradingPlan };
      }),
    },
  };
}

import type { HandOver, HandoverPeople, HandoverQuery, HandoverRow, HandoverRows } from './handovers.ts';
import { defineRoute } from './route.ts';

/** Heads of branches hand over what was a leaver's, within their reach. */
export const handoversRoutes = {
  listPeople: defineRoute<{}, HandoverPeople>(
    'handovers.listPeople',
    'staff',
    'GET',
    '/v1/console/handover-people',
  ),
  listHandovers: defineRoute<{ query: HandoverQuery }, HandoverRows>(
    'handovers.listHandovers',
    'staff',
    'GET',
    '/v1/console/handovers',
  ),
  /** Takes an idempotency key. */
  handOver: defineRoute<{ body: HandOver }, HandoverRow>(
    'handovers.handOver',
    'staff',
    'POST',
    '/v1/console/handovers',
  ),
} as const;

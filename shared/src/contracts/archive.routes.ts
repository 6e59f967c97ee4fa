import type { Finding, FindingQuery, Findings, HandleFinding } from './archive.ts';
import { defineRoute } from './route.ts';

export const archiveRoutes = {
  listFindings: defineRoute<{ query: FindingQuery }, Findings>(
    'archive.listFindings',
    'staff',
    'GET',
    '/v1/console/archive/findings',
  ),
  /** With the words; looking at them is on record. */
  getFinding: defineRoute<{ params: { findingId: string } }, Finding>(
    'archive.getFinding',
    'staff',
    'GET',
    '/v1/console/archive/findings/:findingId',
  ),
  handleFinding: defineRoute<{ params: { findingId: string }; body: HandleFinding }, void>(
    'archive.handleFinding',
    'staff',
    'POST',
    '/v1/console/archive/findings/:findingId/handling',
  ),
} as const;

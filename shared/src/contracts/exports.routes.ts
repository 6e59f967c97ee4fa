import type { AskExport, ExportLink, ExportListQuery, ExportRow, ExportRows } from './exports.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly exportId: string };
}

export const exportsRoutes = {
  /** A second person decides before anything is written. With an Idempotency-Key a repeat asks for nothing more. */
  askExport: defineRoute<{ body: AskExport }, ExportRow>(
    'exports.askExport',
    'staff',
    'POST',
    '/v1/console/exports',
  ),
  listExports: defineRoute<{ query: ExportListQuery }, ExportRows>(
    'exports.listExports',
    'staff',
    'GET',
    '/v1/console/exports',
  ),
  /** One's own, or for those who decide. */
  getExport: defineRoute<ById, ExportRow>(
    'exports.getExport',
    'staff',
    'GET',
    '/v1/console/exports/:exportId',
  ),
  cancelExport: defineRoute<ById, ExportRow>(
    'exports.cancelExport',
    'staff',
    'POST',
    '/v1/console/exports/:exportId/cancellation',
  ),
  /** One's own only; each link stands in the audit. */
  linkExport: defineRoute<ById, ExportLink>(
    'exports.linkExport',
    'staff',
    'POST',
    '/v1/console/exports/:exportId/link',
  ),
} as const;

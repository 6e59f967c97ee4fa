import type { ImportKindCode } from './imports.limits.ts';
import type { ImportListQuery, ImportRow, ImportRows } from './imports.ts';
import { defineRoute } from './route.ts';

interface ById {
  readonly params: { readonly importId: string };
}

export const importsRoutes = {
  listImports: defineRoute<{ query: ImportListQuery }, ImportRows>(
    'imports.listImports',
    'staff',
    'GET',
    '/v1/console/imports',
  ),
  /** multipart: one `file` part, CSV in UTF-8 with the columns of IMPORT_COLUMNS; a wrong header is refused at once. */
  uploadFile: defineRoute<{ params: { readonly kind: ImportKindCode } }, ImportRow>(
    'imports.uploadFile',
    'staff',
    'POST',
    '/v1/console/imports/:kind/files',
  ),
  getImport: defineRoute<ById, ImportRow>(
    'imports.getImport',
    'staff',
    'GET',
    '/v1/console/imports/:importId',
  ),
  /** CSV: line,reason,text. Only for an import with `hasRejects`; fetching it stands in the audit. */
  openRejects: defineRoute<ById, unknown>(
    'imports.openRejects',
    'staff',
    'GET',
    '/v1/console/imports/:importId/rejects',
  ),
  /** What was recorded until then stays; the same file can be sent again. */
  cancelImport: defineRoute<ById, ImportRow>(
    'imports.cancelImport',
    'staff',
    'POST',
    '/v1/console/imports/:importId/cancellation',
  ),
} as const;

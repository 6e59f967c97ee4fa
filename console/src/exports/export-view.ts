import { EXPORT_STATES, type ExportState } from '@siyu/shared/contracts/exports.limits';

/** What the page shows; kept in the address. */
export interface ExportView {
  readonly state: ExportState | null;
  /** Id of the export that is open at the side. */
  readonly open: string | null;
}
export const allExports: ExportView = { state: null, open: null };

/**
 * Reads an address; what it does not know it leaves out.
 * @example readExportView(new URLSearchParams('state=DONE&open=x')) // => { state: 'DONE', open: null }
 */
export function readExportView(params: URLSearchParams): ExportView {
  const open = params.get('open') ?? '';
  return {
    state: EXPORT_STATES.find((state) => state === params.get('state')) ?? null,
    open: /^[0-9a-f-]{36}$/.test(open) ? open : null,
  };
}

export function writeExportView(view: ExportView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}

import {
  IMPORT_KINDS,
  IMPORT_STATES,
  type ImportKindCode,
  type ImportState,
} from '@siyu/shared/contracts/imports.limits';

/** What the page shows; kept in the address so that a view can be sent to a colleague. */
export interface ImportView {
  readonly kind: ImportKindCode | null;
  readonly state: ImportState | null;
  /** Id of the import that is open at the side. */
  readonly open: string | null;
}
export const wholeList: ImportView = { kind: null, state: null, open: null };

/**
 * Reads an address; what it does not know it leaves out.
 * @example readImportView(new URLSearchParams('state=DONE&kind=x')) // => { kind: null, state: 'DONE', open: null }
 */
export function readImportView(params: URLSearchParams): ImportView {
  const open = params.get('open') ?? '';
  return {
    kind: IMPORT_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    state: IMPORT_STATES.find((state) => state === params.get('state')) ?? null,
    open: /^[0-9a-f-]{36}$/.test(open) ? open : null,
  };
}

export function writeImportView(view: ImportView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}

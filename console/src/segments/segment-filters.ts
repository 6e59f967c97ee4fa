import {
  DEFINITION_STATES,
  SEGMENT_NAME_MAX,
  type DefinitionState,
} from '@siyu/shared/contracts/segment-definitions.limits';
import { BUILT_IN_SEGMENTS, SEGMENT_KINDS, type SegmentKind } from '@siyu/shared/contracts/segments.limits';

/** The segments that are there without anybody defining them. */
export interface BuiltInView {
  readonly tab: 'built-in';
  readonly kind: SegmentKind | null;
  readonly search: string;
  /** Key of the segment that is open at the side. */
  readonly open: string | null;
}
/** The segments that somebody defined. */
export interface OwnSegmentsView {
  readonly tab: 'own';
  /** Null: all that are not retired. */
  readonly state: DefinitionState | null;
  readonly search: string;
  /** Id of the segment that is open at the side. */
  readonly open: string | null;
}
/** What the page shows; kept in the address so that a view can be sent to a colleague. */
export type SegmentView = BuiltInView | OwnSegmentsView;

export const ALL_BUILT_IN: BuiltInView = { tab: 'built-in', kind: null, search: '', open: null };
export const ALL_OWN: OwnSegmentsView = { tab: 'own', state: null, search: '', open: null };
export const SEARCH_MAX = SEGMENT_NAME_MAX;
const ID = /^[0-9a-f-]{36}$/;

/**
 * Reads an address; what it does not know it leaves out.
 * @example readView(new URLSearchParams('tab=own')) // => { tab: 'own', state: null, search: '', open: null }
 */
export function readView(params: URLSearchParams): SegmentView {
  const search = (params.get('search') ?? '').trim().slice(0, SEARCH_MAX);
  const open = params.get('open') ?? '';
  if (params.get('tab') === 'own')
    return {
      tab: 'own',
      state: DEFINITION_STATES.find((state) => state === params.get('state')) ?? null,
      search,
      open: ID.test(open) ? open : null,
    };
  return {
    tab: 'built-in',
    kind: SEGMENT_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    search,
    open: BUILT_IN_SEGMENTS.find(({ key }) => key === open)?.key ?? null,
  };
}

export function writeView({ tab, ...view }: SegmentView): URLSearchParams {
  const params = new URLSearchParams();
  if (tab === 'own') params.set('tab', tab);
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}

import { BUILT_IN_SEGMENTS, SEGMENT_KINDS, type SegmentKind } from '@siyu/shared/contracts/segments.limits';

/** What the page shows; kept in the address so that a view can be sent to a colleague. */
export interface SegmentView {
  readonly kind: SegmentKind | null;
  readonly search: string;
  /** Key of the segment that is open at the side. */
  readonly open: string | null;
}
export const SEARCH_MAX = 20;

/** Reads an address; what it does not know it leaves out. */
export function readView(params: URLSearchParams): SegmentView {
  return {
    kind: SEGMENT_KINDS.find((kind) => kind === params.get('kind')) ?? null,
    search: (params.get('search') ?? '').trim().slice(0, SEARCH_MAX),
    open: BUILT_IN_SEGMENTS.find(({ key }) => key === params.get('open'))?.key ?? null,
  };
}

export function writeView(view: SegmentView): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) if (value) params.set(name, String(value));
  return params;
}

import { STAGES, type StageCode } from '@siyu/shared/contracts/scoring.limits';
import { BUILT_IN_SEGMENTS } from '@siyu/shared/contracts/segments.limits';

export const SORTS = ['lastActive', 'score', 'registered'] as const;
export type MemberSort = (typeof SORTS)[number];
export const SEARCH_MAX = 40;

/** What the list shows; kept in the address so that a view can be sent to a colleague. */
export interface MemberFilters {
  readonly stage?: StageCode;
  /** Key of a segment, such as `group.KEY_GUIDE`. */
  readonly segment?: string;
  readonly search?: string;
  readonly sort: MemberSort;
}

/**
 * Reads the filters of an address; what it does not know it leaves out, so an old link still opens.
 * @example readFilters(new URLSearchParams('stage=FAMILIAR&sort=x')) // => { stage: 'FAMILIAR', sort: 'lastActive' }
 */
export function readFilters(params: URLSearchParams): MemberFilters {
  const stage = STAGES.find((each) => each === params.get('stage'));
  // A group has been called so in addresses before there were other segments.
  const wanted = params.get('segment') ?? `group.${params.get('group') ?? ''}`;
  const segment = BUILT_IN_SEGMENTS.find(({ key }) => key === wanted)?.key;
  const search = (params.get('search') ?? '').trim().slice(0, SEARCH_MAX);
  const sort = SORTS.find((each) => each === params.get('sort')) ?? 'lastActive';
  return { ...(stage && { stage }), ...(segment && { segment }), ...(search !== '' && { search }), sort };
}

/** The address of filters; defaults are left out to keep it short. */
export function writeFilters(filters: MemberFilters): URLSearchParams {
  const { sort, ...rest } = filters;
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) if (value) params.set(name, value);
  if (sort !== 'lastActive') params.set('sort', sort);
  return params;
}

/** What a file of the list is asked for by: its rows have no order to choose. */
export function exportQuery({ sort: _, ...rest }: MemberFilters): Readonly<Record<string, string>> {
  return { ...rest };
}

export const hasFilter = ({ stage, segment, search }: MemberFilters): boolean =>
  stage !== undefined || segment !== undefined || search !== undefined;

import {
  CONTENT_KINDS,
  LESSON_STATES,
  type ContentKind,
  type LessonState,
} from '@siyu/shared/contracts/content.limits';

export interface LessonFilters {
  readonly kind?: ContentKind;
  readonly state?: LessonState;
  readonly search?: string;
}
export const LESSON_SEARCH_MAX = 60;

/** @example readLessonFilters(new URLSearchParams('state=DRAFT')) // => { state: 'DRAFT' } */
export function readLessonFilters(params: URLSearchParams): LessonFilters {
  const kind = CONTENT_KINDS.find((each) => each === params.get('kind'));
  const state = LESSON_STATES.find((each) => each === params.get('state'));
  const search = (params.get('search') ?? '').trim().slice(0, LESSON_SEARCH_MAX);
  return { ...(kind && { kind }), ...(state && { state }), ...(search !== '' && { search }) };
}

export function writeLessonFilters(filters: LessonFilters): URLSearchParams {
  const params = new URLSearchParams();
  if (filters.kind) params.set('kind', filters.kind);
  if (filters.state) params.set('state', filters.state);
  if (filters.search) params.set('search', filters.search);
  return params;
}

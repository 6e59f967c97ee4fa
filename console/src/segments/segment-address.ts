import { segmentsPage } from '../app/pages.ts';

/** Where a new segment is drawn. */
export const newSegmentPath = `${segmentsPage.path}/new`;
/** Where a segment that is there is changed. */
export const segmentPath = (segmentId: string): string => `${segmentsPage.path}/${segmentId}`;
/** Where it stands open among the others. */
export const openSegmentPath = (segmentId: string): string =>
  `${segmentsPage.path}?tab=own&open=${segmentId}`;

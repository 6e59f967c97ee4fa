import { CONTENT_LABELS, type ContentLabel } from '@siyu/shared/contracts/content.limits';

/** A label as it is stored; one that nobody knows is kept from those who may not have advice. */
export const labelOf = (stored: string): ContentLabel =>
  CONTENT_LABELS.find((label) => label === stored) ?? 'advice';

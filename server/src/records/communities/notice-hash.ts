import { sha256OfJson } from '../../foundation/audit/index.ts';

/** What a reviewer's decision is bound to: these words, for this group. */
export const hashOfNotice = (groupId: string, text: string): string => sha256OfJson({ groupId, text });

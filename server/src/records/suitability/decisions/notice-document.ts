import { createHash } from 'node:crypto';
import type { NoticeDocument } from '@siyu/shared/contracts/product-shelf';
import { SUITABILITY_TEXT_VERSION, suitabilityNoticeTexts } from '@siyu/shared/messages';
import type { NoticeKind } from '@siyu/shared/suitability';

/** The text of a notice as it is in force, with the hash that a member confirms. */
export function noticeDocument(kind: NoticeKind): NoticeDocument {
  const text = suitabilityNoticeTexts[kind];
  return { kind, version: SUITABILITY_TEXT_VERSION, sha256: textSha256(text), text };
}

/** SHA-256 over a text as it is read, 64 hexadecimal digits. */
export const textSha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

import { wordingSentence } from '@siyu/shared/messages';
import type { PlacedFinding } from './moderation.service.ts';

/** A finding as a refusal tells it to whoever wrote the text: where it stands, and why it cannot be said. */
export function wordingIssueOf({ path, fault, start, matched, reasonCode, pieces }: PlacedFinding): {
  readonly path: string;
  readonly message: string;
} {
  return {
    path,
    message: `“${matched}”（第 ${start + 1} 字起）：${wordingSentence(fault, reasonCode, pieces)}`,
  };
}

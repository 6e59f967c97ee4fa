import Taro from '@tarojs/taro';
import type { OwnSuitability } from '@siyu/shared/contracts/suitability';
import { type StatementKind, SUITABILITY_WORDS } from '@siyu/shared/contracts/suitability.limits';
import { suitabilityRoutes } from '@siyu/shared/contracts/suitability.routes';
import { sentenceOfError } from '../api/api-error';
import { call } from '../api/call';
import { say } from '../words/say';

const WORDS = {
  INFORMATION_REFUSED: ['suit.refuse', 'suit.refuse.confirm', 'suit.refuse.keep'],
  FACTS_CHANGED: ['suit.changed', 'suit.changed.confirm', 'suit.changed.keep'],
} as const;

/**
 * Tells what follows before anything is said, and says it only once the member has read that.
 * @returns where the member stands then; null when nothing was said
 */
export async function makeStatement(kind: StatementKind): Promise<OwnSuitability | null> {
  const [title, confirmText, cancelText] = WORDS[kind];
  const { version, text } = SUITABILITY_WORDS[kind];
  const { confirm } = await Taro.showModal({
    title: say(title),
    content: text,
    confirmText: say(confirmText),
    cancelText: say(cancelText),
  });
  if (!confirm) return null;
  try {
    return await call(suitabilityRoutes.makeStatement, { body: { kind, textVersion: version } });
  } catch (error) {
    void Taro.showToast({ title: sentenceOfError(error), icon: 'none' });
    return null;
  }
}

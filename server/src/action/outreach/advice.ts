import type { AdviceBasis } from '@siyu/shared/contracts/content-kinds';
import { basisSentence } from '@siyu/shared/messages';
import type { Staff } from '../../foundation/organisation/index.ts';

type Adviser = Pick<Staff, 'name' | 'registrationNo'>;

/**
 * Whether a text reads like advice: it has one of the words in it, however they are spaced.
 * @example
 * readsLikeAdvice('现在 可以考虑调 仓了', ['调仓']) // => true
 */
export function readsLikeAdvice(text: string, words: readonly string[]): boolean {
  const plain = text.replace(/\s+/g, '');
  return words.some((word) => plain.includes(word));
}

/**
 * What must stand below advice: what it rests on, whose it is, with name and number, and that it is a risk (REQ-ADV-1,
 * REQ-ADV-4).
 * @example
 * signedAdvice('建议先看风险。', { name: '沈知行', registrationNo: 'S0000000000001' }, OWN_ANALYSIS)
 * // => '建议先看风险。\n\n依据：未引用研究报告，为署名投资顾问的分析\n投资顾问 沈知行（登记编码 S0000000000001）\n以上供您参考，投资有风险，决定和风险由您自己承担。'
 */
export function signedAdvice(text: string, { name, registrationNo }: Adviser, basis: AdviceBasis): string {
  return `${text}\n\n${basisSentence(basis)}\n投资顾问 ${name}（登记编码 ${registrationNo ?? ''}）\n以上供您参考，投资有风险，决定和风险由您自己承担。`;
}

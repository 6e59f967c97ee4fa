import { errorSentence } from '@siyu/shared/messages';

/** Many lines share a reason, each with columns of its own: here the sentence is told without them. */
const withoutColumn: readonly (readonly [ending: RegExp, sentence: string])[] = [
  [/[.]field_missing$/, '必须填写的一栏是空的。'],
  [/[.]field_unexpected$/, '应当留空的一栏有内容。'],
  [/([.]value_invalid|day_unreadable)$/, '有一栏的内容读不懂。'],
  [/^imports[.]wrong_columns$/, '这一行的列数和表头不同。'],
];

/**
 * Why lines were rejected, for all lines of one reason; which column of which line stands in the file of rejects.
 * @example reasonSentence('transactions.field_missing') // => '必须填写的一栏是空的。'
 */
export const reasonSentence = (code: string): string =>
  withoutColumn.find(([ending]) => ending.test(code))?.[1] ?? errorSentence(code);

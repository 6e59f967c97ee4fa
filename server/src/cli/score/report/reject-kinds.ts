const COLUMNS: Readonly<Record<string, string>> = {
  customer: '客户',
  date: '日期',
  amount: '金额',
  benefit: '收入',
  id: '流水号',
  recency: '距今天数',
  purchases: '购买次数',
};

/** Beginnings of the reasons in the rejects file, and what they are called; `$1` is the column. */
const KINDS: readonly (readonly [reason: RegExp, name: string])[] = [
  [/^missing field: ([a-z]+)$/, '缺少$1'],
  [/^missing field: \d/, '列数比表头少'],
  [/^too many fields/, '列数比表头多'],
  [/^broken quote/, '引号不配对'],
  [/^impossible date/, '日历上没有的日期'],
  [/^date is not/, '日期写法不是 YYYY-MM-DD'],
  [/^negative ([a-z]+)/, '$1为负'],
  [/^([a-z]+) is not a (?:whole )?number/, '$1不是数字'],
  [/^too many decimals in ([a-z]+)/, '$1多于两位小数'],
  [/^([a-z]+) out of range/, '$1超出范围'],
  [/^an amount without a purchase/, '没有购买却有金额'],
  [/^this id stands/, '同一流水号内容不同'],
  [/^this customer stands/, '同一客户出现两次'],
  [/^the sum of this customer/, '客户合计超出范围'],
  [/^not UTF-8/, '不是 UTF-8 文字'],
  [/^longer than/, '一行超过 1 MiB'],
];

/**
 * What kind of fault a reason of the rejects file is, in Chinese and without the line's own content, so that the
 * number of kinds is bounded.
 * @example
 * rejectKind('negative amount: -5') // => '金额为负'
 */
export function rejectKind(reason: string): string {
  for (const [pattern, name] of KINDS) {
    const found = pattern.exec(reason);
    if (found !== null) return name.replace('$1', COLUMNS[found[1] ?? ''] ?? found[1] ?? '');
  }
  return '其他';
}

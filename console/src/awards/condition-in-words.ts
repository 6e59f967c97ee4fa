import { guardedFields } from '@siyu/shared/contracts/award-fields.limits';
import type { StaffAward } from '@siyu/shared/contracts/awards';
import { awardFieldWords, ruleSentence } from '@siyu/shared/messages';
import { isOperatorName } from '@siyu/shared/rules';

/** A condition as it was asked, the value that it saw, and whether it held. */
export function conditionInWords({
  field,
  operator,
  operands,
  value,
  holds,
}: StaffAward['conditions'][number]): string {
  const known = guardedFields.get(field);
  const said =
    known !== undefined && isOperatorName(operator)
      ? ruleSentence(
          { kind: 'all', isNegated: false, parts: [{ kind: 'is', field: known, operator, operands }] },
          awardFieldWords,
        )
      : `${field} ${operator} ${operands.join('、')}`;
  return `${said}：当时为 ${value ?? '未知'}，${holds ? '满足' : '不满足'}`;
}

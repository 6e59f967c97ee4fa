import type { BrakeRow } from '@siyu/shared/contracts/brakes';
import { brakeKindNames, brakeKindSentences } from '@siyu/shared/messages';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { targetInWords } from './brake-columns.tsx';
import { heldSentence } from './held-sentence.ts';

/** What, who, since when, why, and what it holds back now. */
export function BrakeFacts({ brake }: { brake: BrakeRow }) {
  const { kind, held, asked, releasedAt } = brake;
  return (
    <Facts
      facts={[
        ['停发', kind === 'FIRM' ? brakeKindNames.FIRM : `${brakeKindNames[kind]} · ${targetInWords(brake)}`],
        ['范围', brakeKindSentences[kind]],
        ['停发人', `${brake.putOnByName} · ${formatInstant(brake.putOnAt)}`],
        ['原因', brake.reason],
        ...(held === null ? [] : ([['现在拦下', heldSentence(held)]] as const)),
        ...(asked === null
          ? []
          : ([
              ['申请恢复', `${asked.askerName} · ${formatInstant(asked.askedAt)}`],
              ['恢复的理由', asked.reason],
              ['内容指纹', asked.sha256.slice(0, 12)],
            ] as const)),
        ...(releasedAt === null
          ? []
          : ([['恢复', `${brake.releasedByName ?? '已离任'} · ${formatInstant(releasedAt)}`]] as const)),
      ]}
    />
  );
}

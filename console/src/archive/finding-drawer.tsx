import type { Finding } from '@siyu/shared/contracts/archive';
import { textStateSentences, wordingSentence } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { findingQuery } from './archive-queries.ts';
import { ArchivedMessages } from './archived-messages.tsx';
import { FindingLevelChip, FindingStateChip } from './finding-columns.tsx';
import { HandleFinding } from './handle-finding.tsx';

interface FindingDrawerProps {
  readonly findingId: string | null;
  readonly onClose: () => void;
  readonly onOnlyStaff: (staffId: string) => void;
}

/** The sentence, what was found in it, what stands around it, and what was done about it. */
export function FindingDrawer({ findingId, onClose, onOnlyStaff }: FindingDrawerProps) {
  const found = useQuery({ ...findingQuery(findingId ?? ''), enabled: findingId !== null });
  return (
    <RowDrawer isOpen={findingId !== null} onClose={onClose} width={640} title="会话措辞问题">
      {found.data ? (
        <Opened key={found.data.findingId} finding={found.data} onOnlyStaff={onOnlyStaff} />
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={6} />
      )}
    </RowDrawer>
  );
}

function Opened({ finding, onOnlyStaff }: { finding: Finding } & Pick<FindingDrawerProps, 'onOnlyStaff'>) {
  const { staffId, handledAt } = finding;
  return (
    <>
      <FindingLevelChip level={finding.level} />
      <FindingStateChip state={finding.state} />
      <h2>原话</h2>
      <Sentence finding={finding} />
      <p className="say">{wordingSentence(finding.fault, finding.reasonCode)}</p>
      <Facts
        facts={[
          ['谁说的', `${finding.staffName} · ${finding.branchName ?? '总部'}`],
          ['对谁', finding.isInGroup ? '客户群' : (finding.memberName ?? '尚未关联的企业微信客户')],
          ['发送时间', formatInstant(finding.sentAt)],
          ...(finding.contradictedBy.length === 0
            ? []
            : ([['同日说法相反', `${finding.contradictedBy.join('、')}，就同一只证券`]] as const)),
          ...(handledAt === null
            ? []
            : ([
                ['处理人', finding.handlerName ?? '已离任'],
                ['处理时间', formatInstant(handledAt)],
                ['处理经过', finding.note ?? ''],
              ] as const)),
        ]}
      />
      <h2>前后文</h2>
      <ArchivedMessages entries={finding.context} label="前后文" customer="客户" />
      <div className="actions row-acts">
        {finding.state === 'OPEN' && <HandleFinding findingId={finding.findingId} />}
        {staffId !== null && <Button onClick={() => onOnlyStaff(staffId)}>只看这位员工</Button>}
      </div>
      <p className="note">查看原话会留痕。</p>
    </>
  );
}

function Sentence({ finding: { text, start, end } }: { finding: Finding }) {
  if (text === null) return <p className="note">{textStateSentences.ERASED}</p>;
  return (
    <p className="archived-sentence">
      {text.slice(0, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end)}
    </p>
  );
}

import type { GroupDetail } from '@siyu/shared/contracts/communities-desk';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { GroupKeeping } from '../archive/group-keeping.tsx';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { GroupStateChip, ownerInWords } from './group-columns.tsx';
import { GroupFlow } from './group-flow.tsx';
import { GroupLessons } from './group-lessons.tsx';
import { GroupMemberList } from './group-member-list.tsx';
import { GroupNotices } from './group-notices.tsx';
import { groupQuery } from './group-queries.ts';

interface GroupDrawerProps {
  readonly groupId: string | null;
  readonly onClose: () => void;
  readonly onQuestions: (groupId: string) => void;
}

/** One group: its life, its members by stage, what it is told and shown. */
export function GroupDrawer({ groupId, onClose, onQuestions }: GroupDrawerProps) {
  return (
    <RowDrawer isOpen={groupId !== null} onClose={onClose} width={720} title="社群">
      {groupId !== null && (
        <Opened key={groupId} groupId={groupId} onQuestions={() => onQuestions(groupId)} />
      )}
    </RowDrawer>
  );
}

interface OpenedProps {
  readonly groupId: string;
  readonly onQuestions: () => void;
}

function Opened({ groupId, onQuestions }: OpenedProps) {
  const group = useQuery(groupQuery(groupId));
  if (group.data) return <Group detail={group.data} onQuestions={onQuestions} />;
  if (group.error) return <FailureState error={group.error} onRetry={() => void group.refetch()} />;
  return <ListSkeleton rows={8} />;
}

function Group({ detail, onQuestions }: Pick<OpenedProps, 'onQuestions'> & { detail: GroupDetail }) {
  const { group, syncedAt } = detail;
  return (
    <>
      <p className="say">{group.name === '' ? '没有名称的群' : group.name}</p>
      <GroupStateChip state={group.state} />
      <GroupKeeping groupId={group.groupId} />
      <Facts
        facts={[
          ['群主', ownerInWords(group)],
          ['人数', `${formatCount(group.memberCount)} 人，企业微信 ${formatInstant(syncedAt)} 的数据`],
          [
            '提问',
            group.openQuestions === 0 ? (
              '没有待回答的提问'
            ) : (
              <Button type="link" size="small" className="row-link" onClick={onQuestions}>
                {formatCount(group.openQuestions)} 个待回答
              </Button>
            ),
          ],
        ]}
      />
      <GroupFlow days={detail.days} />
      <GroupMemberList groupId={group.groupId} />
      <GroupNotices detail={detail} />
      <GroupLessons detail={detail} />
    </>
  );
}

import type { MemberLinkRequest } from '@siyu/shared/contracts/member-links';
import { linkRequestKindNames } from '@siyu/shared/messages';
import { useQuery } from '@tanstack/react-query';
import { useStaff } from '../app/signed-in.tsx';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { memberLinkQuery } from './identity-queries.ts';
import type { LinkView } from './identity-view.ts';
import { LinkChip } from './link-columns.tsx';
import { Named } from './named.tsx';
import { RequestSeparation } from './request-separation.tsx';
import { mayAsk } from './who-may.ts';

interface LinkDrawerProps {
  readonly open: LinkView['open'];
  /** Whether a later request about the same registration is known, so that this one is history. */
  readonly isFollowed: boolean;
  readonly onClose: () => void;
}

/** A request as it was made, what became of it, and the way back. */
export function LinkDrawer({ open, isFollowed, onClose }: LinkDrawerProps) {
  const link = useQuery({
    ...memberLinkQuery(open?.memberId ?? '', open?.version ?? ''),
    enabled: open !== null,
  });
  return (
    <RowDrawer
      isOpen={open !== null}
      onClose={onClose}
      width={640}
      title={link.data ? `${linkRequestKindNames[link.data.kind]}申请` : '申请'}
    >
      {link.data ? (
        <Opened key={link.data.requestId} link={link.data} isFollowed={isFollowed} />
      ) : link.error ? (
        <FailureState error={link.error} onRetry={() => void link.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

function Opened({ link, isFollowed }: { link: MemberLinkRequest; isFollowed: boolean }) {
  const { roles } = useStaff();
  const { kind, state, member, into, decidedAt } = link;
  const isMerge = kind === 'MERGE';
  return (
    <>
      <LinkChip state={state} />
      <p className="say">{sentenceOf(link)}</p>
      <Facts
        facts={[
          [isMerge ? '并入的登记' : '拆出的登记', <Named {...member} />],
          [isMerge ? '保留的登记' : '原来的登记', <Named {...into} />],
          ['理由', link.reason],
          ['提交', `${link.requesterName} · ${formatInstant(link.requestedAt)}`],
          ['复核', decidedAt === null ? '还没有' : formatInstant(decidedAt)],
          ['内容指纹', link.sha256.slice(0, 12)],
        ]}
      />
      {isFollowed ? (
        <div className="notice" role="status">
          这份登记后来有了新的申请，以列表里最新的一份为准。
        </div>
      ) : (
        isMerge &&
        state === 'APPLIED' &&
        mayAsk(roles) && (
          <div className="actions row-acts">
            <RequestSeparation link={link} />
          </div>
        )
      )}
    </>
  );
}

function sentenceOf({ kind, state, member, into }: MemberLinkRequest): string {
  const names = `${member.displayName} 和 ${into.displayName}`;
  if (state === 'IN_REVIEW') return `等合规同事在「审核」里决定，通过以前 ${names} 都不变。`;
  if (state === 'REJECTED') return `复核退回了这份申请，${names} 没有改变。`;
  return kind === 'MERGE'
    ? `从复核通过起，${member.displayName} 的记录当作 ${into.displayName} 的记录来读。`
    : `从复核通过起，${names} 各自恢复合并前的记录。`;
}

import type { IdentityConflict } from '@siyu/shared/contracts/member-links';
import { conflictKindNames } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { useStaff } from '../app/signed-in.tsx';
import { ConflictChip } from './conflict-columns.tsx';
import { DismissConflict } from './dismiss-conflict.tsx';
import { Named } from './named.tsx';
import { RequestMerge } from './request-merge.tsx';
import { mayAsk, mayDismiss } from './who-may.ts';

interface ConflictDrawerProps {
  readonly conflict: IdentityConflict | null;
  readonly onClose: () => void;
}

/** A conflict with both sides, and what a person can do about it. */
export function ConflictDrawer({ conflict, onClose }: ConflictDrawerProps) {
  return (
    <RowDrawer
      isOpen={conflict !== null}
      onClose={onClose}
      width={640}
      title={conflict === null ? '冲突' : conflictKindNames[conflict.kind]}
    >
      {conflict && <Opened key={conflict.conflictId} conflict={conflict} />}
    </RowDrawer>
  );
}

function Opened({ conflict }: { conflict: IdentityConflict }) {
  const { roles } = useStaff();
  const { kind, state, claimant, holder, note } = conflict;
  return (
    <>
      <ConflictChip state={state} />
      <p className="say">
        {kind === 'two_accounts'
          ? '两份登记各自关联了账户，所以合并没有办成。一个人只能有一个账户，请先核对是不是同一人。'
          : '两份登记都说这个编号是自己的，系统没有改动任何一边。请核对是不是同一人。'}
      </p>
      <Facts
        facts={[
          ['提出的登记', <Named {...claimant} />],
          ['已有的登记', <Named {...holder} />],
          ['编号尾号', conflict.externalIdTail],
          ['第一次', formatInstant(conflict.firstAt)],
          ['最近一次', formatInstant(conflict.lastAt)],
          ['发生', `${formatCount(conflict.times)} 次`],
          ...(note === null ? [] : ([['核对的结论', note]] as const)),
        ]}
      />
      {state === 'OPEN' && (
        <div className="actions row-acts">
          {mayAsk(roles) && <RequestMerge conflict={conflict} />}
          {mayDismiss(roles) && <DismissConflict conflict={conflict} />}
        </div>
      )}
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { AskRelease } from './ask-release.tsx';
import { BrakeChip } from './brake-columns.tsx';
import { BrakeFacts } from './brake-facts.tsx';
import { brakeQuery } from './brake-queries.ts';

interface BrakeDrawerProps {
  readonly brakeId: string | null;
  readonly onClose: () => void;
}

/** One brake in full, and the way to let go again. */
export function BrakeDrawer({ brakeId, onClose }: BrakeDrawerProps) {
  const found = useQuery({ ...brakeQuery(brakeId ?? ''), enabled: brakeId !== null });
  const brake = found.data;
  return (
    <RowDrawer isOpen={brakeId !== null} onClose={onClose} width={640} title="停发">
      {brake ? (
        <div key={brake.brakeId}>
          <BrakeChip state={brake.state} isAsked={false} />
          <BrakeFacts brake={brake} />
          {brake.asked !== null && (
            <div className="notice" role="status">
              恢复申请在「审核」里，等另一位合规同事决定，在那以前继续停发。
            </div>
          )}
          {brake.mayAsk && (
            <div className="actions row-acts">
              <AskRelease brake={brake} />
            </div>
          )}
        </div>
      ) : found.error ? (
        <FailureState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <ListSkeleton rows={5} />
      )}
    </RowDrawer>
  );
}

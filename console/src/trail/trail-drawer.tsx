import type { TrailRow } from '@siyu/shared/contracts/trail';
import { trailActionNames, trailSubjectNames } from '@siyu/shared/messages';
import { Button } from 'antd';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { actorOf, subjectOf } from './trail-columns.tsx';

interface TrailDrawerProps {
  readonly row: TrailRow | null;
  readonly onClose: () => void;
  readonly onSubject: (subjectId: string) => void;
}

/** One act with everything that was written down about it. */
export function TrailDrawer({ row, onClose, onSubject }: TrailDrawerProps) {
  return (
    <RowDrawer
      isOpen={row !== null}
      onClose={onClose}
      width={560}
      title={row ? (trailActionNames[row.action] ?? row.action) : '留痕'}
    >
      {row && (
        <>
          <Facts
            facts={[
              ['时间', formatInstant(row.recordedAt)],
              ['谁', `${actorOf(row)}${row.actorId === null ? '' : ` · ${row.actorId}`}`],
              ['对象', `${trailSubjectNames[row.subjectKind] ?? row.subjectKind} · ${subjectOf(row)}`],
              ['原因代码', row.reasonCode ?? '—'],
              ['封存', row.isSealed ? '已封存' : '待封存'],
              ['编号', row.rowId],
            ]}
          />
          {row.inputs && (
            <>
              <h3>依据</h3>
              <Facts
                facts={Object.entries(row.inputs).map(([name, value]) => [
                  name,
                  typeof value === 'string' ? value : JSON.stringify(value),
                ])}
              />
            </>
          )}
          <div className="actions">
            <Button onClick={() => onSubject(row.subjectId)}>只看这个对象</Button>
          </div>
        </>
      )}
    </RowDrawer>
  );
}

import type { RetentionRow } from '@siyu/shared/contracts/retention';
import { retentionEndNames, retentionWords } from '@siyu/shared/messages';
import { formatCount } from '../format/figures.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { RowDrawer } from '../list/row-drawer.tsx';
import { keptInWords, purgeInWords } from './kept-in-words.ts';

export function RetentionDrawer({ row, onClose }: { row: RetentionRow | null; onClose: () => void }) {
  return (
    <RowDrawer
      isOpen={row !== null}
      onClose={onClose}
      width={560}
      title={row === null ? '留存项目' : retentionWords[row.code].name}
    >
      {row !== null && <Opened row={row} />}
    </RowDrawer>
  );
}

function Opened({ row }: { row: RetentionRow }) {
  const { code, end, tables, purge } = row;
  const words = retentionWords[code];
  return (
    <>
      <p className="say">{words.what}</p>
      <Facts
        facts={[
          ['保存多久', keptInWords(row)],
          ['怎样结束', retentionEndNames[end]],
          ['依据', words.ground],
          ['数据表', tables.join('、')],
        ]}
      />
      {purge !== null && (
        <>
          <h2>清理</h2>
          <Facts
            facts={[
              ['最近一次', purgeInWords(row)],
              ['开始', formatInstant(purge.startedAt)],
              ['完成', purge.finishedAt === null ? '进行中' : formatInstant(purge.finishedAt)],
              ['累计删除', `${formatCount(purge.removedInAll)} 条`],
            ]}
          />
          <p className="note">每次清理都记入留痕。可以在“任务”里暂停，恢复后从停下的地方继续。</p>
        </>
      )}
    </>
  );
}

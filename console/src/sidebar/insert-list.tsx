import type { ChatAddress, SidebarInsert } from '@siyu/shared/contracts/sidebar';
import type { InsertOutcome, InsertState } from '@siyu/shared/contracts/sidebar.limits';
import { insertPurposeNames, insertStateNames } from '@siyu/shared/messages';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { formatShortInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { reportInsert } from './deliver-insert.ts';
import { chatQuery } from './sidebar-queries.ts';

const CHIP: Readonly<Record<InsertState, string>> = {
  SENDING: 'chip',
  SENT: 'chip chip-success',
  FAILED: 'chip chip-error',
  UNKNOWN: 'chip chip-warning',
};

/** What the person sent from here last; of one whose end nobody knows, they say it. */
export function InsertList({ chat, inserts }: { chat: ChatAddress; inserts: readonly SidebarInsert[] }) {
  const queries = useQueryClient();
  const settle = useMutation({
    mutationFn: ({ insertId, outcome }: { insertId: string; outcome: InsertOutcome }) =>
      reportInsert(insertId, outcome),
    onSettled: () => queries.invalidateQueries({ queryKey: chatQuery(chat).queryKey }),
  });
  if (inserts.length === 0) return null;
  return (
    <section aria-label="最近从这里发出">
      <h2>最近从这里发出</h2>
      <FailureNotice error={settle.error} />
      <ul className="sidebar-rows">
        {inserts.map(({ insertId, text, purpose, state, decidedAt }) => (
          <li key={insertId}>
            <p className="sidebar-chips">
              <span className={CHIP[state]}>{insertStateNames[state]}</span>
              <span className="note">
                {insertPurposeNames[purpose]} · {formatShortInstant(decidedAt)}
              </span>
            </p>
            <p className="sidebar-said">{text}</p>
            {state === 'UNKNOWN' && (
              <div className="actions">
                <Button size="small" onClick={() => settle.mutate({ insertId, outcome: 'SENT' })}>
                  聊天里有
                </Button>
                <Button size="small" onClick={() => settle.mutate({ insertId, outcome: 'FAILED' })}>
                  聊天里没有
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

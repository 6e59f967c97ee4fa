import type { StaffSessionRow } from '@siyu/shared/contracts/staff';
import type { ReactNode } from 'react';
import { formatInstant } from '../format/moments.ts';

interface SessionRowsProps {
  readonly sessions: readonly StaffSessionRow[];
  /** What can be done about one of them. */
  readonly actOf?: (session: StaffSessionRow) => ReactNode;
}

/** Where somebody is signed in. */
export function SessionRows({ sessions, actOf }: SessionRowsProps) {
  return (
    <ul className="session-rows">
      {sessions.map((session) => (
        <li key={session.sessionId}>
          <div>
            <div className="strong">
              {session.device} {session.isCurrent && <span className="chip">这次登录</span>}
            </div>
            <div className="note">
              {formatInstant(session.openedAt)} 登录{session.address !== '' && ` · ${session.address}`} · 最晚{' '}
              {formatInstant(session.expiresAt)} 结束
            </div>
          </div>
          {actOf?.(session)}
        </li>
      ))}
    </ul>
  );
}

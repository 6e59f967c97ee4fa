import { formatCivilDay } from '../format/moments.ts';

interface DueMarkProps {
  readonly dueOn: string | null;
  readonly due: 'OVERDUE' | 'SOON' | 'LATER' | null;
}

/** Until when, and in a word whether it is late or soon due. */
export function DueMark({ dueOn, due }: DueMarkProps) {
  if (dueOn === null) return <span className="note">无</span>;
  return (
    <>
      {formatCivilDay(dueOn)} {due === 'OVERDUE' && <span className="chip chip-error">已超期</span>}
      {due === 'SOON' && <span className="chip chip-warning">快到期</span>}
    </>
  );
}

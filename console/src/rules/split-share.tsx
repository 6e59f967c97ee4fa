import { SPLIT_PARTS, TEXT_MAX } from '@siyu/shared/rules';
import { Input } from 'antd';
import NumberEntry from '../list/number-input.lazy.tsx';

interface SplitShareProps {
  readonly label: string;
  readonly describedBy: string | undefined;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

interface Share {
  readonly split: string;
  readonly from: number | null;
  readonly to: number | null;
}

/** A split by its name and which of its hundred parts: who is in them, the lot says, the same wherever it is named. */
export function SplitShare({ label, describedBy, value, onChange }: SplitShareProps) {
  const share = readShare(value);
  const part = (end: 'from' | 'to', said: string) => (
    <NumberEntry<number>
      aria-label={`${label}（${said}）`}
      aria-describedby={describedBy}
      precision={0}
      min={1}
      max={SPLIT_PARTS}
      value={share[end]}
      onChange={(next) => onChange({ ...share, [end]: next })}
    />
  );
  return (
    <>
      <Input
        aria-label={`${label}（分组名）`}
        aria-describedby={describedBy}
        className="rule-split"
        placeholder="分组名，如 A/B 三月"
        maxLength={TEXT_MAX}
        value={share.split}
        onChange={(event) => onChange({ ...share, split: event.target.value })}
      />
      <span>第</span>
      {part('from', '从')}
      <span>到</span>
      {part('to', '到')}
      <span>份，共 {SPLIT_PARTS} 份</span>
    </>
  );
}

/** A new one begins with one half, the most frequent comparison. */
function readShare(value: unknown): Share {
  if (typeof value !== 'object' || value === null) return { split: '', from: 1, to: SPLIT_PARTS / 2 };
  const share: Readonly<Record<string, unknown>> = { ...value };
  const { split, from, to } = share;
  return {
    split: typeof split === 'string' ? split : '',
    from: typeof from === 'number' ? from : null,
    to: typeof to === 'number' ? to : null,
  };
}

import { formatCount } from '../format/figures.ts';
import { formatShortInstant } from '../format/moments.ts';

interface ListTotalProps {
  /** Undefined until the list has come. */
  readonly total: number | undefined;
  readonly unit: string;
  /** When it was counted, epoch ms. */
  readonly at: number;
  /** Where counting ends; more than that is only said to be more. */
  readonly max?: number;
}

/** How many rows the filters leave, and as of when. */
export function ListTotal({ total, unit, at, max = Infinity }: ListTotalProps) {
  if (total === undefined) return null;
  return (
    <>
      <span className="chip">
        {total < max ? `共 ${formatCount(total)} ${unit}` : `${formatCount(total)} ${unit}以上`}
      </span>
      <span className="note">截至 {formatShortInstant(new Date(at).toISOString())}</span>
    </>
  );
}

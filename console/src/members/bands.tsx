import type { MemberScore } from '@siyu/shared/contracts/workspace';
import { staffMessages } from '@siyu/shared/messages';

/** The three bands at a glance: 数量 4 · 质量 2 · 效益 1. */
export function Bands({ axes }: { axes: MemberScore['axes'] }) {
  return (
    <span className="bands">
      {axes.map(({ axis, band }) => (
        <span key={axis} className="band">
          <span className="note">{staffMessages[`axis.${axis}`]}</span>
          <b>{band}</b>
        </span>
      ))}
    </span>
  );
}

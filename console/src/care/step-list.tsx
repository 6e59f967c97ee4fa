import { formatInstant } from '../format/moments.ts';

interface Step {
  readonly stepNo: number;
  readonly actorKind: 'staff' | 'member' | 'system';
  readonly actorName: string | null;
  readonly ownerName: string | null;
  readonly text: string | null;
  readonly at: string;
}

interface StepListProps<Each extends Step> {
  readonly steps: readonly Each[];
  readonly nameOf: (step: Each) => string;
}

const KINDS = { staff: '已离任', member: '客户', system: '系统' } as const;

/** What was done, one after the other; nothing of it is ever changed. */
export function StepList<Each extends Step>({ steps, nameOf }: StepListProps<Each>) {
  return (
    <>
      <h2>经过</h2>
      <ol className="care-steps" aria-label="经过">
        {steps.map((step) => (
          <li key={step.stepNo}>
            <div className="strong">
              {nameOf(step)}
              {step.ownerName !== null && `给${step.ownerName}`}
            </div>
            {step.text !== null && <p className="say">{step.text}</p>}
            <div className="note">
              {step.actorName ?? KINDS[step.actorKind]} · {formatInstant(step.at)}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

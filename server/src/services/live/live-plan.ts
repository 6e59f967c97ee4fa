import type { LivePlan } from '@siyu/shared/contracts/live-desk';
import { CONTENT_LABELS } from '@siyu/shared/contracts/content.limits';
import { LIVE_PLATFORMS, LIVE_STATES, type LiveState } from '@siyu/shared/contracts/live.limits';
import { sha256OfJson } from '../../foundation/audit/index.ts';
import { basisOf, storedBasis } from '../content/index.ts';
import type { Live } from './live.entity.ts';

type Planned = Pick<
  Live,
  | 'title'
  | 'summary'
  | 'label'
  | 'platform'
  | 'startsAt'
  | 'endsAt'
  | 'hostId'
  | 'script'
  | 'riskNote'
  | 'basis'
  | 'quizLessonId'
  | 'finderUserName'
  | 'noticeId'
>;

const iso = (at: number): string => new Date(at).toISOString();
const oneOf = <Value extends string>(values: readonly Value[], stored: string): Value => {
  const found = values.find((each) => each === stored);
  if (found === undefined) throw new Error(`${stored} is none of ${values.join(', ')}`);
  return found;
};

export const stateOf = ({ state }: Pick<Live, 'state'>): LiveState => oneOf(LIVE_STATES, state);
export const labelOf = ({ label }: Pick<Live, 'label'>) => oneOf(CONTENT_LABELS, label);
export const platformOf = ({ platform }: Pick<Live, 'platform'>) => oneOf(LIVE_PLATFORMS, platform);

/** A plan as the columns of a live, with its hash. */
export function columnsOf(plan: LivePlan): Planned & Pick<Live, 'planSha256'> {
  const { channels, startsAt, endsAt, ...rest } = plan;
  const planned = {
    ...rest,
    basis: basisOf(plan),
    startsAt: Date.parse(startsAt),
    endsAt: Date.parse(endsAt),
    finderUserName: channels?.finderUserName ?? null,
    noticeId: channels?.noticeId ?? null,
  };
  return { ...planned, planSha256: sha256OfJson(planOf(planned)) };
}

/** The plan of a live, always in the same words: its hash is made of this. One without a basis is hashed as before. */
export function planOf(live: Planned): LivePlan {
  const { title, summary, hostId, script, riskNote, quizLessonId, finderUserName, noticeId } = live;
  const basis = storedBasis(live.basis);
  const isInChannels = finderUserName !== null && noticeId !== null;
  return {
    title,
    summary,
    label: labelOf(live),
    platform: platformOf(live),
    startsAt: iso(live.startsAt),
    endsAt: iso(live.endsAt),
    hostId,
    script,
    riskNote,
    ...(basis !== null && { basis }),
    quizLessonId,
    channels: isInChannels ? { finderUserName, noticeId } : null,
  };
}

/** What is filed of a plan: the script may still be mended, who speaks of what and when may not. */
export function filedSha256Of({
  title,
  label,
  platform,
  startsAt,
  endsAt,
  hostId,
}: Pick<Live, 'title' | 'label' | 'platform' | 'startsAt' | 'endsAt' | 'hostId'>): string {
  return sha256OfJson({ title, label, platform, startsAt, endsAt, hostId });
}

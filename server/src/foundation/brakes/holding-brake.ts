import type { BrakeChannel } from '@siyu/shared/contracts/brakes.limits';
import type { Brake } from './brake.entity.ts';

/** What of a brake decides. */
export type StandingBrake = Pick<Brake, 'brakeId' | 'kind' | 'target' | 'targetName' | 'branchPath'>;

/** Something that is about to reach members, with all that it has to do with. */
export interface HeldSubject {
  /** The way it takes; null where it is asked about whatever its way. */
  readonly channel: BrakeChannel | null;
  readonly contentIds: readonly string[];
  readonly people: readonly { readonly staffId: string; readonly branchPath: string | null }[];
  readonly words: string;
}

/** The brakes that hold a subject, the one for the whole firm first. @example holdingBrakes([firm], any) // => [firm] */
export function holdingBrakes(
  brakes: readonly StandingBrake[],
  subject: HeldSubject,
): readonly StandingBrake[] {
  const holding = brakes.filter((brake) => holds(brake, subject));
  const isFirm = ({ kind }: StandingBrake): boolean => kind === 'FIRM';
  return [...holding.filter(isFirm), ...holding.filter((brake) => !isFirm(brake))];
}

function holds({ kind, target, targetName, branchPath }: StandingBrake, subject: HeldSubject): boolean {
  switch (kind) {
    case 'FIRM':
      return true;
    case 'CHANNEL':
      return subject.channel === target;
    case 'CONTENT':
      return subject.contentIds.includes(target);
    case 'ADVISER':
      return subject.people.some(({ staffId }) => staffId === target);
    case 'BRANCH':
      return subject.people.some((one) => branchPath !== null && one.branchPath?.startsWith(branchPath));
    case 'PRODUCT':
      return namesCode(subject.words, target) || subject.words.includes(targetName);
  }
}

/** Whether a code stands in a text by itself, not as a part of a longer number. */
function namesCode(text: string, code: string): boolean {
  const isPart = (sign: string | undefined) => sign !== undefined && /[0-9A-Za-z]/.test(sign);
  for (let at = text.indexOf(code); at !== -1; at = text.indexOf(code, at + 1))
    if (!isPart(text[at - 1]) && !isPart(text[at + code.length])) return true;
  return false;
}

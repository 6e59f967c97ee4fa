import type { ConsentPurpose } from '@siyu/shared/contracts/identity.limits';
import type { MemberPanorama } from '@siyu/shared/contracts/panorama';

/** What somebody learned last, and when; null before they began. */
export function latestLearning({
  completions,
  reading,
  quizzes,
}: Pick<MemberPanorama, 'completions' | 'reading' | 'quizzes'>): {
  readonly what: string;
  readonly at: string;
} | null {
  const lines = [
    ...completions.map(({ title, completedAt }) => ({ what: `学完《${title}》`, at: completedAt })),
    ...reading.map(({ title, readPercent, updatedAt }) => ({
      what: `《${title}》读到 ${readPercent}%`,
      at: updatedAt,
    })),
    ...quizzes.map(({ title, correct, total, submittedAt }) => ({
      what: `《${title}》小测答对 ${correct} / ${total} 题`,
      at: submittedAt,
    })),
  ];
  return lines.reduce<(typeof lines)[number] | null>(
    (latest, line) => (latest === null || Date.parse(line.at) > Date.parse(latest.at) ? line : latest),
    null,
  );
}

/** Whether a consent holds: the latest decision of its purpose gives it, and for the text in force. */
export function consentNow({ consents }: Pick<MemberPanorama, 'consents'>, purpose: ConsentPurpose): boolean {
  const latest = consents.find((consent) => consent.purpose === purpose);
  return latest?.isGranted === true && latest.isTextCurrent;
}

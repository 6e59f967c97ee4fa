import type { AccessCopy } from '@siyu/shared/contracts/privacy';

/** Leaves out single entries, the oldest first, until the file is no larger; the totals say how many there are. */
export function withinBytes(copy: AccessCopy, most: number): AccessCopy {
  let fitting = copy;
  while (Buffer.byteLength(JSON.stringify(fitting)) > most) {
    const {
      events,
      trades,
      lessons,
      quizzes,
      notices,
      groups,
      discussion,
      lives,
      care,
      suitability,
      rewards,
    } = fitting;
    const half = <Entry>({ total, entries }: { total: number; entries: Entry[] }) => ({
      total,
      entries: entries.slice(0, Math.floor(entries.length / 2)),
    });
    fitting = {
      ...fitting,
      events: half(events),
      trades: half(trades),
      lessons: half(lessons),
      quizzes: half(quizzes),
      notices: { ...notices, sent: half(notices.sent) },
      groups: { times: half(groups.times), questions: half(groups.questions) },
      discussion: { ...discussion, comments: half(discussion.comments), notes: half(discussion.notes) },
      lives: {
        reservations: half(lives.reservations),
        viewings: half(lives.viewings),
        chats: half(lives.chats),
      },
      suitability: {
        assessments: half(suitability.assessments),
        statements: half(suitability.statements),
        applications: half(suitability.applications),
        birthYears: half(suitability.birthYears),
        safetyNotices: half(suitability.safetyNotices),
        askings: half(suitability.askings),
        confirmations: half(suitability.confirmations),
      },
      care: { complaints: half(care.complaints), calls: half(care.calls) },
      rewards: {
        balance: rewards.balance,
        statement: half(rewards.statement),
        facts: half(rewards.facts),
        awards: half(rewards.awards),
        redemptions: half(rewards.redemptions),
        entitlements: half(rewards.entitlements),
      },
    };
    if (fitting.events.entries.length + fitting.trades.entries.length === 0) return fitting;
  }
  return fitting;
}

import { Injectable } from '@nestjs/common';
import type { Conclusion } from '@siyu/shared/contracts/identity.limits';
import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { PANORAMA_CARDS, PANORAMA_ROWS_MAX, type Withheld } from '@siyu/shared/contracts/panorama.limits';
import { Feed } from '../../action/feed/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Conclusions, Identity } from '../../records/identity/index.ts';
import { countEvents } from './count-events.query.ts';
import { findRestriction } from './find-restriction.query.ts';
import { listConsents } from './list-consents.query.ts';
import { listLearning } from './list-learning.query.ts';
import { listQuizzes } from './list-quizzes.query.ts';
import { listScoreHistory } from './list-score-history.query.ts';
import { listStageHistory } from './list-stage-history.query.ts';
import { listTies } from './list-ties.query.ts';
import { mayRead } from './may-read.ts';
import { MemberSubjects, type MemberSubject } from './member-subject.ts';
import {
  iso,
  shownConsent,
  shownLearning,
  shownQuiz,
  shownScore,
  shownStage,
  shownTies,
} from './panorama-parts.ts';

const MAX = PANORAMA_ROWS_MAX;

/** The 360 view of one member: everything the house knows, as far as the member and the caller's scope allow it. */
@Injectable()
export class Panorama {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly identity: Identity,
    private readonly conclusions: Conclusions,
    private readonly subjects: MemberSubjects,
    private readonly feed: Feed,
  ) {}

  /** Opening it is noted. A merged registration opens the person. */
  async getPanorama(caller: Principal, memberId: string): Promise<MemberPanorama> {
    const subject = await this.subjects.find(caller, memberId);
    const { memberNo, numbers } = subject;
    const [purposes, words, restriction] = await Promise.all([
      this.identity.permittedPurposesOf([memberNo], ['SERVICE', 'PROFILING']),
      this.conclusions.wordsOf(memberNo),
      findRestriction(this.database.read, numbers),
    ]);
    const permitted = purposes.get(memberNo);
    const areEventsShown = mayRead(caller, permitted, 'SERVICE');
    const historyWithheld = (conclusion: Conclusion): Withheld | null => {
      if (!mayRead(caller, permitted, 'PROFILING')) return 'NOT_PERMITTED';
      const isRefused = words.get(conclusion)?.isRefused === true;
      return isRefused && !caller.roles.includes('compliance') ? 'REFUSED' : null;
    };
    const scoresWithheld = historyWithheld('SERVICE_CLASS');
    const stagesWithheld = historyWithheld('STAGE');
    await this.subjects.note(caller, subject, 'workspace.view_panorama', {
      events: areEventsShown,
      scores: scoresWithheld === null,
      stages: stagesWithheld === null,
    });
    const [about, activity, scores, stages, feed] = await Promise.all([
      this.#about(subject),
      areEventsShown ? this.#activity(subject) : noActivity,
      scoresWithheld === null ? listScoreHistory(this.database.read, memberNo, MAX) : [],
      stagesWithheld === null ? listStageHistory(this.database.read, memberNo, MAX) : [],
      permitted?.has('SERVICE') === true ? this.#feedOf(memberNo) : null,
    ]);
    return {
      memberId: subject.memberId,
      readAt: iso(this.clock.now()),
      withheld: {
        events: areEventsShown ? null : 'NOT_PERMITTED',
        scores: scoresWithheld,
        stages: stagesWithheld,
      },
      restriction:
        restriction === null ? null : { reason: restriction.reason, since: iso(restriction.restrictedAt) },
      ...about,
      ...activity,
      scores: scores.map(shownScore),
      stages: stages.map(shownStage),
      feed,
    };
  }

  async #about({ memberNo, numbers }: MemberSubject) {
    const [consents, ties] = await Promise.all([
      listConsents(this.database.read, numbers, MAX),
      listTies(this.database.read, memberNo, numbers, MAX),
    ]);
    return { consents: consents.map(shownConsent), ...shownTies(ties) };
  }

  async #activity({ numbers }: MemberSubject) {
    const [engagement, learning, quizzes] = await Promise.all([
      countEvents(this.database.read, numbers, MAX),
      listLearning(this.database.read, numbers, MAX),
      listQuizzes(this.database.read, numbers, MAX),
    ]);
    return {
      engagement: engagement.map((row) => ({ ...row, lastAt: iso(row.lastAt) })),
      ...shownLearning(learning),
      quizzes: quizzes.map(shownQuiz),
    };
  }

  async #feedOf(memberNo: number) {
    const { isPersonalised, cards } = await this.feed.getFeed(memberNo, PANORAMA_CARDS, undefined);
    return { isPersonalised, cards: cards.map(({ content, reason }) => ({ title: content.title, reason })) };
  }
}

const noActivity = { engagement: [], completions: [], reading: [], paths: [], quizzes: [] };

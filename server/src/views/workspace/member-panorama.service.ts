import { Injectable } from '@nestjs/common';
import type { MemberPanorama } from '@siyu/shared/contracts/panorama';
import { PANORAMA_CARDS, PANORAMA_ROWS_MAX } from '@siyu/shared/contracts/panorama.limits';
import { Feed } from '../../action/feed/index.ts';
import { Clock } from '../../platform/clock/index.ts';
import { Database } from '../../platform/database/index.ts';
import type { Principal } from '../../platform/http/index.ts';
import { Identity } from '../../records/identity/index.ts';
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
    private readonly subjects: MemberSubjects,
    private readonly feed: Feed,
  ) {}

  /** Opening it is noted. A merged registration opens the person. */
  async getPanorama(caller: Principal, memberId: string): Promise<MemberPanorama> {
    const subject = await this.subjects.find(caller, memberId);
    const { memberNo, numbers } = subject;
    const [purposes, restriction] = await Promise.all([
      this.identity.permittedPurposesOf([memberNo], ['SERVICE', 'PROFILING']),
      findRestriction(this.database.read, numbers),
    ]);
    const permitted = purposes.get(memberNo);
    const areEventsShown = mayRead(caller, permitted, 'SERVICE');
    const areScoresShown = mayRead(caller, permitted, 'PROFILING');
    await this.subjects.note(caller, subject, 'workspace.view_panorama', {
      events: areEventsShown,
      scores: areScoresShown,
    });
    const [about, activity, history, feed] = await Promise.all([
      this.#about(subject),
      areEventsShown ? this.#activity(subject) : noActivity,
      areScoresShown ? this.#history(subject) : noHistory,
      permitted?.has('SERVICE') === true ? this.#feedOf(memberNo) : null,
    ]);
    return {
      memberId: subject.memberId,
      readAt: iso(this.clock.now()),
      withheld: {
        events: areEventsShown ? null : 'NOT_PERMITTED',
        scores: areScoresShown ? null : 'NOT_PERMITTED',
      },
      restriction:
        restriction === null ? null : { reason: restriction.reason, since: iso(restriction.restrictedAt) },
      ...about,
      ...activity,
      ...history,
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

  async #history({ memberNo }: MemberSubject) {
    const [scores, stages] = await Promise.all([
      listScoreHistory(this.database.read, memberNo, MAX),
      listStageHistory(this.database.read, memberNo, MAX),
    ]);
    return { scores: scores.map(shownScore), stages: stages.map(shownStage) };
  }

  async #feedOf(memberNo: number) {
    const { isPersonalised, cards } = await this.feed.getFeed(memberNo, PANORAMA_CARDS, undefined);
    return { isPersonalised, cards: cards.map(({ content, reason }) => ({ title: content.title, reason })) };
  }
}

const noActivity = { engagement: [], completions: [], reading: [], paths: [], quizzes: [] };
const noHistory = { scores: [], stages: [] };

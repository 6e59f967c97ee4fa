import Taro from '@tarojs/taro';
import { careRoutes } from '@siyu/shared/contracts/care.routes';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { engagementRoutes } from '@siyu/shared/contracts/engagement.routes';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { call } from '../api/call';
import { connection } from '../phone/connection';
import { isRecord, phoneStorage } from '../phone/storage';
import { createStore } from '../phone/store';
import { uuidV7 } from '../phone/uuid-v7';
import { recordableMember } from '../session/session';
import { say } from '../words/say';
import { type Answer, createDeedQueue, type Deed, type Outcome } from './deed-queue';
import { createEventQueue, type NewEvent } from './event-queue';
import { deliverGroupEntry } from './group-entry';
import { keepQuizResult } from './quiz-results';
import { createRetry } from './retry';
import { deliverTouches } from './touch-list';

/** What screens show of the queues: deeds of learning and complaints that wait, and the last change of learning. */
export const queueState = createStore({ waiting: 0, complaints: 0, learnt: 0 });

const makeId = (): string => uuidV7(Date.now());

export const eventQueue = createEventQueue({
  storage: phoneStorage,
  now: () => Date.now(),
  makeId,
  recordableMember,
  send: (events) => call(engagementRoutes.recordEvents, { body: { events: [...events] } }),
});

export const deedQueue = createDeedQueue({
  storage: phoneStorage,
  recordableMember,
  perform,
  onSettled: settle,
  onChange: countWaiting,
});

const retry = createRetry(async () => {
  const [isEntryTold, isQueueEmpty] = await Promise.all([deliverGroupEntry(), deliverQueues()]);
  return isEntryTold && isQueueEmpty;
});

async function deliverQueues(): Promise<boolean> {
  // Deeds first: what a person did on purpose must not wait behind a backlog of views.
  const deeds = await deedQueue.flush();
  const events = await eventQueue.flush();
  const touches = await deliverTouches();
  countWaiting();
  return deeds && events && touches;
}

/** Sends what waits, now; and again with growing pauses while something cannot be delivered. */
export const deliver = (): void => {
  retry.now();
};

export function recordEvent(event: NewEvent): void {
  eventQueue.record(event);
  retry.soon();
}

export async function submitDeed(deed: Deed): Promise<Outcome> {
  const outcome = await deedQueue.submit(deed);
  if (outcome.state === 'waiting') retry.soon();
  return outcome;
}

export { makeId as makeDeedId };

export function startDelivery(): void {
  countWaiting();
  let wasOnline = connection.get().isOnline;
  connection.subscribe(() => {
    const { isOnline } = connection.get();
    if (isOnline && !wasOnline) deliver();
    wasOnline = isOnline;
  });
}

function countWaiting(): void {
  const memberId = recordableMember();
  const deeds = memberId === null ? [] : deedQueue.waiting(memberId);
  const complaints = deeds.filter(({ kind }) => kind === 'complaint').length;
  const waiting = deeds.filter(({ kind }) => kind !== 'progress' && kind !== 'complaint').length;
  const { waiting: shown, complaints: shownComplaints } = queueState.get();
  if (shown !== waiting || shownComplaints !== complaints)
    queueState.set((before) => ({ ...before, waiting, complaints }));
}

function perform(deed: Deed): Promise<Answer> {
  if (deed.kind === 'complaint') {
    const { deedId: complaintId, category, text, tradingPlan, pictureIds } = deed;
    return call(careRoutes.complain, {
      body: { complaintId, category, text, tradingPlan, pictureIds: [...pictureIds] },
    });
  }
  const params = { lessonId: deed.lessonId };
  switch (deed.kind) {
    case 'progress':
      return call(contentRoutes.recordProgress, { params, body: { readPercent: deed.readPercent } });
    case 'completion': {
      const { readPercent, hasSeenLastParagraph, occurredAt } = deed;
      return call(contentRoutes.completeLesson, {
        params,
        body: { readPercent, hasSeenLastParagraph, occurredAt },
      });
    }
    case 'quiz':
      return call(contentRoutes.submitQuiz, {
        params,
        body: { submissionId: deed.deedId, answers: deed.answers },
      });
    case 'favourite':
      return call(notebookRoutes.setFavourite, { params, body: { isFavourite: deed.isFavourite } });
    case 'note':
      return call(notebookRoutes.writeNote, { params, body: { text: deed.text } });
  }
}

function settle(deed: Deed, outcome: Outcome): void {
  if (outcome.state === 'done') {
    if (deed.kind === 'complaint') return;
    if (deed.kind === 'quiz' && isRecord(outcome.answer) && 'correct' in outcome.answer)
      keepQuizResult({ memberId: deed.memberId, lessonId: deed.lessonId, result: outcome.answer });
    if (deed.kind !== 'favourite' && deed.kind !== 'note')
      queueState.set((before) => ({ ...before, learnt: before.learnt + 1 }));
  } else if (outcome.state === 'refused' && deed.kind !== 'progress') {
    const title = say(deed.kind === 'complaint' ? 'care.refused' : 'deed.refused', {
      reason: outcome.sentence,
    });
    void Taro.showToast({ title, icon: 'none' });
  }
}

import type { OwnComplaint } from '@siyu/shared/contracts/care';
import type { ComplaintCategory } from '@siyu/shared/contracts/care.limits';
import type { LessonCompletion, QuizResult, SubmitQuiz } from '@siyu/shared/contracts/content';
import { ApiError } from '../api/api-error';
import { isRecord, type PhoneStorage } from '../phone/storage';
import { storedList } from './stored-list';

export const DEEDS_KEY = 'siyu.deeds';

interface OfMember {
  readonly deedId: string;
  readonly memberId: string;
}
interface OfLesson extends OfMember {
  readonly lessonId: string;
}
export interface ProgressDeed extends OfLesson {
  readonly kind: 'progress';
  readonly readPercent: number;
}
export interface CompletionDeed extends OfLesson {
  readonly kind: 'completion';
  readonly readPercent: number;
  readonly hasSeenLastParagraph: boolean;
  readonly occurredAt: string;
}
export interface QuizDeed extends OfLesson {
  readonly kind: 'quiz';
  readonly answers: SubmitQuiz['answers'];
}
/** How it shall be from now on; only the last of a lesson matters. */
export interface FavouriteDeed extends OfLesson {
  readonly kind: 'favourite';
  readonly isFavourite: boolean;
}
/** An empty text takes the note away. */
export interface NoteDeed extends OfLesson {
  readonly kind: 'note';
  readonly text: string;
}
/** A complaint; its id is that of the deed. */
export interface ComplaintDeed extends OfMember {
  readonly kind: 'complaint';
  readonly category: ComplaintCategory;
  readonly text: string;
  readonly tradingPlan: string | null;
  readonly pictureIds: readonly string[];
}
/** Something a member did that the server must know: it waits like an event, but has an answer of its own. */
export type Deed = ProgressDeed | CompletionDeed | QuizDeed | FavouriteDeed | NoteDeed | ComplaintDeed;
export type Answer = LessonCompletion | QuizResult | OwnComplaint | void;

export type Outcome =
  | { readonly state: 'done'; readonly answer: Answer }
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly sentence: string };

export interface DeedQueuePorts {
  readonly storage: PhoneStorage;
  readonly recordableMember: () => string | null;
  readonly perform: (deed: Deed) => Promise<Answer>;
  /** Told of every deed that has ended, also of those that an earlier run of the app left behind. */
  readonly onSettled: (deed: Deed, outcome: Outcome) => void;
  readonly onChange: () => void;
}

export interface DeedQueue {
  /** Keeps the deed on the phone and tries it at once. */
  submit(deed: Deed): Promise<Outcome>;
  flush(): Promise<boolean>;
  waiting(memberId: string): readonly Deed[];
  forget(memberId: string): void;
}

/** Deeds in the order they were done. Each stays in storage until the server has taken or refused it. */
export function createDeedQueue(ports: DeedQueuePorts): DeedQueue {
  const stored = storedList(ports.storage, DEEDS_KEY, isDeed);
  const outcomes = new Map<string, Outcome>();
  let flushing: Promise<boolean> | null = null;

  const waiting = (memberId: string): Deed[] => stored.read().filter((deed) => deed.memberId === memberId);

  async function performAll(): Promise<boolean> {
    for (;;) {
      const memberId = ports.recordableMember();
      const deed = memberId === null ? undefined : waiting(memberId)[0];
      if (deed === undefined) return true;
      const outcome = await attempt(deed);
      if (outcome.state === 'waiting') return false;
      outcomes.set(deed.deedId, outcome);
      stored.change((deeds) => deeds.filter(({ deedId }) => deedId !== deed.deedId));
      ports.onSettled(deed, outcome);
      ports.onChange();
    }
  }

  async function attempt(deed: Deed): Promise<Outcome> {
    try {
      return { state: 'done', answer: await ports.perform(deed) };
    } catch (error) {
      if (!(error instanceof ApiError) || error.isPassing) return { state: 'waiting' };
      return { state: 'refused', sentence: error.sentence };
    }
  }

  function flush(): Promise<boolean> {
    flushing ??= performAll().finally(() => {
      flushing = null;
    });
    return flushing;
  }

  return {
    async submit(deed) {
      stored.change((deeds) => [...deeds.filter((each) => !isOvertaken(each, deed)), deed]);
      ports.onChange();
      await flush();
      // A flush that was already at its end when the deed came may have missed it.
      if (!outcomes.has(deed.deedId) && stored.read().some(({ deedId }) => deedId === deed.deedId))
        await flush();
      const outcome = outcomes.get(deed.deedId) ?? { state: 'waiting' };
      outcomes.delete(deed.deedId);
      return outcome;
    },
    flush,
    waiting,
    forget(memberId) {
      stored.change((deeds) => deeds.filter((deed) => deed.memberId !== memberId));
      ports.onChange();
    },
  };
}

/** What a later deed of its kind in the same lesson makes pointless: completions and quizzes are all kept. */
const LAST_COUNTS: readonly Deed['kind'][] = ['progress', 'favourite', 'note'];

function isOvertaken(stored: Deed, added: Deed): boolean {
  return (
    stored.kind === added.kind &&
    stored.kind !== 'complaint' &&
    added.kind !== 'complaint' &&
    LAST_COUNTS.includes(added.kind) &&
    stored.lessonId === added.lessonId &&
    stored.memberId === added.memberId
  );
}

const LESSON_DEEDS: readonly unknown[] = ['progress', 'completion', 'quiz', 'favourite', 'note'];

function isDeed(value: unknown): value is Deed {
  if (!isRecord(value)) return false;
  const holds = (...names: readonly string[]): boolean =>
    names.every((name) => typeof value[name] === 'string');
  if (value['kind'] === 'complaint') return holds('deedId', 'memberId', 'category', 'text');
  return holds('deedId', 'memberId', 'lessonId') && LESSON_DEEDS.includes(value['kind']);
}

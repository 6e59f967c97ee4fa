import Taro, { useDidHide, useDidShow, usePageScroll, useReady, useUnload } from '@tarojs/taro';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { LessonOrArticle } from '@siyu/shared/contracts/content';
import { makeDeedId, recordEvent, submitDeed } from '../../queues/queues';
import { DwellClock } from '../../reading/dwell-clock';
import { type Reading, readOn } from '../../reading/read-percent';
import { recordableMember } from '../../session/session';

const STEP_MS = 5_000;
/** Reading time goes to the queue in pieces, so that a killed app loses half a minute at most. */
const REPORT_AFTER_STEPS = 6;
const MEASURE_EVERY_MS = 150;
const NOTHING: Reading = { percent: 0, hasSeenLastParagraph: false };

/** Follows the reader through a lesson or an article: how far, how long, and tells the queues of it. */
export function useReading(lesson: LessonOrArticle | null): Reading {
  const [reading, setReading] = useState(NOTHING);
  const reached = useRef(NOTHING);
  const reported = useRef(0);
  const clock = useRef(new DwellClock(STEP_MS, () => Date.now()));
  const lastMeasured = useRef(0);
  const lessonId = lesson?.lessonId ?? null;

  const measure = useCallback(async () => {
    const place = await findTextPlace();
    if (place === null) return;
    reached.current = readOn(reached.current, place);
    setReading(reached.current);
  }, []);

  const report = useCallback(() => {
    const memberId = recordableMember();
    if (lessonId === null || memberId === null) return;
    const value = clock.current.takeSeconds();
    if (value > 0) recordEvent({ type: 'content_dwelled', contentId: lessonId, value });
    const { percent } = reached.current;
    if (percent <= reported.current) return;
    reported.current = percent;
    void submitDeed({ kind: 'progress', deedId: makeDeedId(), memberId, lessonId, readPercent: percent });
  }, [lessonId]);

  useEffect(() => {
    if (lesson === null) return;
    reported.current = lesson.readPercent;
    reached.current = { percent: lesson.readPercent, hasSeenLastParagraph: false };
    setReading(reached.current);
    recordEvent({ type: 'content_viewed', contentId: lesson.lessonId });
    clock.current.begin();
    let steps = 0;
    const timer = setInterval(() => {
      clock.current.step();
      if (++steps % REPORT_AFTER_STEPS === 0) report();
    }, STEP_MS);
    // The text must have been drawn before it can be measured.
    const drawn = setTimeout(() => {
      void resumeAt(lesson).then(measure);
    }, 120);
    return () => {
      clearInterval(timer);
      clearTimeout(drawn);
    };
  }, [lessonId, measure, report]);

  usePageScroll(() => {
    const now = Date.now();
    if (now - lastMeasured.current < MEASURE_EVERY_MS) return;
    lastMeasured.current = now;
    void measure();
    // The last stretch of a scroll ends inside the pause; look once more when it has come to rest.
    setTimeout(() => void measure(), MEASURE_EVERY_MS * 2);
  });
  useReady(() => void measure());
  useDidShow(() => {
    if (lessonId !== null) clock.current.begin();
    void measure();
  });
  const leave = (): void => {
    clock.current.end();
    report();
  };
  useDidHide(leave);
  useUnload(leave);
  return reading;
}

/** A text read half before opens where it was left. */
async function resumeAt(lesson: LessonOrArticle): Promise<void> {
  const isCompleted = lesson.kind !== 'article' && lesson.isCompleted;
  if (isCompleted || lesson.readPercent < 10 || lesson.readPercent >= 90) return;
  const place = await findTextPlace();
  if (place === null) return;
  const scrollTop = place.top + (place.height * lesson.readPercent) / 100 - place.windowHeight * 0.75;
  if (scrollTop > 0) await Taro.pageScrollTo({ scrollTop, duration: 0 }).catch(() => undefined);
}

interface Rect {
  readonly top: number;
  readonly height: number;
}

function findTextPlace(): Promise<(Rect & { readonly windowHeight: number }) | null> {
  return new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select('#lesson-text')
      .boundingClientRect((found) => {
        const rect: { top?: number; height?: number } | null = Array.isArray(found) ? null : found;
        const { windowHeight } = Taro.getWindowInfo();
        if (rect?.top === undefined || rect.height === undefined) resolve(null);
        else resolve({ top: rect.top, height: rect.height, windowHeight });
      })
      .exec();
  });
}

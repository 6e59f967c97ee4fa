import Taro, { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';
import { whenOnScreen } from '../../phone/sight';
import { DwellClock } from '../../reading/dwell-clock';

const STEP_MS = 500;

interface NoticeReading {
  /** The end of the text has been on the screen. */
  readonly hasReachedEnd: boolean;
  /** How long the text has been in view. */
  readonly dwellMs: number;
}

/** Follows the reading of a notice, whose end is the element of that id: how long, and whether to the end. */
export function useNoticeReading(endId: string): NoticeReading {
  const [hasReachedEnd, setReachedEnd] = useState(false);
  const [dwellMs, setDwell] = useState(0);
  const clock = useRef(new DwellClock(STEP_MS, () => Date.now()));
  useEffect(() => {
    const { page } = Taro.getCurrentInstance();
    clock.current.begin();
    const timer = setInterval(() => {
      clock.current.step();
      const seconds = clock.current.takeSeconds();
      if (seconds > 0) setDwell((before) => before + seconds * 1_000);
    }, STEP_MS);
    let end = (): void => undefined;
    // The text must have been drawn before it can be watched.
    const drawn = setTimeout(() => {
      end = whenOnScreen(page, endId, () => {
        setReachedEnd(true);
      });
    }, 120);
    return () => {
      clearInterval(timer);
      clearTimeout(drawn);
      end();
    };
  }, [endId]);
  useDidShow(() => {
    clock.current.begin();
  });
  useDidHide(() => {
    clock.current.end();
  });
  return { hasReachedEnd, dwellMs };
}

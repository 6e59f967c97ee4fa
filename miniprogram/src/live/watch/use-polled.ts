import { useDidHide, useDidShow } from '@tarojs/taro';
import { useEffect, useRef, useState } from 'react';

/** Whether the page is looked at: not behind another one, and the app not in the background. */
export function useInView(): boolean {
  const [isInView, setInView] = useState(true);
  useDidShow(() => {
    setInView(true);
  });
  useDidHide(() => {
    setInView(false);
  });
  return isInView;
}

/** Does something again and again while it is on; each time begins a pause after the last has ended. */
export function usePolled(work: () => Promise<void>, everyMs: number, isOn: boolean): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    if (!isOn) return undefined;
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const wait = (): void => {
      timer = setTimeout(() => {
        void latest.current().then(() => {
          if (!isOver) wait();
        });
      }, everyMs);
    };
    wait();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [everyMs, isOn]);
}

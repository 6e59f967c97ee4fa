import Taro, { type PageInstance } from '@tarojs/taro';

export interface Sighting {
  /** Whether any of it lies within a screen of what is seen. */
  readonly isNear: boolean;
  /** How tall it is, in pixels. */
  readonly height: number;
}

interface Box {
  readonly top: number;
  readonly bottom: number;
}

type Report = (sighting: Sighting) => void;

function tell(report: Report, box: Box | undefined, around: Box | null | undefined): void {
  if (!box || !around) return;
  const height = box.bottom - box.top;
  // A page that is not shown has no size; nothing is known of its parts.
  if (height <= 0) return;
  // Edges that touch count as near: no later report would tell that they overlap.
  report({ isNear: box.bottom >= around.top && box.top <= around.bottom, height });
}

/**
 * Reports an element of a page when it is far at first, and each time it comes near or goes far.
 * @param page the page as Taro gave it while it was the present one
 * @returns what ends the watch
 */
export function watchSight(page: PageInstance | null, id: string, report: Report): () => void {
  return process.env.TARO_ENV === 'h5' ? watchInBrowser(id, report) : watchInWeChat(page, id, report);
}

function watchInWeChat(page: PageInstance | null, id: string, report: Report): () => void {
  const { windowHeight } = Taro.getWindowInfo();
  // WeChat reports at first what differs from this ratio: all that is not seen whole.
  const observer = Taro.createIntersectionObserver(page ?? {}, { initialRatio: 1 });
  observer
    .relativeToViewport({ top: windowHeight, bottom: windowHeight })
    .observe(`#${id}`, ({ boundingClientRect, relativeRect }) => {
      tell(report, boundingClientRect, relativeRect);
    });
  return () => {
    observer.disconnect();
  };
}

/** Taro's own observer looks at the first page of the document, which need not be the present one. */
function watchInBrowser(id: string, report: Report): () => void {
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { boundingClientRect, rootBounds } of entries) tell(report, boundingClientRect, rootBounds);
    },
    { rootMargin: '100% 0px' },
  );
  const element = document.getElementById(id);
  if (element !== null) observer.observe(element);
  return () => {
    observer.disconnect();
  };
}

/**
 * Tells once, as soon as any of an element of a page is on the screen.
 * @returns what ends the watch
 */
export function whenOnScreen(page: PageInstance | null, id: string, then: () => void): () => void {
  if (process.env.TARO_ENV === 'h5') {
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      then();
    });
    const element = document.getElementById(id);
    if (element !== null) observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }
  const observer = Taro.createIntersectionObserver(page ?? {});
  observer.relativeToViewport().observe(`#${id}`, ({ intersectionRatio }) => {
    if ((intersectionRatio ?? 0) <= 0) return;
    observer.disconnect();
    then();
  });
  return () => {
    observer.disconnect();
  };
}

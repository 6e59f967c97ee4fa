/** The host draws nothing, so sizes are told to it: enough for pages that ask how far one has read. */
export interface Layout {
  viewportHeight: number;
  /** Height of the whole page. */
  contentHeight: number;
  scrollTop: number;
  /** Height of one child of an element whose sight is watched. */
  rowHeight: number;
}

export const phoneLayout = (): Layout => ({
  viewportHeight: 603,
  contentHeight: 2_400,
  scrollTop: 0,
  rowHeight: 150,
});

const WIDTH = 375;

/** wx.createSelectorQuery: every element is taken to be as tall as the page. */
export function selectorQuery(layout: () => Layout, isAlive: () => boolean) {
  return () => {
    const answers: unknown[] = [];
    const callbacks: (((answer: unknown) => void) | undefined)[] = [];
    const element = (): unknown => {
      const { contentHeight, scrollTop, viewportHeight } = layout();
      return {
        top: -scrollTop,
        bottom: contentHeight - scrollTop,
        left: 0,
        right: WIDTH,
        width: WIDTH,
        height: contentHeight,
        scrollTop,
        scrollHeight: contentHeight,
        scrollLeft: 0,
        clientHeight: viewportHeight,
      };
    };
    const viewport = (): unknown => {
      const { contentHeight, scrollTop, viewportHeight } = layout();
      return {
        top: 0,
        left: 0,
        right: WIDTH,
        bottom: viewportHeight,
        width: WIDTH,
        height: viewportHeight,
        scrollTop,
        scrollLeft: 0,
        scrollHeight: contentHeight,
      };
    };
    const also = (callback?: (answer: unknown) => void) => {
      callbacks[answers.length - 1] = callback;
      return query;
    };
    const add = (answer: unknown) => {
      answers.push(answer);
      return query;
    };
    const query = {
      in: () => query,
      select: () => add(element()),
      selectAll: () => add([element()]),
      selectViewport: () => add(viewport()),
      boundingClientRect: also,
      scrollOffset: also,
      fields: (_fields: unknown, callback?: (answer: unknown) => void) => also(callback),
      node: also,
      exec: (done?: (answers: readonly unknown[]) => void) => {
        setImmediate(() => {
          if (!isAlive()) return;
          answers.forEach((answer, index) => callbacks[index]?.(answer));
          done?.(answers);
        });
        return query;
      },
    };
    return query;
  };
}

/** Whoever has touched the page within a minute is there. */
const THERE_MS = 60_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;

let touchedAt = performance.now();

/** From now on remembers when the page was touched; once, when the console begins. */
export function noticeTouches(page: Window): void {
  const touch = (): void => {
    touchedAt = performance.now();
  };
  for (const each of TOUCHES) page.addEventListener(each, touch, { capture: true, passive: true });
}

/** Whether somebody is at the page: what it asks while nobody is does not keep the session alive. */
export const isAttended = (): boolean => performance.now() - touchedAt < THERE_MS;

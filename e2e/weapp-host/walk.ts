import { setTimeout as sleep } from 'node:timers/promises';
import { until } from '../harness/until.ts';
import type { MiniApp } from './mini-app.ts';

export const firstCard = (app: MiniApp): string | undefined =>
  app.all((node) => node.uid?.startsWith('card-') === true)[0]?.uid;

export const consent = async (app: MiniApp): Promise<void> => {
  await app.tap('consent-service');
  await app.tap('consent-profiling');
  await until(
    'ticked boxes',
    () => app.all((node) => node.cl?.includes('consent__box--on') === true).length === 2,
  );
  await app.tap('consent-continue');
};
/** From a new phone to the open app. */
export const enter = async (app: MiniApp): Promise<void> => {
  await consent(app);
  await app.untilRoute('pages/home/index');
  await app.untilId('feed');
};
export const openFirstCard = async (app: MiniApp): Promise<string> => {
  app.fire(await app.untilId(firstCard(app) ?? ''), 'tap');
  await app.untilRoute('lesson/read/index');
  await app.untilId('lesson-text');
  return app.page().options['lessonId'] ?? '';
};
/** Scrolls a lesson through to its end the way a thumb does, in a good second. */
export const readThrough = async (app: MiniApp): Promise<void> => {
  const end = app.layout.contentHeight - app.layout.viewportHeight;
  for (let part = 1; part <= 5; part += 1) {
    await sleep(220);
    app.scrollTo((end * part) / 5);
  }
  await app.untilId('finish-lesson');
};

import type { FeedPage } from '@siyu/shared/contracts/feed';
import { minutesLeft } from '../../reading/minutes-left';
import { greeting } from '../../words/greeting';
import { pathInWords } from '../../reading/place-in-words';
import { say } from '../../words/say';

/** What would be useful next, said as a greeting: the lesson begun, else the first text to read, else nothing to hurry. */
export function nextThing(page: FeedPage, now: number = Date.now()): { heading: string; sub: string } {
  const hello = greeting(now);
  const begun = page.continueLesson;
  if (begun !== null)
    return {
      heading: say('home.continue', { greeting: hello, path: begun.pathTitle || begun.title }),
      sub: say('home.continue.sub', { percent: begun.readPercent, minutes: minutesLeft(begun) }),
    };
  const first = page.cards
    .map(({ content }) => content)
    .find((content) => content.kind === 'lesson' || content.kind === 'article');
  if (first !== undefined)
    return {
      heading: say('home.start', { greeting: hello, title: first.title }),
      sub:
        first.kind === 'article'
          ? say('home.start.article', { minutes: first.minutes })
          : say('home.start.sub', { path: pathInWords(first.pathTitle), minutes: first.minutes }),
    };
  if (page.isPaused) return { heading: say('home.paused', { greeting: hello }), sub: say('home.paused.sub') };
  return { heading: say('home.done', { greeting: hello }), sub: say('home.done.sub') };
}

import { Comments } from './comments';
import { Keepsakes } from './keepsakes';
import './after-reading.scss';

/** What stands under a lesson for who has read it: asked for at its end only, so that the text opens fast. */
export function AfterReading({ lessonId }: { readonly lessonId: string }) {
  return (
    <>
      <Keepsakes lessonId={lessonId} />
      <Comments lessonId={lessonId} />
    </>
  );
}

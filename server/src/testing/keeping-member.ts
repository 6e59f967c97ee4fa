import { discussionRoutes } from '@siyu/shared/contracts/discussion.routes';
import { notebookRoutes } from '@siyu/shared/contracts/notebook.routes';
import { type Route, routeUrl } from '@siyu/shared/contracts/route';
import type { TestApp } from './test-app.ts';

/** A member who spoke under a lesson, keeps it and noted something beside it: a row in every table of it. */
export async function keepBeside(
  { url }: TestApp,
  headers: Readonly<Record<string, string>>,
  lessonId: string,
  memberNo: number,
): Promise<void> {
  const send = async (route: Route, body: object): Promise<void> => {
    const address = url + routeUrl(route, { params: { lessonId } });
    const answer = await fetch(address, { method: route.method, headers, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${route.id}: ${answer.status} ${await answer.text()}`);
  };
  const commentId = `01930000-0000-7000-8000-0000000f${String(memberNo).padStart(4, '0')}`;
  await send(discussionRoutes.writeComment, { commentId, kind: 'COMMENT', text: '三份钱的分法很实用。' });
  await send(notebookRoutes.setFavourite, { isFavourite: true });
  await send(notebookRoutes.writeNote, { text: '周末再读一遍。' });
}

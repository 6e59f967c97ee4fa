import type { LessonDetail } from '@siyu/shared/contracts/content';
import type { PosterPicture } from '@siyu/shared/contracts/content-kinds';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { Button } from 'antd';
import { useState } from 'react';

const urlOf = (pictureId: string): string =>
  routeUrl(contentRoutes.openDraftPicture, { params: { pictureId } });

/** The picture of a poster as wide as its column, or the place that waits for it. */
export function PosterPreview({ picture }: { readonly picture: PosterPicture }) {
  const { pictureId, alt, width, height } = picture;
  const [broken, setBroken] = useState<string | null>(null);
  if (pictureId === '') return <div className="poster-missing note">还没有选图片</div>;
  if (broken === pictureId) return <p role="alert">这张图片打不开，请重新选择。</p>;
  return (
    <img
      className="poster-picture"
      src={urlOf(pictureId)}
      alt={alt}
      width={width}
      height={height}
      onError={() => setBroken(pictureId)}
    />
  );
}

/** Takes the picture of a poster that members see now to this computer, to be carried into a group. */
export function TakePoster({ row, draft }: Pick<LessonDetail, 'row' | 'draft'>) {
  // What is not published is carried nowhere, and beside a published version may stand a newer draft.
  if (draft.kind !== 'poster' || row.state !== 'PUBLISHED') return null;
  return (
    <Button href={urlOf(draft.picture.pictureId)} download={draft.title}>
      下载海报
    </Button>
  );
}

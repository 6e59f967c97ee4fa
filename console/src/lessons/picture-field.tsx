import type { PosterPicture } from '@siyu/shared/contracts/content-kinds';
import { POSTER_BYTES_MAX, POSTER_TYPES } from '@siyu/shared/contracts/content.limits';
import { contentRoutes } from '@siyu/shared/contracts/content.routes';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sendFile } from '../api/call.ts';
import { newRequestKey } from '../api/request-key.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import type { Place } from './check-draft.ts';
import { checkPictureFile, checkPictureSize, measurePicture, type PictureSize } from './picture-file.ts';
import { placeName } from './place-name.ts';

type SentPicture = Pick<PosterPicture, 'pictureId' | 'width' | 'height'>;

interface PictureFieldProps {
  readonly picture: PosterPicture;
  readonly places: readonly Place[];
  readonly onChange: (picture: SentPicture) => void;
}

/** The picture of a poster, sent as soon as it is chosen; another one replaces it. */
export function PictureField({ picture, places, onChange }: PictureFieldProps) {
  const [fault, setFault] = useState<string | null>(null);
  const send = useMutation({
    mutationFn: ({ file }: { file: File; size: PictureSize }) =>
      sendFile(contentRoutes.uploadPicture, file, newRequestKey()),
    onSuccess: ({ pictureId }, { size }) => onChange({ pictureId, ...size }),
  });
  const choose = async (file: File | undefined) => {
    if (!file) return;
    send.reset();
    const early = checkPictureFile(file);
    const size = early === null ? await measurePicture(file) : null;
    const found =
      early ?? (size === null ? '这个文件不是一张完整的图片，请重新选择。' : checkPictureSize(size));
    setFault(found);
    if (found === null && size !== null) send.mutate({ file, size });
  };
  const wrong = places.find(({ path }) => path === 'picture.pictureId');
  return (
    <div className="field">
      <label
        className="drop"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          void choose(event.dataTransfer.files[0]);
        }}
      >
        <input
          type="file"
          accept={POSTER_TYPES.join(',')}
          className="drop-input"
          aria-label="海报图片"
          disabled={send.isPending}
          onChange={(event) => void choose(event.target.files?.[0])}
        />
        <b>{picture.pictureId === '' ? '选择海报图片，或拖到这里' : '换一张图片'}</b>
        <span className="note">
          {send.isPending
            ? '正在上传'
            : picture.pictureId === ''
              ? `PNG、JPEG 或 WebP，最大 ${POSTER_BYTES_MAX / 1_048_576} MB`
              : `现在这张 ${picture.width} × ${picture.height} 像素`}
        </span>
      </label>
      {fault !== null && (
        <div className="field-error" role="alert">
          {fault}
        </div>
      )}
      <FailureNotice error={send.error} nameOf={placeName} />
      {wrong && <div className="field-error">{wrong.message}</div>}
    </div>
  );
}

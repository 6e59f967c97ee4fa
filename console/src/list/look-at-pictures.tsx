import { Button, Modal } from 'antd';
import { useState } from 'react';

interface LookAtPicturesProps {
  /** Of the dialogue, before the number of the picture. */
  readonly title: string;
  readonly note: string;
  readonly pictureIds: readonly string[];
  readonly urlOf: (pictureId: string) => string;
}

/** Pictures, one by one and on demand: each look is written down, and some are not for every eye. */
export function LookAtPictures({ title, note, pictureIds, urlOf }: LookAtPicturesProps) {
  const [shown, setShown] = useState<string | null>(null);
  if (pictureIds.length === 0) return null;
  return (
    <>
      <h2>附图</h2>
      <p className="note">{note}</p>
      <div className="actions">
        {pictureIds.map((pictureId, index) => (
          <Button key={pictureId} onClick={() => setShown(pictureId)}>
            查看图片 {index + 1}
          </Button>
        ))}
      </div>
      {shown !== null && (
        <Picture
          key={shown}
          url={urlOf(shown)}
          title={title}
          name={`图片 ${pictureIds.indexOf(shown) + 1}`}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

interface PictureProps {
  readonly url: string;
  readonly title: string;
  readonly name: string;
  readonly onClose: () => void;
}

function Picture({ url, title, name, onClose }: PictureProps) {
  const [isBroken, setBroken] = useState(false);
  return (
    <Modal open title={`${title} · ${name}`} footer={null} onCancel={onClose} width={720}>
      {isBroken ? (
        <p role="alert">这张图片打不开，它可能已按期清理，也可能本来就不完整。</p>
      ) : (
        <img className="report-picture" src={url} alt={name} onError={() => setBroken(true)} />
      )}
    </Modal>
  );
}

import type { FakeReport } from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { Button, Modal } from 'antd';
import { useState } from 'react';

/** Pictures of a report, one by one and on demand: each look is written down, and some are not for every eye. */
export function ReportPictures({ report: { reportId, pictureIds } }: { readonly report: FakeReport }) {
  const [shown, setShown] = useState<string | null>(null);
  if (pictureIds.length === 0) return null;
  return (
    <>
      <h2>附图</h2>
      <p className="note">
        由不登录的人提供，未经核实；打开一次记一次留痕。处理完满半年后删除，需要留证请另行归档。
      </p>
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
          url={routeUrl(verificationRoutes.openReportPicture, { params: { reportId, pictureId: shown } })}
          title={`图片 ${pictureIds.indexOf(shown) + 1}`}
          onClose={() => setShown(null)}
        />
      )}
    </>
  );
}

interface PictureProps {
  readonly url: string;
  readonly title: string;
  readonly onClose: () => void;
}

function Picture({ url, title, onClose }: PictureProps) {
  const [isBroken, setBroken] = useState(false);
  return (
    <Modal open title={`举报附图 · ${title}`} footer={null} onCancel={onClose} width={720}>
      {isBroken ? (
        <p role="alert">这张图片打不开，它可能已按期清理，也可能本来就不完整。</p>
      ) : (
        <img className="report-picture" src={url} alt={title} onError={() => setBroken(true)} />
      )}
    </Modal>
  );
}

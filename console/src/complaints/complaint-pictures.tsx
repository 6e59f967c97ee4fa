import { careDeskRoutes } from '@siyu/shared/contracts/care-desk.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { LookAtPictures } from '../list/look-at-pictures.tsx';

interface ComplaintPicturesProps {
  readonly complaintId: string;
  readonly pictureIds: readonly string[];
}

/** Pictures that prove what the complaint says. */
export function ComplaintPictures({ complaintId, pictureIds }: ComplaintPicturesProps) {
  return (
    <LookAtPictures
      title="投诉附图"
      note="由客户提供；打开一次记一次留痕。随投诉一起依法留存。"
      pictureIds={pictureIds}
      urlOf={(pictureId) =>
        routeUrl(careDeskRoutes.openComplaintPicture, { params: { complaintId, pictureId } })
      }
    />
  );
}

import type { FakeReport } from '@siyu/shared/contracts/verification';
import { verificationRoutes } from '@siyu/shared/contracts/verification.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { LookAtPictures } from '../list/look-at-pictures.tsx';

/** Pictures of a report, sent by nobody in particular. */
export function ReportPictures({ report: { reportId, pictureIds } }: { readonly report: FakeReport }) {
  return (
    <LookAtPictures
      title="举报附图"
      note="由不登录的人提供，未经核实；打开一次记一次留痕。处理完满半年后删除，需要留证请另行归档。"
      pictureIds={pictureIds}
      urlOf={(pictureId) =>
        routeUrl(verificationRoutes.openReportPicture, { params: { reportId, pictureId } })
      }
    />
  );
}

import type { ApplicationDetail } from '@siyu/shared/contracts/professional';
import { professionalRoutes } from '@siyu/shared/contracts/professional.routes';
import { routeUrl } from '@siyu/shared/contracts/route';
import { professionalGroundNames, professionalStateNames } from '@siyu/shared/messages';
import { formatCivilDay, formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { LookAtPictures } from '../list/look-at-pictures.tsx';

/** An application with what it rests on and what became of it. */
export function ApplicationFacts({ application }: { application: ApplicationDetail }) {
  const { applicationId, member, ground, state, experience, pictureIds } = application;
  const { appliedAt, checkerName, checkedAt, deciderName, decidedAt, refusal, validUntil, endedAt } =
    application;
  return (
    <>
      <Facts
        facts={[
          ['客户', member.displayName],
          ['进展', professionalStateNames[state]],
          ['申请依据', professionalGroundNames[ground]],
          ['投资经历', experience],
          ['提交时间', formatInstant(appliedAt)],
          ...(checkedAt === null
            ? []
            : ([['初核', `${checkerName ?? '已离任'} · ${formatInstant(checkedAt)}`]] as const)),
          ...(decidedAt === null
            ? []
            : ([['决定', `${deciderName ?? '已离任'} · ${formatInstant(decidedAt)}`]] as const)),
          ...(refusal === null ? [] : ([['没有通过的原因', refusal]] as const)),
          ...(validUntil === null ? [] : ([['有效至', `${formatCivilDay(validUntil)}前`]] as const)),
          ...(endedAt === null ? [] : ([['客户转回或撤回', formatInstant(endedAt)]] as const)),
        ]}
      />
      <LookAtPictures
        title="证明材料"
        note="由客户提供；打开一次记一次留痕。随申请一起依法留存。"
        pictureIds={pictureIds}
        urlOf={(pictureId) =>
          routeUrl(professionalRoutes.openPicture, { params: { applicationId, pictureId } })
        }
      />
    </>
  );
}

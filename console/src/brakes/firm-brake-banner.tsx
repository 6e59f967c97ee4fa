import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { brakesPage, mayUse } from '../app/pages.ts';
import { useStaff } from '../app/signed-in.tsx';
import { formatShortInstant } from '../format/moments.ts';
import { firmBrakeQuery } from './brake-queries.ts';

/** Stands above every page while everything is stopped: whoever wonders why nothing goes out finds it here. */
export function FirmBrakeBanner() {
  const { roles } = useStaff();
  // Who has no role yet may ask nothing.
  const brake = useQuery({ ...firmBrakeQuery, enabled: roles.length > 0 }).data?.brake ?? null;
  if (brake === null) return null;
  return (
    <div className="firm-brake" role="alert">
      <b>全公司停发中</b>
      <span>
        {brake.putOnByName}于 {formatShortInstant(brake.putOnAt)} 停发：{brake.reason}
      </span>
      {mayUse(brakesPage, roles) && <Link to={brakesPage.path}>查看停发</Link>}
    </div>
  );
}

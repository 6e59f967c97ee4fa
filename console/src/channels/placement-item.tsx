import type { Placement } from '@siyu/shared/contracts/channels';
import { channelsRoutes } from '@siyu/shared/contracts/channels.routes';
import { placementStateNames } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { formatCount } from '../format/figures.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeAccount } from './channel-queries.ts';
import { leadInWords } from './lead-in-words.ts';
import { KeptLink, MakeLink } from './placement-link.tsx';
import { PlacementCodeShown } from './placement-code.tsx';

/** One placement: whom it brought, its code, and whether it is in use. */
export function PlacementItem({ placement, mayWrite }: { placement: Placement; mayWrite: boolean }) {
  const [isCodeShown, setCodeShown] = useState(false);
  const { placementId, name, key, state, firstTouch, lastTouch } = placement;
  const isActive = state === 'ACTIVE';
  const change = useMutation({
    mutationFn: () =>
      call(channelsRoutes.setPlacementState, {
        params: { placementId },
        body: { state: isActive ? 'RETIRED' : 'ACTIVE' },
      }),
    onSuccess: takeAccount,
  });
  return (
    <li>
      <div className="placement-head">
        <b>{name}</b>
        <span className={isActive ? 'chip chip-success' : 'chip chip-quiet'}>
          {placementStateNames[state]}
        </span>
        <code>{key}</code>
      </div>
      <div className="note">扫码后打开{leadInWords(placement)}</div>
      <div className="note">
        首次来源 {formatCount(firstTouch)} 位，最近来源 {formatCount(lastTouch)} 位
      </div>
      <div className="row-acts">
        <Button size="small" onClick={() => setCodeShown(true)}>
          二维码
        </Button>
        {mayWrite && <MakeLink placement={placement} />}
        {mayWrite && (
          <Button size="small" type="text" loading={change.isPending} onClick={() => change.mutate()}>
            {isActive ? '停用' : '恢复使用'}
          </Button>
        )}
      </div>
      <KeptLink placement={placement} />
      <FailureNotice error={change.error} />
      {isCodeShown && <PlacementCodeShown placement={placement} onClose={() => setCodeShown(false)} />}
    </li>
  );
}

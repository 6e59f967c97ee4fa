import type { SegmentDefinition } from '@siyu/shared/contracts/segment-definitions';
import { segmentDefinitionsRoutes } from '@siyu/shared/contracts/segment-definitions.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useNavigate } from 'react-router';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeDefinition } from './definition-queries.ts';
import { segmentPath } from './segment-address.ts';
import { useMayDraw } from './who-may.ts';

/** Changing, activating and retiring one segment. */
export function DefinitionActs({ definition }: { definition: SegmentDefinition }) {
  const navigate = useNavigate();
  const { segmentId, revision, state, draft, liveVersion } = definition;
  const params = { segmentId };
  const activate = useMutation({
    mutationFn: () => call(segmentDefinitionsRoutes.activateDefinition, { params, body: { revision } }),
    onSuccess: takeDefinition,
  });
  const retire = useMutation({
    mutationFn: () => call(segmentDefinitionsRoutes.retireDefinition, { params }),
    onSuccess: takeDefinition,
  });
  if (!useMayDraw() || state === 'RETIRED') return null;
  return (
    <div className="row-acts">
      <div className="actions">
        {draft && (
          <Popconfirm
            title={liveVersion === null ? '启用后，符合规则的客户会开始归入。' : '启用后，按新规则重新归入。'}
            okText="确认启用"
            cancelText="取消"
            onConfirm={() => activate.mutate()}
          >
            <Button type="primary" loading={activate.isPending}>
              启用
            </Button>
          </Popconfirm>
        )}
        <Button onClick={() => void navigate(segmentPath(segmentId))}>修改</Button>
        <Popconfirm
          title="停用后，现在的成员都会离开，之前的进出记录保留。"
          okText="确认停用"
          cancelText="取消"
          onConfirm={() => retire.mutate()}
        >
          <Button loading={retire.isPending}>停用</Button>
        </Popconfirm>
      </div>
      <FailureNotice error={activate.error ?? retire.error} />
    </div>
  );
}

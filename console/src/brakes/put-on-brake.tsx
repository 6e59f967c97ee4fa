import type { BrakeRow } from '@siyu/shared/contracts/brakes';
import {
  BRAKE_KINDS,
  BRAKE_REASON_MAX,
  BRAKE_REASON_MIN,
  type BrakeKind,
  KINDS_OF_ROLE,
} from '@siyu/shared/contracts/brakes.limits';
import { brakesRoutes } from '@siyu/shared/contracts/brakes.routes';
import type { Role } from '@siyu/shared/contracts/identity.limits';
import { brakeKindNames, brakeKindSentences } from '@siyu/shared/messages';
import { useMutation } from '@tanstack/react-query';
import { Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { useStaff } from '../app/signed-in.tsx';
import { FailureNotice } from '../list/failure-notice.tsx';
import { refreshBrakes } from './brake-queries.ts';
import { type ChosenTarget, TargetField } from './target-field.tsx';

const NOTHING: ChosenTarget = { target: null, name: '' };
const kindsFor = (roles: readonly Role[]): readonly BrakeKind[] =>
  BRAKE_KINDS.filter((kind) => roles.some((role) => KINDS_OF_ROLE[role]?.includes(kind)));

/** The one button that stops at once; what it stops, and why, is asked in one dialogue. */
export function PutOnBrake({ onPutOn }: { onPutOn: (brake: BrakeRow) => void }) {
  const kinds = kindsFor(useStaff().roles);
  const [isAsking, setIsAsking] = useState(false);
  const [kind, setKind] = useState<BrakeKind>(kinds[0] ?? 'BRANCH');
  const [chosen, setChosen] = useState(NOTHING);
  const [reason, setReason] = useState('');
  const putOn = useMutation({
    mutationFn: () =>
      call(brakesRoutes.putOn, {
        body: {
          kind,
          target: chosen.target,
          ...(kind === 'PRODUCT' && { name: chosen.name.trim() }),
          reason: reason.trim(),
        },
      }),
    onSuccess: (brake) => {
      setIsAsking(false);
      onPutOn(brake);
    },
    onSettled: refreshBrakes,
  });
  const isChosen =
    kind === 'FIRM' ||
    (chosen.target !== null && chosen.target !== '' && (kind !== 'PRODUCT' || chosen.name.trim() !== ''));
  return (
    <>
      <Button type="primary" danger size="large" onClick={() => setIsAsking(true)}>
        一键停发
      </Button>
      <Modal
        open={isAsking}
        title="一键停发"
        okText="立即停发"
        cancelText="取消"
        okButtonProps={{
          danger: true,
          disabled: !isChosen || reason.trim().length < BRAKE_REASON_MIN,
          loading: putOn.isPending,
        }}
        onOk={() => putOn.mutate()}
        onCancel={() => setIsAsking(false)}
        afterClose={() => {
          setKind(kinds[0] ?? 'BRANCH');
          setChosen(NOTHING);
          setReason('');
          putOn.reset();
        }}
      >
        <div className="ask-reason">
          <div className="own-form">
            <Radio.Group
              aria-label="停发什么"
              value={kind}
              options={kinds.map((value) => ({ value, label: brakeKindNames[value] }))}
              onChange={(event) => {
                setKind(BRAKE_KINDS.find((each) => each === event.target.value) ?? kind);
                setChosen(NOTHING);
              }}
            />
            <p className="note">{brakeKindSentences[kind]}五秒内在所有服务器上生效，恢复要两个人。</p>
            <TargetField kind={kind} value={chosen} onChange={setChosen} />
            <div>
              <label htmlFor="brake-reason">原因（至少 {BRAKE_REASON_MIN} 个字，同事会看到，记入留痕）</label>
              <Input.TextArea
                id="brake-reason"
                rows={3}
                maxLength={BRAKE_REASON_MAX}
                showCount
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </div>
            <FailureNotice error={putOn.error} />
          </div>
        </div>
      </Modal>
    </>
  );
}

import type { StaffRow } from '@siyu/shared/contracts/staff';
import { REGISTRATION_NO_LENGTH, REGISTRATION_NO_PATTERN } from '@siyu/shared/contracts/staff.limits';
import { staffRoutes } from '@siyu/shared/contracts/staff.routes';
import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { call } from '../api/call.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { takeRow } from './staff-queries.ts';

/** Number and last day of the registration; without one in force nothing the person writes reaches customers. */
export function RegistrationForm({ row }: { row: StaffRow }) {
  const { staffId } = row;
  const [number, setNumber] = useState(row.registrationNo ?? '');
  const [until, setUntil] = useState(row.registrationUntil ?? '');
  const registrationNo = number.trim() === '' ? null : number.trim();
  const registrationUntil = until === '' ? null : until;
  const isFit = registrationNo === null || REGISTRATION_NO_PATTERN.test(registrationNo);
  const note = useMutation({
    mutationFn: () =>
      call(staffRoutes.setRegistration, {
        params: { staffId },
        body: { registrationNo, registrationUntil },
      }),
    onSuccess: takeRow,
  });
  return (
    <div className="own-form">
      <div>
        <label htmlFor="registration-no">登记编码</label>
        <Input
          id="registration-no"
          autoComplete="off"
          maxLength={REGISTRATION_NO_LENGTH}
          value={number}
          onChange={(event) => setNumber(event.target.value)}
        />
        <p className="note">
          {isFit
            ? '与证券业协会公示的一致；留空表示没有登记，写的内容不能发布。'
            : '登记编码是字母 S 加 13 位数字。'}
        </p>
      </div>
      <div>
        <label htmlFor="registration-until">有效期至</label>
        <Input
          id="registration-until"
          type="date"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
        <p className="note">过了这一天，这位同事写的内容不能再提交和发布；留空表示没有到期日。</p>
      </div>
      <Button
        disabled={
          !isFit || (registrationNo === row.registrationNo && registrationUntil === row.registrationUntil)
        }
        loading={note.isPending}
        onClick={() => note.mutate()}
      >
        保存登记
      </Button>
      <FailureNotice error={note.error} />
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { queryClient } from '../api/query-client.ts';
import { formatInstant } from '../format/moments.ts';
import { Facts } from '../list/facts.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { secondFactorQuery } from './own-queries.ts';
import { SecondFactorSetUp } from './second-factor-set-up.tsx';

export function SecondFactorCard() {
  const [isSettingUp, setIsSettingUp] = useState(false);
  const state = useQuery(secondFactorQuery);
  if (!state.data)
    return state.error ? (
      <FailureState error={state.error} onRetry={() => void state.refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  const { confirmedAt, recoveryCodesLeft, isRequired } = state.data;
  if (isSettingUp)
    return (
      <>
        <SecondFactorSetUp
          hasOne={confirmedAt !== null}
          onDone={() => {
            setIsSettingUp(false);
            void queryClient.invalidateQueries({ queryKey: secondFactorQuery.queryKey });
          }}
        />
        <Button type="text" onClick={() => setIsSettingUp(false)}>
          收起
        </Button>
      </>
    );
  return (
    <>
      {confirmedAt === null ? (
        <p>
          还没有绑定验证器，现在只凭密码就能登录。
          {isRequired ? '公司要求每位同事绑定。' : '建议绑定，密码泄露时账号仍然安全。'}
        </p>
      ) : (
        <Facts
          facts={[
            ['验证器', `${formatInstant(confirmedAt)} 绑定`],
            ['恢复码', `还剩 ${recoveryCodesLeft} 个可用`],
          ]}
        />
      )}
      <Button type={confirmedAt === null ? 'primary' : 'default'} onClick={() => setIsSettingUp(true)}>
        {confirmedAt === null ? '绑定验证器' : '更换验证器和恢复码'}
      </Button>
    </>
  );
}

import { DESK_CODE_MINUTES } from '@siyu/shared/contracts/staff-phone.limits';
import { staffPhoneRoutes } from '@siyu/shared/contracts/staff-phone.routes';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { call } from '../api/call.ts';
import { putAnswer } from '../api/put-answer.ts';
import { formatInstant } from '../format/moments.ts';
import { FailureNotice } from '../list/failure-notice.tsx';
import { FailureState } from '../list/failure-state.tsx';
import { ListSkeleton } from '../list/list-skeleton.tsx';
import { ownPhoneQuery } from './own-queries.ts';

/** Which WeChat stands for the own account in the mini-program, and how that begins and ends. */
export function PhoneCard() {
  const phone = useQuery(ownPhoneQuery);
  const issue = useMutation({ mutationFn: () => call(staffPhoneRoutes.issueCode, {}) });
  const end = useMutation({
    mutationFn: () => call(staffPhoneRoutes.endTie, {}),
    onSuccess: (left) => {
      issue.reset();
      putAnswer(ownPhoneQuery.queryKey, left);
    },
  });
  if (!phone.data)
    return phone.error ? (
      <FailureState error={phone.error} onRetry={() => void phone.refetch()} />
    ) : (
      <ListSkeleton rows={2} />
    );
  const { tiedAt } = phone.data;
  return (
    <>
      <p>
        {tiedAt === null
          ? '还没有绑定微信。绑定以后，可以在小程序里查看自己名下的客户和推送计划。'
          : `${formatInstant(tiedAt)} 绑定了一个微信。手机丢失或换了微信，请马上解除。`}
      </p>
      {issue.data && (
        <div role="status">
          <p className="say desk-code">{issue.data.code}</p>
          <p className="note">
            在小程序「我的 → 关于私域 → 投资顾问入口」里填写，{DESK_CODE_MINUTES}{' '}
            分钟内有效，只能用一次。不要告诉别人。
          </p>
        </div>
      )}
      <FailureNotice error={issue.error ?? end.error} />
      <Button
        type={tiedAt === null ? 'primary' : 'default'}
        loading={issue.isPending}
        onClick={() => issue.mutate()}
      >
        {tiedAt === null ? '获取绑定码' : '换一个微信绑定'}
      </Button>{' '}
      {tiedAt !== null && (
        <Popconfirm
          title="解除以后，这部手机马上不能再查看客户。"
          okText="解除"
          cancelText="不解除"
          onConfirm={() => end.mutate()}
        >
          <Button danger loading={end.isPending}>
            解除绑定
          </Button>
        </Popconfirm>
      )}
    </>
  );
}

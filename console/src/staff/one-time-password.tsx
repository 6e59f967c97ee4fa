import type { OneTimePassword } from '@siyu/shared/contracts/staff';
import { Button, Modal } from 'antd';

/** The only time anybody sees it; the person exchanges it at the first sign-in. */
export function OneTimePasswordShown({
  made,
  onClose,
}: {
  made: OneTimePassword | null;
  onClose: () => void;
}) {
  return (
    <Modal
      open={made !== null}
      title="一次性密码"
      onCancel={onClose}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          已经转交
        </Button>
      }
    >
      {made && (
        <>
          <p>
            {made.staff.name}（{made.staff.loginName}
            ）首次登录时用这个密码，登录后须换成自己的。只显示这一次，请当面或经安全渠道转交。
          </p>
          <p>
            <code className="secret" aria-label="一次性密码">
              {made.oneTimePassword}
            </code>
          </p>
        </>
      )}
    </Modal>
  );
}

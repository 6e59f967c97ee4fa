import { Button } from 'antd';

/** Shown once; each lets in once in place of the app. */
export function RecoveryCodeList({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <div className="own-form">
      <div className="notice notice-success" role="status">
        两步验证已生效。
      </div>
      <p>下面是恢复码，手机丢失时可以代替验证码，每个只能用一次。只显示这一次，请抄下来妥善保管。</p>
      <ul className="recovery-codes" aria-label="恢复码">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={onKept}>
        已经保存好
      </Button>
    </div>
  );
}

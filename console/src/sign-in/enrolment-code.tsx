import { QRCode } from 'antd';

/** The picture that an authenticator app reads; loaded only where somebody sets one up. */
export default function EnrolmentCode({ uri }: { uri: string }) {
  return <QRCode type="svg" value={uri} size={176} aria-label="绑定验证器的二维码" />;
}
